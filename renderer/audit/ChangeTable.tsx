import { fieldBehind } from '../../shared/audit/rules.ts'
import type { AuditEntry } from '../../shared/audit/contract.ts'
import type { FieldValue } from '../../shared/catalogue/record.ts'
import type { Part } from '../../shared/relations/parts.ts'
import { useWords } from '../kit/words.ts'
import { changeWords, toldValue } from './changes.ts'

/** What an entry changed: field, before, after; with `deed` beside each field that can be dealt with alone. */
export function ChangeTable(props: {
  readonly changes: AuditEntry['changes']
  readonly parts?: readonly Part[]
  readonly disabled?: boolean
  readonly revert?: (fields: string[]) => void
  /** Opens the history of one field. */
  readonly ask?: (key: string) => void
}) {
  const say = useWords()
  const { revert, ask } = props
  const changes = Object.entries(props.changes)
  const several = changes.length > 1 && revert !== undefined
  const words = (key: string, value: FieldValue): string =>
    toldValue(say, key, value, props.parts) || say('common.nothing')
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{say('audit.field')}</th>
          <th scope="col">{say('audit.before')}</th>
          <th scope="col">{say('audit.after')}</th>
          {several ? <th scope="col" aria-label={say('audit.revert')} /> : null}
        </tr>
      </thead>
      <tbody>
        {changes.map(([key, [before, after]]) => (
          <tr key={key}>
            <th scope="row">
              {ask ? (
                <button
                  type="button"
                  className="plain"
                  title={say('audit.field.history')}
                  onClick={() => ask(fieldBehind(key))}
                >
                  {changeWords(say, key, props.parts)}
                </button>
              ) : (
                changeWords(say, key, props.parts)
              )}
            </th>
            <td>
              <span className="struck">{words(key, before)}</span>
            </td>
            <td>{words(key, after)}</td>
            {several ? (
              <td>
                {/* a text goes back with the field it was written for */}
                {fieldBehind(key) !== key && fieldBehind(key) in props.changes ? null : (
                  <button
                    type="button"
                    className="plain"
                    disabled={props.disabled}
                    onClick={() => revert([fieldBehind(key)])}
                  >
                    {say('audit.revert.field')}
                  </button>
                )}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
