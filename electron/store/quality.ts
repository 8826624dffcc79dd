import { sql, type Expression, type Insertable, type Kysely, type Selectable, type SqlBool } from 'kysely'
import { ERROR } from '../../shared/quality/marks.ts'
import { PRECIOUS, PRECIOUS_VIEWS, WHOLE_VIEWS } from '../../shared/quality/rules.ts'
import type { PartyRole } from '../../shared/people/record.ts'
import { newVersion } from './catalogue.ts'
import type { AcceptanceTable, Database, ObjectTable } from './schema.ts'

/** Rules that are worked out of several tables or records whenever they are asked for. */
export type MuseumRule = 'N7' | 'I1' | 'V10'
export const isMuseumRule = (rule: string): rule is MuseumRule =>
  rule === 'N7' || rule === 'I1' || rule === 'V10'

/** What twins share: N7 asks for name, size and number of parts; an object without any size has no twin. */
const TWIN = sql`name, size_text, length, width, height, actual_quantity`
const SIZED = sql`name is not null
  and (size_text is not null or length is not null or width is not null or height is not null)`

/** The condition that an object breaks a rule and nobody accepted it; `error` asks for any error. */
export function brokenRule(museumId: string, rule: string): Expression<SqlBool> {
  if (isMuseumRule(rule))
    return sql<SqlBool>`(${broken(museumId, rule)} and not exists (select 1 from acceptance
      where acceptance.museum_id = object.museum_id and acceptance.object_id = object.id and acceptance.code = ${rule}))`
  if (rule === 'error') return sql<SqlBool>`object.findings like ${`%${ERROR}%`}`
  // marks are joined by commas, and an accepted one keeps its sign
  return sql<SqlBool>`(',' || replace(object.findings, ${ERROR}, '') || ',') like ${`%,${rule},%`}`
}

function broken(museumId: string, rule: MuseumRule): Expression<SqlBool> {
  if (rule === 'I1') return sql<SqlBool>`${lacksViews}`
  if (rule === 'V10') return lacksParty
  return sql<SqlBool>`object.seq in (select seq from (select seq, count(*) over (partition by ${TWIN}) as twins
    from object where museum_id = ${museumId} and ${SIZED}) as counted where twins > 1)`
}

const seen = sql`from picture where picture.museum_id = object.museum_id and picture.object_id = object.id
  and picture.removed_at is null`
const lacksViews = sql<SqlBool>`(not exists (select 1 ${seen} and picture.view in (${sql.join([...WHOLE_VIEWS])}))
  or (object.grade in (${sql.join([...PRECIOUS])}) and (select count(distinct picture.view) ${seen}) < ${PRECIOUS_VIEWS}))`

/** V10: who is to be named for a way of acquisition, written in 来源说明 or linked. */
const NAMED_BY: readonly (readonly [source: string, role: PartyRole])[] = [
  ['接受捐赠', 'donor'],
  ['征集购买', 'seller'],
  ['发掘', 'excavator'],
]
const isOfSource = NAMED_BY.map(
  ([source, role]) => sql`(object.source = ${source} and not exists (select 1 from party_link
    where party_link.museum_id = object.museum_id and party_link.object_id = object.id
      and party_link.role = ${role} and party_link.removed_at is null))`
)
const lacksParty = sql<SqlBool>`(object.source_detail is null and (${sql.join(isOfSource, sql` or `)}))`

export interface MarkCount {
  readonly findings: string | null
  readonly grade: string | null
  readonly objects: number
}

/** How many objects have the same marks and grade; read from an index alone. */
export async function marksCounted(db: Kysely<Database>, museumId: string): Promise<MarkCount[]> {
  const rows = await db
    .selectFrom('object')
    .select(['findings', 'grade', (of) => of.fn.countAll<number | string>().as('objects')])
    .where('museum_id', '=', museumId)
    .groupBy(['findings', 'grade'])
    .execute()
  return rows.map((row) => ({ ...row, objects: Number(row.objects) }))
}

/** Objects that break a rule of several records, and objects for which that was accepted. */
export async function countMuseumRule(
  db: Kysely<Database>,
  museumId: string,
  rule: MuseumRule
): Promise<{ broken: number; accepted: number }> {
  const found = await db
    .selectFrom('object')
    .select((of) => of.fn.countAll<number | string>().as('n'))
    .where('museum_id', '=', museumId)
    .where(brokenRule(museumId, rule))
    .executeTakeFirst()
  const accepted = await db
    .selectFrom('acceptance')
    .select((of) => of.fn.countAll<number | string>().as('n'))
    .where('museum_id', '=', museumId)
    .where('code', '=', rule)
    .executeTakeFirst()
  return { broken: Number(found?.n ?? 0), accepted: Number(accepted?.n ?? 0) }
}

