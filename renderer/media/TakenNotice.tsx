import { Button } from '../kit/controls.ts'
import { Notice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { WorkView } from '../kit/WorkView.tsx'
import { failed } from '../frame/status.ts'
import { lastTaken, takeIn, taking, type Owner } from './deeds.ts'
import { SmallReason } from './SmallReason.tsx'

/** How the taking in goes, and what was refused or remarked on, file by file. */
export function TakenNotice({ owner }: { readonly owner: Owner }) {
  const say = useWords()
  const last = lastTaken.use()
  const { answer, state } = taking.use()
  if (last?.objectId !== owner.objectId) return null
  const refused = [...(last.refused ?? []), ...(answer?.refused ?? [])]
  const tooSmall = refused.filter(({ code }) => code === 'picture.tooSmall')
  const left = last.left ?? 0
  const takeSmall = (smallReason: string): void => {
    const names = new Set(tooSmall.map(({ file }) => file))
    const files = last.files.filter(({ name }) => names.has(name))
    takeIn(owner, { ...last, files, refused: [], left: 0, smallReason }).catch(failed)
  }
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
          {tooSmall.length === 0 ? null : <SmallReason count={tooSmall.length} take={takeSmall} />}
        </Notice>
      )}
      {remarks.length + already + left === 0 ? null : (
        <Notice tone="warned" deeds={refused.length === 0 ? close : undefined}>
          <ul className="pictures-told">
            {remarks.map(({ file, code }) => (
              <li key={file}>{say(`media.remark.${code}`, { file })}</li>
            ))}
            {already === 0 ? null : <li>{say('media.already', { count: already })}</li>}
            {left === 0 ? null : <li>{say('media.left', { count: left })}</li>}
          </ul>
        </Notice>
      )}
    </>
  )
}
