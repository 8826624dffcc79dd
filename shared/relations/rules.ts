import { z } from 'zod'
import type { FieldValue } from '../catalogue/record.ts'

/** Keys of both objects' histories: `relation.<id>` made or taken away, `relation.<id>.note`. */
const RELATION = 'relation.'

export const relationKey = (id: string, cell?: 'note'): string =>
  cell === undefined ? RELATION + id : `${RELATION}${id}.${cell}`

export function readRelationKey(key: string): { readonly id: string; readonly isNote: boolean } | null {
  if (!key.startsWith(RELATION)) return null
  const [id = '', cell] = key.slice(RELATION.length).split('.')
  return { id, isNote: cell === 'note' }
}

/** A relation as the history of one of its objects keeps it: `side`, `number` and `name` are of the other one, as then. */
const keptRelation = z.object({
  kind: z.string(),
  from: z.string(),
  to: z.string(),
  note: z.string().nullable(),
  side: z.enum(['from', 'to']),
  number: z.string(),
  name: z.string().nullable(),
})
export type KeptRelation = z.output<typeof keptRelation>

/** A relation of the history; null for a text that is none. */
export function readKeptRelation(value: FieldValue): KeptRelation | null {
  return typeof value === 'string' ? (keptRelation.safeParse(JSON.parse(value)).data ?? null) : null
}
