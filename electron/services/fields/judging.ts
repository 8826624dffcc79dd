import type { Kysely } from 'kysely'
import { valueIn, type FieldValues } from '../../../shared/catalogue/record.ts'
import { Fault } from '../../../shared/contract/faults.ts'
import { fitsOwn } from '../../../shared/fields/reading.ts'
import { isOwnId, type OwnField } from '../../../shared/fields/record.ts'
import { ownFields } from '../../store/fields.ts'
import type { Database } from '../../store/schema.ts'
import type { Ctx } from '../context.ts'
import type { Judging } from '../derive.ts'

/** What records of a museum are judged by today. */
export async function judgingIn(
  db: Kysely<Database>,
  museumId: string,
  ctx: Pick<Ctx, 'today'>
): Promise<Judging> {
  return { today: ctx.today(), own: await ownFields(db, museumId) }
}

/**
 * Values of the museum's own fields are as their definitions want them: `ownField.missing` for a field that is not there
 * any more, `ownField.unfit` for a value of another kind. A field put aside still takes what was typed into it before.
 */
export function refuseUnfit(values: FieldValues, own: readonly OwnField[]): void {
  for (const id of Object.keys(values).filter(isOwnId)) {
    const value = valueIn(values, id)
    const field = own.find((one) => one.id === id)
    if (!field && value !== null) throw new Fault('ownField.missing')
    if (field && !fitsOwn(field, value))
      throw new Fault('ownField.unfit', { field: field.name, text: String(value) })
  }
}

/** How the museum's own fields are defined just now: field → revision. */
export const definedAs = (own: readonly OwnField[]): Readonly<Record<string, number>> =>
  Object.fromEntries(own.map(({ id, revision }) => [id, revision]))

/** `ownField.changedMeanwhile` where one of those named has been defined otherwise since, or is gone. */
export function refuseRedefined(
  now: Readonly<Record<string, number>>,
  shown: Readonly<Record<string, number>>,
  named: readonly string[]
): void {
  if (named.some((id) => now[id] !== shown[id])) throw new Fault('ownField.changedMeanwhile')
}
