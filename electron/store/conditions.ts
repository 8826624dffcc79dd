import { sql, type Expression, type Kysely, type RawBuilder, type SqlBool } from 'kysely'
import type { Find } from '../../shared/catalogue/record.ts'
import { RED_HINTS } from '../../shared/catalogue/red.ts'
import { columnOf } from './catalogue.ts'
import { foundBy } from './expressions.ts'
import { linkedTo } from './partyLinks.ts'
import { brokenRule } from './quality.ts'
import type { Database } from './schema.ts'

/** What narrows a list besides its text and its facets. */
export function beyondFacets(db: Kysely<Database>, museumId: string, find: Find): Expression<SqlBool>[] {
  return [
    ...(find.rule === undefined ? [] : [brokenRule(museumId, find.rule)]),
    ...(find.value === undefined ? [] : [holdsValue(find.value)]),
    ...(find.party === undefined ? [] : [linkedTo(museumId, find.party)]),
    ...(find.years === undefined ? [] : [ofYears(find.years)]),
    ...(find.acquiredIn === undefined ? [] : [acquiredIn(find.acquiredIn)]),
    ...(find.redHint === undefined ? [] : [mayBeRed(db, museumId)]),
  ]
}

/** By the day of acquisition, else by the year. */
function acquiredIn(year: number): Expression<SqlBool> {
  const from = String(year).padStart(4, '0')
  return sql<SqlBool>`((object.acquired_on >= ${from} and object.acquired_on < ${`${from}~`})
    or (object.acquired_on is null and object.acquisition_year = ${year}))`
}

/**
 * Objects whose interval touches the years (both ends count) or lies within them. An end that is not known may be
 * anywhere: it touches, and lies within nothing.
 */
function ofYears({ from, to, how }: NonNullable<Find['years']>): Expression<SqlBool> {
  if (how === 'unknown') return sql<SqlBool>`(object.era_start is null and object.era_end is null)`
  const dated = sql`(object.era_start is not null or object.era_end is not null)`
  const parts = how === 'within' ? withinYears(from, to) : touchingYears(from, to)
  return sql<SqlBool>`(${sql.join([dated, ...parts], sql` and `)})`
}

const withinYears = (from: number | null, to: number | null): RawBuilder<unknown>[] => [
  ...(from === null ? [] : [sql`object.era_start >= ${from}`]),
  ...(to === null ? [] : [sql`object.era_end <= ${to}`]),
]

const touchingYears = (from: number | null, to: number | null): RawBuilder<unknown>[] => [
  ...(from === null ? [] : [sql`(object.era_end >= ${from} or object.era_end is null)`]),
  ...(to === null ? [] : [sql`(object.era_start <= ${to} or object.era_start is null)`]),
]

/** Objects of which nobody has said whether they are 革命文物, and whose years or words speak for it. */
function mayBeRed(db: Kysely<Database>, museumId: string): Expression<SqlBool> {
  const words = RED_HINTS.words.flatMap((word) => foundBy(db, museumId, word, true) ?? [])
  const ofTime = sql<SqlBool>`(object.era_start >= ${RED_HINTS.from} and object.era_end <= ${RED_HINTS.to})`
  return sql<SqlBool>`(object.red_relic is null and (${sql.join([ofTime, ...words], sql` or `)}))`
}

/** Objects that have exactly that value in a coded field. */
export function holdsValue({ field, value }: NonNullable<Find['value']>): Expression<SqlBool> {
  if (field === 'materials') return holdsMaterial(value)
  return sql<SqlBool>`${sql.ref(`object.${columnOf(field)}`)} = ${value}`
}

/** Objects of which that is one of the materials. */
export function holdsMaterial(leaf: string): Expression<SqlBool> {
  const pattern = `%,${leaf.replace(/[\\%_]/g, (special) => `\\${special}`)},%`
  return sql<SqlBool>`',' || object.materials || ',' like ${pattern} escape '\\'`
}
