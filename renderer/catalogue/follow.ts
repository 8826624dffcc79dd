import { isFieldId, type FieldId } from '../../shared/catalogue/fields.ts'
import type { AllFieldValues, FieldKey, FieldValue, FieldValues } from '../../shared/catalogue/record.ts'
import { acquisitionBand, massBand } from '../../shared/kernel/bands.ts'
import { readEra } from '../../shared/kernel/era/index.ts'
import { classOf, subclassOf } from '../../shared/vocabulary/tables.ts'
import { MATERIAL_COMMA } from './choices.ts'

type Followed = Partial<Record<FieldId, FieldValue>>

/**
 * What follows from a field just filled in (china-standards 1.5, 1.7): only into fields that are empty or still hold
 * what followed from the value before. What somebody chose by hand stays.
 */
export function follow(before: AllFieldValues, now: AllFieldValues, field: FieldKey): FieldValues {
  const derived = isFieldId(field) ? DERIVED[field] : undefined
  if (!derived) return {}
  const were = derived(before)
  const followed: Followed = {}
  for (const [id, value] of Object.entries(derived(now)) as [FieldId, FieldValue][]) {
    const free = now[id] === null || now[id] === were[id]
    if (value !== null && free) followed[id] = value
  }
  return followed
}

const leavesOf = (values: AllFieldValues): string[] =>
  typeof values.materials === 'string' ? values.materials.split(MATERIAL_COMMA) : []

/** Units of 质量单位 in grams. */
const GRAMS: Readonly<Record<string, number>> = { g: 1, kg: 1000, 吨: 1_000_000 }

function massBandOf({ mass, massUnit }: AllFieldValues): string | null {
  const grams = GRAMS[String(massUnit)]
  return typeof mass === 'number' && grams !== undefined ? massBand(mass * grams) : null
}

const bandOfDay = (day: FieldValue): string | null => (typeof day === 'string' ? acquisitionBand(day) : null)

const DERIVED: { readonly [F in FieldId]?: (values: AllFieldValues) => Followed } = {
  materials: (values) => ({
    materialClass: classOf(leavesOf(values)),
    materialSubclass: subclassOf(leavesOf(values)),
  }),
  eraText: (values) => ({ era: typeof values.eraText === 'string' ? readEra(values.eraText).code : null }),
  acquiredOn: (values) => ({
    acquisitionYear: typeof values.acquiredOn === 'string' ? Number(values.acquiredOn.slice(0, 4)) : null,
    acquisitionBand: bandOfDay(values.acquiredOn),
  }),
  acquisitionYear: ({ acquisitionYear }) => ({
    acquisitionBand: typeof acquisitionYear === 'number' ? acquisitionBand(acquisitionYear) : null,
  }),
  mass: (values) => ({ massBand: massBandOf(values) }),
  massUnit: (values) => ({ massBand: massBandOf(values) }),
  quantityKind: (values) => ({
    // 单件 is one thing (V08)
    actualQuantity: values.quantityKind === '单件' ? 1 : null,
    sets: values.quantityKind === null ? null : 1,
  }),
}
