import type { Kysely } from 'kysely'
import zh from '../../../resources/words/zh-CN/fields.json' with { type: 'json' }
import en from '../../../resources/words/en/fields.json' with { type: 'json' }
import { FIELDS } from '../../../shared/catalogue/fields.ts'
import type { FieldValue } from '../../../shared/catalogue/record.ts'
import { Fault } from '../../../shared/contract/faults.ts'
import {
  ownDefinition,
  type OwnDefinition,
  type OwnField,
  type OwnId,
} from '../../../shared/fields/record.ts'
import { obstacleTo } from '../../../shared/fields/rules.ts'
import { headingKey } from '../../../shared/imports/headings.ts'
import { insertAudit } from '../../store/audit.ts'
import { valuesHeld } from '../../store/fields.ts'
import type { Database } from '../../store/schema.ts'
import type { Ctx } from '../context.ts'

const words: readonly Readonly<Record<string, string>>[] = [zh, en]
/** What the fields of the national table are called: a column of that name is theirs. */
const NATIONAL: ReadonlySet<string> = new Set(
  FIELDS.flatMap(({ id }) => words.map((language) => headingKey(language[`field.${id}`] ?? id)))
)

/** The field as it was shown: `ownField.missing`, or `ownField.changedMeanwhile` where a colleague has defined it anew. */
export function fieldShown(all: readonly OwnField[], id: OwnId, revision: number): OwnField {
  const field = all.find((one) => one.id === id)
  if (!field) throw new Fault('ownField.missing')
  if (field.revision !== revision) throw new Fault('ownField.changedMeanwhile')
  return field
}

/** Faults: ownField.nameTaken, ownField.limits, ownField.noCodes, ownField.codeTwice. */
export function refuseObstacle(wanted: OwnDefinition, others: readonly OwnField[]): void {
  const obstacle = obstacleTo(wanted, others, NATIONAL)
  if (obstacle) throw new Fault(`ownField.${obstacle.code}`, { name: obstacle.name })
}

/** `ownField.codeInUse` for a value that is gone from the list while records have it: it may only be put out of force. */
export async function refuseLostCodes(
  db: Kysely<Database>,
  museumId: string,
  before: OwnField,
  after: OwnDefinition
): Promise<void> {
  const lost = before.codes.filter(({ label }) => !after.codes.some((code) => code.label === label))
  if (lost.length === 0) return
  const held = await valuesHeld(db, museumId, before.id)
  for (const { label } of lost) {
    const count = held.get(label) ?? 0
    if (count > 0) throw new Fault('ownField.codeInUse', { name: label, count })
  }
}

/** What was defined, in the history: each part of the definition before and after. */
export async function tellOfField(
  tx: Kysely<Database>,
  museumId: string,
  ctx: Pick<Ctx, 'now' | 'mintId' | 'person'>,
  before: OwnField | null,
  after: OwnField | null
): Promise<void> {
  const field = after ?? before
  if (!field) return
  const told = (one: OwnField | null, key: keyof OwnDefinition | 'retired'): FieldValue => {
    const value = one?.[key] ?? null
    return typeof value === 'string' || typeof value === 'number' || value === null
      ? value
      : JSON.stringify(value)
  }
  const parts = [...(Object.keys(ownDefinition.shape) as (keyof OwnDefinition)[]), 'retired' as const]
  const changes = Object.fromEntries(
    parts.flatMap((part) => {
      const pair = [told(before, part), told(after, part)] as const
      return pair[0] === pair[1] ? [] : [[part, pair] as const]
    })
  )
  const entry = {
    museumId,
    id: ctx.mintId(),
    at: ctx.now(),
    person: ctx.person,
    room: 'fields',
    recordId: field.id,
  }
  const action = before === null ? 'registered' : after === null ? 'undone' : 'amended'
  await insertAudit(tx, [{ ...entry, action, batchId: null, reason: null, changes }])
}
