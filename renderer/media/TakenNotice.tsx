import { Button } from '../kit/controls.ts'
import { Notice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { WorkView } from '../kit/WorkView.tsx'
import { lastTaken, taking } from './deeds.ts'

/** How the taking in goes, and what was refused or remarked on, file by file. */
export function TakenNotice({ objectId }: { readonly objectId: string }) {
  const say = useWords()
  const last = lastTaken.use()
  const { answer, state } = taking.use()
  if (last?.objectId !== objectId) return null
  const refused = [...last.refused, ...(answer?.refused ?? [])]
  const remarks = answer?.remarks ?? []
  const already = answer?.already ?? 0
  const close = <Button onClick={() => lastTaken.set(null)}>{say('common.close')}</Button>
  if (state !== 'idle' && state !== 'finished') return <WorkView work={taking} />
  return (
    <>
      {refused.length === 0 ? null : (
        <Notice tone="refused" deeds={close} testId="pictures-refused">
          <ul className="pictures-told">
            {refused.map(({ file, code }, at) => (
              <li key={`${String(at)} ${file}`}>{say.fault(code, { file })}</li>
            ))}
          </ul>
        </Notice>
      )}
      {remarks.length + already + last.left === 0 ? null : (
        <Notice tone="warned" deeds={refused.length === 0 ? close : undefined}>
          <ul className="pictures-told">
            {remarks.map(({ file, code }) => (
              <li key={file}>{say(`media.remark.${code}`, { file })}</li>
            ))}
            {already === 0 ? null : <li>{say('media.already', { count: already })}</li>}
            {last.left === 0 ? null : <li>{say('media.left', { count: last.left })}</li>}
          </ul>
        </Notice>
      )}
    </>
  )
}
