import { memo, useId } from 'react'
import type { Field } from '../../shared/catalogue/fields.ts'
import type { Fault } from '../../shared/contract/faults.ts'
import type { FieldValue, Finding } from '../../shared/catalogue/record.ts'
import { Mark } from '../kit/Mark.tsx'
import { useWords } from '../kit/words.ts'
import { shownValue } from './choices.ts'
import type { FormStep } from './form.ts'
import { FieldInput } from './inputs/FieldInput.tsx'
import { Understood } from './inputs/Understood.tsx'

interface Props {
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
}

/** One field: label, input, and under it all there is to say about what stands in it. */
export const FieldRow = memo(function FieldRow(props: Props) {
  const say = useWords()
  const id = useId()
  const { field, value, stored, unread, literal, findings, refused } = props
  const changed = stored !== undefined && stored !== value
  const shown = shownValue(field, value)
  const remarks = `${id}-said`
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