/** Whole rows of objects that break a rule, in the order of their numbers. */
export async function objectsBreaking(
  db: Kysely<Database>,
  museumId: string,
  rule: string,
  limit: number
): Promise<Selectable<ObjectTable>[]> {
  return db
    .selectFrom('object')
    .selectAll()
    .where('museum_id', '=', museumId)
    .where(brokenRule(museumId, rule))
    .orderBy('number_key')
    .orderBy('seq')
    .limit(limit)
    .execute()
}

/** Which of the rules of several records one object breaks, whether accepted or not. */
export async function museumRulesBroken(
  db: Kysely<Database>,
  museumId: string,
  id: string
): Promise<MuseumRule[]> {
  const lacks = (what: Expression<SqlBool>) =>
    db
      .selectFrom('object')
      .select('id')
      .where('museum_id', '=', museumId)
      .where('id', '=', id)
      .where(what)
      .executeTakeFirst()
  const pictured = await lacks(lacksViews)
  const unnamed = await lacks(lacksParty)
  const twins = await sql<{ id: string }>`select other.id from object as one join object as other
    on other.museum_id = one.museum_id and other.name_key = one.name_key and other.name = one.name
    and other.size_text is not distinct from one.size_text and other.length is not distinct from one.length
    and other.width is not distinct from one.width and other.height is not distinct from one.height
    and other.actual_quantity is not distinct from one.actual_quantity and other.id <> one.id
    where one.museum_id = ${museumId} and one.id = ${id}
    and (one.size_text is not null or one.length is not null or one.width is not null or one.height is not null)
    limit 1`.execute(db)
  const broken: MuseumRule[] = []
  if (twins.rows.length > 0) broken.push('N7')
  if (pictured) broken.push('I1')
  if (unnamed) broken.push('V10')
  return broken
}

const MOST_TWINS = 5000

/** Objects that have twins, twins beside each other; at most 5000. */
export async function twinsOf(db: Kysely<Database>, museumId: string) {
  const { rows } =
    await sql<TwinRow>`select id, number, name, size_text, length, width, height, actual_quantity,
    era_text, grade, place, source, (select count(*) from acceptance where acceptance.museum_id = object.museum_id
      and acceptance.object_id = object.id and acceptance.code = 'N7') as accepted
    from object where museum_id = ${museumId} and ${broken(museumId, 'N7')}
    order by name_key, ${TWIN}, number_key limit ${MOST_TWINS}`.execute(db)
  return rows
}

export type TwinRow = Pick<
  Selectable<ObjectTable>,
  | 'id'
  | 'number'
  | 'name'
  | 'size_text'
  | 'length'
  | 'width'
  | 'height'
  | 'actual_quantity'
  | 'era_text'
  | 'grade'
  | 'place'
  | 'source'
> & { readonly accepted: number | string }

/** Whole rows behind `after` (a seq), to be judged: all of them, or those not judged yet. */
export async function objectsToJudge(
  db: Kysely<Database>,
  museumId: string,
  { all, after, limit }: { readonly all: boolean; readonly after: number; readonly limit: number }
): Promise<Selectable<ObjectTable>[]> {
  return db
    .selectFrom('object')
    .selectAll()
    .where('museum_id', '=', museumId)
    .where('seq', '>', after)
    .$if(!all, (query) => query.where('findings', 'is', null))
    .orderBy('seq')
    .limit(limit)
    .execute()
}

/** Keeps what was found in objects whose values stay as they are. */
export async function putFindings(
  db: Kysely<Database>,
  museumId: string,
  found: readonly { readonly id: string; readonly findings: string; readonly warnings: number }[]
): Promise<void> {
  if (found.length === 0) return
  for (const { id, findings, warnings } of found) {
    await db
      .updateTable('object')
      .set({ findings, warnings })
      .where('museum_id', '=', museumId)
      .where('id', '=', id)
      .execute()
  }
  await newVersion(db, museumId)
}

export type Acceptance = Selectable<AcceptanceTable>

/** What was accepted of these objects; at most 500 of them. */
export async function acceptancesOf(
  db: Kysely<Database>,
  museumId: string,
  ids: readonly string[]
): Promise<Acceptance[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('acceptance')
    .selectAll()
    .where('museum_id', '=', museumId)
    .where('object_id', 'in', ids)
    .execute()
}

export async function putAcceptance(db: Kysely<Database>, row: Insertable<AcceptanceTable>): Promise<void> {
  const { detail, reason, person, at } = row
  await db
    .insertInto('acceptance')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['museum_id', 'object_id', 'code', 'field'])
        .doUpdateSet({ detail, reason, person, at })
    )
    .execute()
}

/** Whether there was one. */
export async function dropAcceptance(
  db: Kysely<Database>,
  { museum_id, object_id, code, field }: Pick<Acceptance, 'museum_id' | 'object_id' | 'code' | 'field'>
): Promise<boolean> {
  const gone = await db
    .deleteFrom('acceptance')
    .where('museum_id', '=', museum_id)
    .where('object_id', '=', object_id)
    .where('code', '=', code)
    .where('field', '=', field)
    .executeTakeFirst()
  return Number(gone.numDeletedRows) > 0
}
