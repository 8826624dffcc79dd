import type { PaperLacks } from '../../shared/paper/contract.ts'
import { museum } from '../bridge/museum.ts'
import { failed } from '../frame/status.ts'
import { Button } from '../kit/controls.ts'
import { Notice } from '../kit/Notice.tsx'
import { shownCount, shownSeconds, shownSize } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { into, making } from './printing.ts'

/** What has been printed, and what could not be printed as wished. */
export function PaperDone() {
  const say = useWords()
  const { answer } = making.use()
  const target = into.use()
  if (!answer || !target) return null
  const { token } = target.file
  const open = (): void => void museum.shell.openPdf({ token }).catch(failed)
  const reveal = (): void => void museum.shell.reveal({ token }).catch(failed)
  const deeds = (
    <>
      <Button onClick={open}>{say('paper.open')}</Button>
      {target.print ? null : <Button onClick={reveal}>{say('common.reveal')}</Button>}
    </>
  )
  return (
    <Notice tone="told" testId="paper-made" deeds={deeds}>
      {say(target.print ? 'paper.printed' : 'paper.made', {
        file: answer.file,
        objects: shownCount(answer.objects),
        pages: shownCount(answer.pages ?? 0),
        size: shownSize(answer.bytes),
        seconds: shownSeconds(answer.ms),
      })}
      <Lacks lacks={answer.lacks} />
    </Notice>
  )
}

const LACKS = ['pictures', 'bars', 'narrow', 'cut'] as const satisfies readonly (keyof PaperLacks)[]

export function Lacks({ lacks }: { readonly lacks: PaperLacks }) {
  const say = useWords()
  const some = LACKS.filter((lack) => lacks[lack] > 0)
  if (some.length === 0) return null
  return (
    <ul className="paper-lacks" data-testid="paper-lacks">
      {some.map((lack) => (
        <li key={lack}>{say(`paper.lacks.${lack}`, { count: lacks[lack] })}</li>
      ))}
    </ul>
  )
}
