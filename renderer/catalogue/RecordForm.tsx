import { useMemo, type KeyboardEvent } from 'react'
import { FIELDS, type Field, type FieldId } from '../../shared/catalogue/fields.ts'
import type { Fault } from '../../shared/contract/faults.ts'
import type { Finding, ObjectRecord } from '../../shared/catalogue/record.ts'
import { NUMBERED, type Numbered } from '../../shared/numbers/pattern.ts'
import { run } from '../frame/deeds.ts'
import { isComposing } from '../kit/keys.ts'
import { later } from '../kit/later.tsx'
import { useWords } from '../kit/words.ts'
import { keepNow } from './drafts.ts'
import { Extras } from './Extras.tsx'
import { FieldRow } from './FieldRow.tsx'
import { NumberDeeds } from '../numbers/NumberDeeds.tsx'
import { focusNext } from './focus.ts'
import type { Form, FormStep } from './form.ts'
import { redHint } from '../../shared/catalogue/red.ts'
import { redWords } from './years.ts'
import { spanOf } from './useFindings.ts'
import { Pictures } from '../media/Pictures.tsx'

const ObjectPeople = later(async () => (await import('../people/ObjectPeople.tsx')).ObjectPeople)

interface Run {
  readonly key: string
  readonly fields: readonly Field[]
}

/** The fields in the order of the standard, under a heading wherever the group changes; a group that comes again says more. */
const RUNS: readonly Run[] = FIELDS.reduce<readonly Run[]>((runs, field) => {
  const last = runs.at(-1)
  if (last?.fields[0]?.group === field.group) {
    return [...runs.slice(0, -1), { key: last.key, fields: [...last.fields, field] }]
  }
  const again = runs.some((run) => run.fields[0]?.group === field.group)
  return [...runs, { key: again ? `${field.group}.more` : field.group, fields: [field] }]
}, [])

const isNumbered = (id: FieldId): id is Numbered => NUMBERED.some((field) => field === id)
const NONE: readonly Finding[] = []

const hasModifier = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey || event.altKey

/** An open list with a marked line takes Enter for itself; rc-select marks none by an index of -1. */
function picksFromList(input: HTMLElement): boolean {
  const marked = input.getAttribute('aria-activedescendant') ?? ''
  return input.getAttribute('aria-expanded') === 'true' && !marked.endsWith('_-1')
}

/**
 * Enter goes to the next field, safe under an input method; in an open list it picks first, in long texts it is a new
 * line. Tab goes from field to field too, not through the buttons inside them.
 */
function pressed(event: KeyboardEvent<HTMLElement>): void {
  const { key, target } = event
  // a dialog is no part of the form, though its keys pass by here
  if (!(target instanceof Element) || !event.currentTarget.contains(target)) return
  if (key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event.nativeEvent)) {
    // a list would take the key for itself and open
    event.preventDefault()
    event.stopPropagation()
    return run(event.shiftKey ? 'record.saveAndNew' : 'record.save')
  }
  // nor is what is saved by itself
  if (target.closest('[data-apart]')) return
  if ((key !== 'Enter' && key !== 'Tab') || hasModifier(event) || isComposing(event.nativeEvent)) return
  const isLong = target instanceof HTMLTextAreaElement
  if (!(target instanceof HTMLInputElement) && !isLong) return
  if (key === 'Enter' && isLong) return
  if (key === 'Enter' && picksFromList(target)) {
    if (!target.closest('[data-kind="materials"]')) setTimeout(() => focusNext(target), 0)
    return
  }
  if (focusNext(target, event.shiftKey ? -1 : 1) || key === 'Enter') {
    event.preventDefault()
    event.stopPropagation()
  }
}

export function RecordForm(props: {
  readonly id: string
  readonly form: Form
  readonly record: ObjectRecord | null
  readonly findings: readonly Finding[]
  readonly refused: Fault | null
  readonly disabled: boolean
  readonly step: (step: FormStep) => void
  /** The draft that is kept at once when a field is left. */
  readonly leave: string
}) {
  const say = useWords()
  const { form, record, findings } = props
  const byField = useMemo(() => {
    const map = new Map<string, Finding[]>()
    for (const finding of findings) {
      const field = finding.field ?? ''
      map.set(field, [...(map.get(field) ?? []), finding])
    }
    return map
  }, [findings])
  const hint = useMemo(() => redHint(form.values, spanOf(form.values)), [form.values])
  return (
    <div
      className="record-form"
      data-form="record"
      onKeyDownCapture={pressed}
      onBlur={() => void keepNow(props.leave)}
    >
      {record ? (
        <Pictures owner={{ objectId: record.id, name: String(record.values.name ?? record.values.number) }} />
      ) : null}
      {record ? <ObjectPeople key={record.id} objectId={record.id} source={form.values.source} /> : null}
      {RUNS.map((run) => (
        <fieldset key={run.key} disabled={props.disabled}>
          <legend>{say.open(`group.${run.key}`)}</legend>
          {run.fields.map((field) => (
            <FieldRow
              key={field.id}
              field={field}
              recordId={record?.id ?? null}
              value={form.values[field.id]}
              stored={record ? form.stored[field.id] : undefined}
              unread={form.unread[field.id]}
              literal={record?.literals[field.id]}
              findings={byField.get(field.id) ?? NONE}
              refused={field.id === 'number' ? props.refused : null}
              hint={field.id === 'redRelic' && hint ? redWords(say, hint) : undefined}
              disabled={props.disabled}
              step={props.step}
              beside={
                isNumbered(field.id) && !props.disabled ? (
                  <NumberDeeds field={field.id} recordId={props.id} form={form} step={props.step} />
                ) : null
              }
            />
          ))}
        </fieldset>
      ))}
      {record ? <Extras extras={record.extras} /> : null}
    </div>
  )
}
