import type { Kysely } from 'kysely'
import type { Facet } from '../../shared/catalogue/fields.ts'
import type { Find } from '../../shared/catalogue/record.ts'
import { isOwnId, type OwnId } from '../../shared/fields/record.ts'
import { foundBy, foundSeqs } from './expressions.ts'
import { chosenOf, type Counting } from './counting.ts'
import { beyondFacets } from './conditions.ts'
import { countMembers, memberSeqs } from './members.ts'
import { columnsFor, keptColumns, type Columns } from './heldColumns.ts'
import type { Database } from './schema.ts'
import { countRows } from './workspace.ts'

export type Counted = { value: string | null; count: number }

export interface Counts {
  readonly total: number
  readonly facets: Partial<Record<Facet, Counted[]>>
  readonly own: Record<OwnId, Counted[]>
}

const NONE: readonly never[] = []
const EMPTY = new Uint32Array(0)

/** By facet that chooses anything: each object's code, and 1 for the codes that are among the chosen. */
const passesOf = (find: Find, { codes, values }: Columns) =>
  [...chosenOf(find)].map(
    ([key, chosen]) => [key, codes.get(key) ?? EMPTY, passing(key, values.get(key) ?? NONE, chosen)] as const
  )

/**
 * Counts of each value of the wanted facets, commonest first, and how many objects match in all. A facet's own choice
 * does not narrow its own counts, so that a second value can be added. A field of several materials counts for each.
 */
export async function facetCounts(
  db: Kysely<Database>,
  museumId: string,
  find: Find,
  only?: readonly Facet[]
): Promise<Counts> {
  const columns = await columnsFor(db, museumId, find.text)
  const positions = await narrowed(db, museumId, find, columns)
  const passes = passesOf(find, columns)
  const wanted: readonly Counting[] = only ?? [...columns.codes.keys()]
  const counts = wanted.map(
    (key) =>
      [key, columns.codes.get(key) ?? EMPTY, new Uint32Array(columns.values.get(key)?.length ?? 0)] as const
  )
  let total = 0
  for (const position of positions) {
    // the facet that alone stands in the way, if just one does
    let missed: Counting | null = null
    let misses = 0
    for (const [key, codes, pass] of passes) {
      if (pass[codes[position] ?? 0] === 1) continue
      missed = key
      misses += 1
      if (misses > 1) break
    }
    if (misses > 1) continue
    if (misses === 0) total += 1
    for (const [key, codes, count] of counts) {
      if (misses === 1 && key !== missed) continue
      const code = codes[position] ?? 0
      count[code] = (count[code] ?? 0) + 1
    }
  }
  const facets: Partial<Record<Facet, Counted[]>> = {}
  const own: Record<OwnId, Counted[]> = {}
  for (const [key, , count] of counts) {
    const told = ranked(key, count, columns.values.get(key) ?? NONE)
    if (isOwnId(key)) own[key] = told
    else facets[key] = told
  }
  return { total, facets, own }
}

/** So many objects of the same years and the same value of a facet. */
export interface YearsCounted {
  readonly start: number | null
  readonly end: number | null
  readonly value: string | null
  readonly count: number
}

/** How many of the objects that match have the same years and the same value of that facet. */
export async function yearsCounted(
  db: Kysely<Database>,
  museumId: string,
  find: Find,
  by: Exclude<Facet, 'materials'>
): Promise<YearsCounted[]> {
  const columns = await columnsFor(db, museumId, find.text)
  const passes = passesOf(find, columns)
  const [codes, values] = [columns.codes.get(by) ?? EMPTY, columns.values.get(by) ?? NONE]
  const counted = new Map<string, YearsCounted & { count: number }>()
  const yearOf = (at: number): number | null => {
    const year = columns.years[at] ?? Number.NaN
    return Number.isNaN(year) ? null : year
  }
  for (const position of await narrowed(db, museumId, find, columns)) {
    if (passes.some(([, of, pass]) => pass[of[position] ?? 0] !== 1)) continue
    const [start, end] = [yearOf(2 * position), yearOf(2 * position + 1)]
    const code = codes[position] ?? 0
    const key = `${start},${end},${code}`
    const known = counted.get(key)
    if (known) known.count += 1
    else counted.set(key, { start, end, value: values[code] ?? null, count: 1 })
  }
  return [...counted.values()]
}

