import { memo, useId, type ReactNode } from 'react'
import type { Field } from '../../shared/catalogue/fields.ts'
import type { Fault } from '../../shared/contract/faults.ts'
import type { FieldValue, Finding } from '../../shared/catalogue/record.ts'
import { asked } from '../audit/going.ts'
import { pressFor } from '../frame/commands.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { Mark } from '../kit/Mark.tsx'
import { useWords } from '../kit/words.ts'
import { shownValue } from './choices.ts'
import type { FormStep } from './form.ts'
import { FieldInput } from './inputs/FieldInput.tsx'
import { Understood } from './inputs/Understood.tsx'

interface Props {
  /** Null for an object not yet entered, which has no history. */
  readonly recordId: string | null
  readonly field: Field
  readonly value: FieldValue
  /** What is stored; undefined for an object not yet entered. */
  readonly stored: FieldValue | undefined
  readonly unread: string | undefined
  /** What stood in the museum's own file. */
  readonly literal: string | undefined
  readonly findings: readonly Finding[]
  readonly refused: Fault | null
  /** Something worth knowing when it is filled in: 参考. */
  readonly hint?: string | undefined
  readonly disabled: boolean
  readonly step: (step: FormStep) => void
  /** More that can be done about this field. */
  readonly beside: ReactNode
}

/** One field: label, input, and under it all there is to say about what stands in it. */
export const FieldRow = memo(function FieldRow(props: Props) {
  const say = useWords()
  const id = useId()
  const { field, value, stored, unread, literal, findings, refused } = props
  const changed = stored !== undefined && stored !== value
  const shown = shownValue(field, value)
  const remarks = `${id}-said`
  const { recordId } = props
  return (
    <div
      className={changed ? 'field changed' : 'field'}
      data-field={field.id}
      data-kind={field.kind}
      data-missing={field.required === true && value === null}
    >
      <label htmlFor={id}>
        {say.open(`field.${field.id}`)}
        {field.required ? (
          <span className="required" title={say('catalogue.required')}>
            *<span className="unseen">{say('catalogue.required')}</span>
          </span>
        ) : null}
      </label>
      {recordId === null ? null : (
        <button
          type="button"
          className="field-history-open"
          title={[say('audit.field.history'), pressFor('field.history')].join('  ')}
          aria-label={say('audit.field.history')}
          onClick={() => asked.set({ recordId, key: field.id })}
        >
          <Glyph name="clock" />
        </button>
      )}
      <div className="field-input">
        <FieldInput
          id={id}
          field={field}
          value={value}
          unread={unread}
          described={remarks}
          disabled={props.disabled}
          step={props.step}
        />
        <div className="field-said" id={remarks}>
          {props.beside}
          <Understood field={field} value={value} />
          {props.hint === undefined ? null : <span className="soft">{props.hint}</span>}
          {unread === undefined ? null : (
            <Mark level="error" text={say.open(`catalogue.unread.${field.kind}`, { text: unread })} />
          )}
          {refused ? <Mark level="error" text={say.fault(refused.code, refused.detail)} /> : null}
          {findings.map((finding) => (
            <Mark
              key={finding.code}
              level={finding.level}
              text={say.open(`rule.${finding.code}`, finding.detail)}
            />
          ))}
          {literal !== undefined && literal !== shown && !changed ? (
            <span className="soft">{say('catalogue.literal', { text: literal })}</span>
          ) : null}
          {changed ? (
            <span className="soft">
              {say('catalogue.was', { value: shownValue(field, stored) || say('common.nothing') })}
            </span>
          ) : null}
        </div>
      </div>
    </div>
  )
})
