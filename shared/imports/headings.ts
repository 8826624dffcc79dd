import words from '../../resources/vocabularies/headings.json' with { type: 'json' }
import { fieldOf, isFieldId, type FieldId } from '../catalogue/fields.ts'
import { UNIT_NAMES, unitOf, type Unit } from './units.ts'

/** What a heading says beside its name: a unit in brackets, or which part of a day the column holds. */
export interface ReadHeading {
  /** Folded: no spaces, signs, case or width. The same heading typed slightly otherwise has the same key. */
  readonly key: string
  /** Fields it may mean, the likeliest first (lowest rank). */
  readonly meanings: readonly Meaning[]
  readonly unit: Unit | null
  readonly dayPart: 'year' | 'month' | 'day' | null
  /** `museum`, `museumCode`: 收藏单位 and its number, which say nothing where they are the museum's own. */
  readonly role: 'skip' | 'sizeUnit' | 'museum' | 'museumCode' | null
}

export interface Meaning {
  readonly field: FieldId
  readonly rank: number
}

/** Letters, digits, slashes and brackets only, half width, lower case; a heading of nothing but signs stays as it is. */
export function headingKey(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')
  const bare = folded.replace(/[^\p{L}\p{N}/()]+/gu, '').replace(/^\/+|\/+$/gu, '')
  return bare === '' ? folded : bare
}

const FIELD_ALIASES = new Map<string, Meaning[]>()
for (const [field, aliases] of Object.entries(words.fields)) {
  if (!isFieldId(field)) throw new RangeError(`headings.json names no field: ${field}`)
  aliases.forEach((alias, rank) => {
    const key = headingKey(alias)
    FIELD_ALIASES.set(key, [...(FIELD_ALIASES.get(key) ?? []), { field, rank }])
  })
}
const keysOf = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(headingKey))
const ROLES = (['skip', 'sizeUnit', 'museum', 'museumCode'] as const).map(
  (role) => [role, keysOf(words[role])] as const
)
const VALUE = keysOf(words.value)
const UNIT = keysOf(words.unit)
const DAY_PARTS = (['year', 'month', 'day'] as const).map((part) => [part, keysOf(words.day[part])] as const)

const read = new Map<string, ReadHeading>()
/** Characters: no heading is longer, and what is longer is a text that stands where headings do. */
const LONGEST = 200

/**
 * Reads a heading as it stands (two-level heads joined by `/`): `数量/件数`, `通高（厘米）`, `*质量 g`, `登记日期/年`.
 * A more literal reading always ranks before a freer one.
 */
export function readHeading(text: string): ReadHeading {
  const seen = read.get(text)
  if (seen) return seen
  const made = interpret(text.slice(0, LONGEST))
  if (read.size > 2000) read.clear()
  read.set(text, made)
  return made
}

function interpret(text: string): ReadHeading {
  const key = headingKey(text)
  const { name, unit } = withoutUnit(text)
  const parts = headingKey(name)
    .split('/')
    .filter((part) => part !== '')
  const last = parts.at(-1) ?? ''
  const parent = parts.slice(0, -1).join('/')
  const dayPart = parent === '' ? null : (DAY_PARTS.find(([, names]) => names.has(last))?.[0] ?? null)
  // 重量/单位 is the unit of a weight, and 重量/数值 the weight
  const unitOfMass = UNIT.has(last) && fieldsOf(parent).includes('mass')
  if (unitOfMass)
    return { key, meanings: [{ field: 'massUnit', rank: 0 }], unit: null, dayPart: null, role: null }
  const whole = [key, headingKey(name), stripped(name)]
  const readings = dayPart
    ? [parent]
    : [...whole, ...(VALUE.has(last) ? [parent, stripped(parent)] : [last, stripped(last)])]
  const meanings = new Map<FieldId, Meaning>()
  readings.forEach((reading, freedom) => {
    for (const { field, rank } of FIELD_ALIASES.get(reading) ?? []) {
      if (dayPart && fieldOf(field).kind !== 'day') continue
      if (!meanings.has(field)) meanings.set(field, { field, rank: freedom * 1000 + rank })
    }
  })
  const role = roleOf(key, parent, last)
  return { key, meanings: [...meanings.values()].sort((a, b) => a.rank - b.rank), unit, dayPart, role }
}

const fieldsOf = (key: string): FieldId[] =>
  [key, stripped(key)].flatMap((each) => FIELD_ALIASES.get(each) ?? []).map(({ field }) => field)

function roleOf(key: string, parent: string, last: string): ReadHeading['role'] {
  const own = ROLES.find(([, names]) => names.has(key))?.[0]
  if (own !== undefined) return own
  return UNIT.has(last) && fieldsOf(parent).includes('sizeText') ? 'sizeUnit' : null
}

const stripped = (text: string): string =>
  headingKey(text.normalize('NFKC').replace(/[([【〔][^)\]】〕]*[)\]】〕]/gu, ''))

// the letters of `medium` and `item` are no unit: a Latin one stands after something that is not a Latin letter
const UNIT_AT_END = new RegExp(
  `^(.*(?:[^a-z\\s/:]|[a-z](?=[\\s/:])))[\\s/:]*(${UNIT_NAMES.join('|')})$`,
  'iu'
)

/** `通高（厘米）`, `质量/克`, `重量kg`: the unit and what is left. A unit never is the whole heading. */
function withoutUnit(text: string): { name: string; unit: Unit | null } {
  const folded = text.normalize('NFKC').trim()
  const bracket = /[([【〔]\s*(?:单位)?\s*[::]?\s*([^)\]】〕]+?)\s*[)\]】〕]/u.exec(folded)
  const inside = bracket?.[1] === undefined ? null : unitOf(bracket[1])
  if (bracket && inside) return { name: folded.replace(bracket[0], ''), unit: inside }
  const tail = UNIT_AT_END.exec(folded)
  const after = tail?.[2] === undefined ? null : unitOf(tail[2])
  return tail?.[1] !== undefined && after ? { name: tail[1], unit: after } : { name: folded, unit: null }
}