/** How many objects match. */
export async function countObjects(db: Kysely<Database>, museumId: string, find: Find): Promise<number> {
  const isNarrowed = beyondFacets(db, museumId, find).length > 0 || chosenOf(find).size > 0
  if (find.set !== undefined && !isNarrowed && find.text.trim() === '')
    return countMembers(db, museumId, find.set)
  if (isNarrowed || find.set !== undefined) return (await facetCounts(db, museumId, find, [])).total
  const found = foundBy(db, museumId, find.text, false)
  if (!found) return countRows(db, 'object', museumId)
  const known = await keptColumns(db, museumId)
  if (known) return (await positionsFound(db, museumId, find.text, known)).length
  const row = await db
    .selectFrom('object')
    .select((of) => of.fn.countAll<number | string>().as('n'))
    .where('object.museum_id', '=', museumId)
    .where(found)
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

function ranked(facet: Counting, count: Uint32Array, values: readonly (string | null)[]): Counted[] {
  const sums = new Map<string | null, number>()
  values.forEach((value, code) => {
    const n = count[code] ?? 0
    if (n === 0) return
    for (const part of partsOf(facet, value)) sums.set(part, (sums.get(part) ?? 0) + n)
  })
  return [...sums]
    .map(([value, n]) => ({ value, count: n }))
    .sort((a, b) => b.count - a.count || ((a.value ?? '') < (b.value ?? '') ? -1 : 1))
}

const partsOf = (facet: Counting, value: string | null): (string | null)[] =>
  facet === 'materials' && value !== null ? value.split(',') : [value]

/** By code: 1 where a value is among the chosen. */
function passing(
  facet: Counting,
  values: readonly (string | null)[],
  chosen: readonly (string | null)[]
): Uint8Array {
  const wanted = new Set(chosen)
  return Uint8Array.from(values, (value) => (partsOf(facet, value).some((part) => wanted.has(part)) ? 1 : 0))
}

/** Positions of what text, set and the conditions beyond the facets find. */
async function narrowed(
  db: Kysely<Database>,
  museumId: string,
  find: Find,
  columns: Columns
): Promise<readonly number[]> {
  const found = await positionsFound(db, museumId, find.text, columns)
  const positions =
    find.set === undefined ? found : among(found, await memberSeqs(db, museumId, find.set), columns)
  const conditions = beyondFacets(db, museumId, find)
  if (conditions.length === 0) return positions
  const rows = await db
    .selectFrom('object')
    .select('object.seq')
    .where('object.museum_id', '=', museumId)
    .where((of) => of.and(conditions))
    .execute()
  return among(
    positions,
    rows.map(({ seq }) => seq),
    columns
  )
}

/** Those of the positions that belong to one of the seqs. */
function among(positions: readonly number[], seqs: readonly number[], columns: Columns): readonly number[] {
  const kept = new Uint8Array(columns.size)
  for (const seq of seqs) kept[columns.at[seq] ?? -1] = 1
  return positions.filter((position) => kept[position] === 1)
}

/** Positions of what the text finds; the page, the total and the counts of one search ask one after the other. */
async function positionsFound(
  db: Kysely<Database>,
  museumId: string,
  text: string,
  columns: Columns
): Promise<readonly number[]> {
  if (columns.last?.text === text) return columns.last.positions
  const seqs = await foundSeqs(db, museumId, text)
  const positions = seqs
    ? seqs.map((seq) => columns.at[seq] ?? -1).filter((position) => position >= 0)
    : Array.from({ length: columns.size }, (_, position) => position)
  columns.last = { text, positions }
  return positions
}
