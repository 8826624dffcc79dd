import { isFieldKey } from '../../shared/catalogue/record.ts'
import type { ImportResult } from '../../shared/imports/contract.ts'
import { Mark } from '../kit/Mark.tsx'
import { shownCount } from '../kit/shown.ts'
import { useWords, type Say } from '../kit/words.ts'
import { aboutWords } from './notes.ts'

type Column = ImportResult['sheets'][number]['columns'][number]

function targetWords(say: Say, target: string): string {
  if (isFieldKey(target)) return say.open(`field.${target}`)
  return target === 'extra' ? say('imports.target.extra') : say('imports.target.skip')
}

/** Column by column: how many cells were understood, how many need a person, and what with. */
export function UnderstoodColumns(props: {
  readonly result: ImportResult
  readonly lookAt: (code: string) => void
}) {
  const say = useWords()
  const { sheets, leftOut } = props.result
  return (
    <div className="understood-columns">
      {sheets.map((sheet) => (
        <section key={sheet.name}>
          {sheets.length > 1 ? <h2>{sheet.name}</h2> : null}
          <ul className="cards">
            {[...sheet.columns]
              .filter(({ target }) => target !== 'skip')
              .sort((a, b) => Number(b.asked > 0) - Number(a.asked > 0))
              .map((column) => (
                <ColumnCard key={column.column} column={column} lookAt={props.lookAt} />
              ))}
          </ul>
        </section>
      ))}
      {leftOut.length === 0 ? null : (
        <details>
          <summary>{say('imports.leftOut', { count: leftOut.length })}</summary>
          <ul>
            {leftOut.slice(0, 200).map(({ sheet, row, kind }) => (
              <li key={`${sheet} ${row}`}>
                {say('imports.leftOut.row', { sheet, row, kind: say.open(`imports.leftOut.${kind}`) })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function ColumnCard({
  column,
  lookAt,
}: {
  readonly column: Column
  readonly lookAt: (code: string) => void
}) {
  const say = useWords()
  return (
    <li className={column.asked > 0 ? 'card asked' : 'card'}>
      <h3>
        {column.heading} <span className="soft">→ {targetWords(say, column.target)}</span>
      </h3>
      <p>
        {column.asked === 0
          ? say('imports.column.clear', { filled: shownCount(column.filled) })
          : say('imports.column.asked', {
              filled: shownCount(column.filled),
              understood: shownCount(column.understood),
              asked: shownCount(column.asked),
            })}
      </p>
      {Object.entries(column.warnings).map(([code, count]) => {
        const example = column.examples.find((one) => one.code === code)
        return (
          <p key={code} className="card-warning">
            <Mark level="warning" text={aboutWords(say, code)} />
            <button type="button" className="plain" onClick={() => lookAt(code)}>
              {say('imports.column.rows', { count })}
            </button>
            {example ? (
              <span className="soft">
                {say('imports.column.example', { row: example.row, text: example.text })}
              </span>
            ) : null}
          </p>
        )
      })}
    </li>
  )
}
