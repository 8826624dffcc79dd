import { useQuery } from '@tanstack/react-query'
import { museum } from '../bridge/museum.ts'
import { view } from '../catalogue/view.ts'
import { saved } from '../frame/status.ts'
import { Button } from '../kit/controls.ts'
import { Notice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { quietly } from '../views/deeds.ts'
import { useSets } from './useSets.ts'

const SHOWN = 5

/** Of the set that is looked at: those of its objects that have left the catalogue with an undone batch. */
export function SetNotice() {
  const { set } = view.use().find
  const gone = (useSets() ?? []).find(({ id }) => id === set)?.gone ?? 0
  return set === undefined || gone === 0 ? null : <Gone set={set} />
}

function Gone({ set }: { readonly set: string }) {
  const say = useWords()
  const { data } = useQuery({
    queryKey: ['sets', 'gone', set],
    queryFn: () => museum.sets.gone({ set }),
  })
  if (!data || data.gone.length === 0) return null
  const back = data.gone.filter((one) => one.back).length
  const named = data.gone.slice(0, SHOWN).map(({ number, name }) => `${number} ${name ?? ''}`.trim())
  const rejoin = async (): Promise<void> => {
    const { moved } = await museum.sets.rejoin({ set })
    saved('sets.rejoined', { count: moved })
  }
  const forget = async (): Promise<void> => {
    const { moved } = await museum.sets.forget({ set })
    saved('sets.forgotten', { count: moved })
  }
  const deeds = (
    <>
      {back > 0 ? (
        <Button onClick={() => quietly(rejoin())}>{say('sets.rejoin', { count: back })}</Button>
      ) : null}
      <Button onClick={() => quietly(forget())}>{say('sets.forget')}</Button>
    </>
  )
  return (
    <Notice tone="warned" testId="set-gone" deeds={deeds}>
      {say('sets.gone', { count: data.gone.length, names: named })}
    </Notice>
  )
}
