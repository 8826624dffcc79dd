import type { ConvertResult } from '../../shared/fields/contract.ts'
import { Notice } from '../kit/Notice.tsx'
import { shownCount } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'

/** What another kind would do to the values that are there, and which records stand in its way. */
export function Converted({ result }: { readonly result: ConvertResult }) {
  const say = useWords()
  const { records, misfits, named } = result
  if (misfits === 0)
    return <Notice tone="told">{say('own.converts', { objects: shownCount(records) })}</Notice>
  return (
    <Notice tone="refused">
      <p>{say('own.misfits', { count: misfits, objects: shownCount(records) })}</p>
      <ul className="own-misfits">
        {named.map(({ id, number, name, text }) => (
          <li key={id}>
            {number} {name} <span className="soft">{say('own.misfit', { text })}</span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
