import { z } from 'zod'
import file from '../../resources/relations/kinds.json' with { type: 'json' }

const said = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) })

/** `from` says what the one object is to the other, `to` what the other is; without `to` both are the same to each other. */
const shape = z.strictObject({
  id: z.string(),
  version: z.string(),
  status: z.enum(['现行', '废止', '待核实']),
  source: z.string().min(1),
  kinds: z.array(z.strictObject({ code: z.string().min(1), from: said, to: said.optional() })).min(1),
})

export const RELATION_KINDS = shape.parse(file).kinds
export type RelationKind = (typeof RELATION_KINDS)[number]

/** Objects that are parts of another, each with a number of its own: china-standards 1.8. */
export const WHOLE = 'whole'

/** Which end of a relation an object stands at. */
export type Side = 'from' | 'to'
export const otherSide = (side: Side): Side => (side === 'from' ? 'to' : 'from')

export const kindOf = (code: string): RelationKind | undefined =>
  RELATION_KINDS.find((kind) => kind.code === code)

export const isMutual = (code: string): boolean => kindOf(code)?.to === undefined

/** What the object at that end is called: 整体, 拓片; of a kind that this program does not know, its code. */
export function sideWords(code: string, side: Side, language: 'zh-CN' | 'en'): string {
  const kind = kindOf(code)
  return (side === 'to' ? (kind?.to ?? kind?.from) : kind?.from)?.[language] ?? code
}
