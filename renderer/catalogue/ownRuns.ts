import type { OwnField } from '../../shared/fields/record.ts'
import { valueIn } from '../../shared/catalogue/record.ts'
import type { Form } from './form.ts'

/** Fields that the museum has added, under the headings that it gave them; no heading comes first. */
export interface OwnRun {
  readonly key: string
  readonly fields: readonly OwnField[]
}

/** A field put aside is still shown where something was typed into it: a draft from before, which nobody may lose. */
const isShown = ({ id, retired }: OwnField, { values, stored, unread }: Form): boolean =>
  !retired || unread[id] !== undefined || valueIn(values, id) !== valueIn(stored, id)

export function ownRuns(own: readonly OwnField[], form: Form): readonly OwnRun[] {
  const runs = new Map<string, OwnField[]>()
  for (const field of own) {
    if (!isShown(field, form)) continue
    const run = runs.get(field.group)
    if (run) run.push(field)
    else runs.set(field.group, [field])
  }
  return [...runs].map(([key, fields]) => ({ key, fields }))
}
