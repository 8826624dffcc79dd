import { changeValue, changeWords } from '../audit/changes.ts'
import { noteWords } from '../imports/notes.ts'
import { useLines } from '../imports/useLines.ts'
import { Button } from '../kit/controls.ts'
import { Mark } from '../kit/Mark.tsx'
import { FaultNotice } from '../kit/Notice.tsx'
import { shownCount } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'

/** Every cell of a rehearsed change, page by page: whose, which field, before, after, and what is remarked. */
export function ChangeLines(props: { readonly batch: string; readonly verdict: 'change' | 'refused' }) {
  const say = useWords()
  const { batch, verdict } = props
  const { lines, total, shown } = useLines(batch, verdict)
  if (lines.error) return <FaultNotice error={lines.error} />
  return (
    <div className="change-lines" tabIndex={0} role="region" aria-label={say('changes.cells')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say('field.number')}</th>
            <th scope="col">{say('field.name')}</th>
            <th scope="col">{say('changes.field')}</th>
            <th scope="col">{say('changes.before')}</th>
            <th scope="col">{say('changes.after')}</th>
            <th scope="col">{say('imports.lines.notes')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.flatMap((line) => {
            const cells = line.changes.length > 0 ? line.changes : [null]
            return cells.map((cell, at) => (
              <tr key={`${line.position} ${cell?.field ?? ''}`}>
                <td>{at === 0 ? line.number : null}</td>
                <td>{at === 0 ? line.name : null}</td>
                <td>{cell ? changeWords(say, cell.field) : null}</td>
                <td className="struck">{cell ? changeValue(cell.field, cell.before) : null}</td>
                <td>{cell ? changeValue(cell.field, cell.after) || say('common.nothing') : null}</td>
                <td>
                  {at === 0
                    ? line.notes.map((note) => (
                        <Mark
                          key={`${note.code} ${note.field ?? ''}`}
                          level={verdict === 'refused' ? 'error' : 'warning'}
                          text={noteWords(say, note.code, note.detail)}
                        />
                      ))
                    : null}
                </td>
              </tr>
            ))
          })}
        </tbody>
      </table>
      {lines.hasNextPage ? (
        <Button loading={lines.isFetchingNextPage} onClick={() => void lines.fetchNextPage()}>
          {say('imports.lines.more', { shown: shownCount(shown.length), rows: shownCount(total) })}
        </Button>
      ) : null}
    </div>
  )
}
