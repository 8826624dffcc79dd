import { FIELD_IDS, type FieldId } from '../../shared/catalogue/fields.ts'
import {
  noValues,
  type AllFieldValues,
  type FieldValue,
  type FieldValues,
  type UnreadTexts,
} from '../../shared/catalogue/record.ts'
import { follow } from './follow.ts'

/** A record being filled in: what is stored, what the form says now, and texts that are no value yet (`12.`, `民国`). */
export interface Form {
  readonly stored: AllFieldValues
  /** What the form began with: the stored values, or what a new object takes over from the one before. */
  readonly begun: AllFieldValues
  /** Null for an object not yet entered. */
  readonly revision: number | null
  readonly values: AllFieldValues
  readonly unread: Readonly<UnreadTexts>
}

export type FormStep =
  /** A field was filled in; what follows from it is filled in with it. */
  | { readonly kind: 'fill'; readonly field: FieldId; readonly value: FieldValue }
  /** A number that the museum proposes for a new object: nothing that anybody would miss. */
  | { readonly kind: 'propose'; readonly field: FieldId; readonly value: FieldValue }
  /** What was typed is no value of this field. */
  | { readonly kind: 'unread'; readonly field: FieldId; readonly text: string }
  /** A draft is taken up again; it was written upon that revision. */
  | {
      readonly kind: 'restore'
      readonly values: FieldValues
      readonly unread: UnreadTexts
      readonly revision: number | null
    }
  /** The record as it now stands. Fields typed in since `sent` went out are left as they are. */
  | {
      readonly kind: 'stored'
      readonly values: AllFieldValues
      readonly revision: number
      readonly sent?: AllFieldValues
    }
  /** Back to how the form began. */
  | { readonly kind: 'giveUp' }

export function formOf(
  stored: AllFieldValues | null,
  revision: number | null,
  start: FieldValues = {}
): Form {
  const values = stored ?? noValues
  const begun = { ...values, ...start }
  return { stored: values, begun, revision, values: begun, unread: {} }
}

export function stepForm(form: Form, step: FormStep): Form {
  switch (step.kind) {
    case 'fill': {
      const { [step.field]: _read, ...unread } = form.unread
      const typed = { ...form.values, [step.field]: step.value }
      return { ...form, unread, values: { ...typed, ...follow(form.values, typed, step.field) } }
    }
    case 'propose': {
      const proposed = { [step.field]: step.value }
      return { ...form, begun: { ...form.begun, ...proposed }, values: { ...form.values, ...proposed } }
    }
    case 'unread':
      return { ...form, unread: { ...form.unread, [step.field]: step.text } }
    case 'restore':
      return {
        ...form,
        values: { ...form.values, ...step.values },
        revision: step.revision,
        unread: step.unread,
      }
    case 'stored':
      return taken(form, step.values, step.revision, step.sent ?? form.values)
    case 'giveUp':
      return { ...form, values: form.begun, unread: {} }
  }
}

function taken(form: Form, stored: AllFieldValues, revision: number, sent: AllFieldValues): Form {
  const since: Partial<Record<FieldId, FieldValue>> = {}
  for (const id of FIELD_IDS) if (form.values[id] !== sent[id]) since[id] = form.values[id]
  return { stored, begun: stored, revision, values: { ...stored, ...since }, unread: form.unread }
}

/** Fields that differ from what is stored. */
export function changesOf(form: Form): FieldValues {
  return differing(form.values, form.stored)
}

/** Is there anything that a kill would lose? */
export function isTouched(form: Form): boolean {
  return Object.keys(form.unread).length > 0 || Object.keys(differing(form.values, form.begun)).length > 0
}

function differing(values: AllFieldValues, from: AllFieldValues): FieldValues {
  const changes: Partial<Record<FieldId, FieldValue>> = {}
  for (const id of FIELD_IDS) if (values[id] !== from[id]) changes[id] = values[id]
  return changes
}
