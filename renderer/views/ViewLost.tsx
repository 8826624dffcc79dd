import type { Facet } from '../../shared/catalogue/fields.ts'
import type { Lost } from '../../shared/views/record.ts'
import { shownValue } from '../catalogue/choices.ts'
import { Button } from '../kit/controls.ts'
import { Notice } from '../kit/Notice.tsx'
import { useWords, type Say } from '../kit/words.ts'
import { lostNow } from './now.ts'

function named({ kind, name }: Lost, say: Say): string {
  if (kind === 'set') return say('views.lost.set')
  if (kind !== 'value') return say(`views.lost.${kind}`, { name: say.open(`field.${name}`, {}, name) })
  const at = name.indexOf(' ')
  const facet = name.slice(0, at)
  const value = shownValue(facet as Facet, name.slice(at + 1))
  return say('views.lost.value', { facet: say.open(`field.${facet}`, {}, facet), value })
}

/** What the opened view asked for and is not there any more. */
export function ViewLost() {
  const say = useWords()
  const lost = lostNow.use()
  if (lost.length === 0) return null
  const close = <Button onClick={() => lostNow.set([])}>{say('common.close')}</Button>
  return (
    <Notice tone="warned" testId="view-lost" deeds={close}>
      {say('views.lost', { what: lost.map((one) => named(one, say)) })}
    </Notice>
  )
}
