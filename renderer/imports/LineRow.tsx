import { useState } from 'react'
import type { ImportLine } from '../../shared/imports/contract.ts'
import { Mark } from '../kit/Mark.tsx'
import { useWords } from '../kit/words.ts'
import { changeValue, changeWords } from '../audit/changes.ts'
import { noteWords } from './notes.ts'

const FEW = 4

/** One row of the file: its number there, and cell by cell what would stand in the record. */
export function LineRow({ line }: { readonly line: ImportLine }) {
  const say = useWords()
  const [all, setAll] = useState(false)
  const shown = all ? line.changes : line.changes.slice(0, FEW)
  const rest = line.changes.length - shown.length
  return (
    <tr>
      <td className="figure" title={line.sheet}>
        {line.row}
      </td>
      <td>{line.number}</td>
      <td>{line.name}</td>
      <td>
        <ul>
          {line.notes.map((note) => (
            <li key={`${note.code} ${note.field ?? ''}`}>
              <Mark
                level={line.verdict === 'refused' ? 'error' : 'warning'}
                text={
                  note.field === null
                    ? noteWords(say, note.code, note.detail)
                    : say('imports.lines.note', {
                        field: say.open(`field.${note.field}`),
                        note: noteWords(say, note.code, note.detail),
                      })
                }
              />
            </li>
          ))}
        </ul>
      </td>
      <td>
        <dl className="line-changes">
          {shown.map(({ field, literal, before, after }) => {
            const becomes = changeValue(field, after)
            return (
              <div key={field}>
                <dt className="soft">{changeWords(say, field)}</dt>
                <dd>
                  {before === null ? null : (
                    <>
                      <span className="struck">{changeValue(field, before)}</span> →{' '}
                    </>
                  )}
                  {becomes || say('common.nothing')}
                  {literal !== null && literal !== becomes ? (
                    <span className="soft"> {say('catalogue.literal', { text: literal })}</span>
                  ) : null}
                </dd>
              </div>
            )
          })}
        </dl>
        {rest > 0 || all ? (
          <button type="button" className="plain" onClick={() => setAll(!all)}>
            {all ? say('catalogue.facet.fewer') : say('imports.lines.moreFields', { count: rest })}
          </button>
        ) : null}
      </td>
    </tr>
  )
}
