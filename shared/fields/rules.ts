import { headingKey } from '../imports/headings.ts'
import type { OwnDefinition, OwnField } from './record.ts'

/** What stands in the way of a definition: the fault's code behind `ownField.`, and what it names. */
export interface Obstacle {
  readonly code: 'nameTaken' | 'limits' | 'noCodes' | 'codeTwice'
  readonly name: string
}

/**
 * Can a field be defined so beside the others? Names are told apart as headings of an import are; `national` are the
 * names of the national fields in all languages, which mean those fields.
 */
export function obstacleTo(
  wanted: OwnDefinition,
  others: readonly Pick<OwnField, 'name' | 'english'>[],
  national: ReadonlySet<string>
): Obstacle | null {
  const names = [wanted.name, wanted.english ?? ''].filter((name) => name !== '')
  const taken = new Set(
    others.flatMap(({ name, english }) => [headingKey(name), headingKey(english ?? name)])
  )
  const twice = names.find((name) => taken.has(headingKey(name)) || national.has(headingKey(name)))
  if (twice !== undefined) return { code: 'nameTaken', name: twice }
  if (wanted.min !== null && wanted.max !== null && wanted.min > wanted.max)
    return { code: 'limits', name: wanted.name }
  if (wanted.kind !== 'code') return null
  if (wanted.codes.length === 0) return { code: 'noCodes', name: wanted.name }
  const seen = new Set<string>()
  for (const { label, aliases } of wanted.codes) {
    const own = new Set([label, ...aliases].map(headingKey))
    for (const key of own) {
      if (seen.has(key)) return { code: 'codeTwice', name: label }
      seen.add(key)
    }
  }
  return null
}

/** Without what belongs to another kind: a text has no unit, a day no list. */
export function tidied(wanted: OwnDefinition): OwnDefinition {
  const isNumber = wanted.kind === 'integer' || wanted.kind === 'decimal'
  const text = (one: string | null): string | null => (one === '' ? null : one)
  return {
    ...wanted,
    english: text(wanted.english),
    help: text(wanted.help),
    unit: isNumber ? text(wanted.unit) : null,
    min: isNumber ? wanted.min : null,
    max: isNumber ? wanted.max : null,
    codes: wanted.kind === 'code' ? wanted.codes : [],
  }
}

/** Does what the rules say of records change with the definition? */
export function isJudgedOtherwise(before: OwnField, after: OwnDefinition): boolean {
  const judged = ({ kind, min, max, codes, required }: OwnDefinition): string =>
    JSON.stringify([kind, min, max, codes, required])
  return judged(before) !== judged(after)
}
