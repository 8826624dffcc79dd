import { sql, type ExpressionBuilder, type Kysely, type SqlBool } from 'kysely'
import { fieldOf, isFieldId, type FieldId } from '../../shared/catalogue/fields.ts'
import type { FieldValue, FieldValues, Find } from '../../shared/catalogue/record.ts'
import type { NamedPicture } from '../../shared/reports/pictures.ts'
import { columnOf } from './catalogue.ts'
import { matching } from './find.ts'
import type { Database } from './schema.ts'

/** Which objects are listed: those found, of one book (an object of no book is taken for it) or, for null, of all. */
export interface Listed {
  readonly find: Find
  readonly book: string | null
}

/** An object as a report reads it: its values as the store gives them, nothing copied. */
export interface ListedRow extends FieldValues {
  readonly objectId: string
  /** Only where the rules are to judge. */
  readonly eraStart?: number | null
  readonly eraEnd?: number | null
  /** JSON. */
  readonly objectLiterals?: string
  readonly objectParts?: string | null
}

const ofBook = (book: string | null) => (of: ExpressionBuilder<Database, 'object'>) =>
  book === null ? of.lit(true) : of.or([of('object.book', 'is', null), of('object.book', '=', book)])

export async function countListed(
  db: Kysely<Database>,
  museumId: string,
  { find, book }: Listed
): Promise<number> {
  const row = await matching(db, museumId, find, true)
    .where(ofBook(book))
    .select((of) => of.fn.countAll<number | string>().as('n'))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

/**
 * The objects of a report in the order of their numbers (9 before 10), in pages of `size`: never more than one page is
 * held. `fields` are those wanted; `judged` adds what the rules ask for.
 */
export async function* listedPages(
  db: Kysely<Database>,
  museumId: string,
  { find, book }: Listed,
  { fields, judged }: { readonly fields: readonly FieldId[]; readonly judged: boolean },
  size: number
): AsyncGenerator<readonly ListedRow[]> {
  // named as the fields are, so that the store's row is the record's values
  const wanted = fields.map((id) => `object.${columnOf(id)} as ${id}` as const)
  let after: readonly [key: string, seq: number] | null = null
  for (;;) {
    const place: readonly [string, number] | null = after
    const rows = await matching(db, museumId, find, true)
      .where(ofBook(book))
      .$if(place !== null, (query) =>
        query.where(sql<SqlBool>`(object.number_key, object.seq) > (${place?.[0]}, ${place?.[1]})`)
      )
      .select(wanted)
      .select(['object.id as objectId', 'object.seq as objectSeq', 'object.number_key as objectKey'])
      .$if(judged, (query) =>
        query.select([
          'object.era_start as eraStart',
          'object.era_end as eraEnd',
          'object.literals as objectLiterals',
          'object.parts as objectParts',
        ])
      )
      .orderBy('object.number_key')
      .orderBy('object.seq')
      .limit(size)
      .execute()
    const last = rows.at(-1)
    if (!last) return
    yield rows
    if (rows.length < size) return
    after = [last.objectKey, last.objectSeq]
  }
}

/** The objects whose ledger entry may have been corrected: few, so that the rest need not be asked about. */
export async function correctedObjects(db: Kysely<Database>, museumId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('audit')
    .select('record_id')
    .distinct()
    .where('museum_id', '=', museumId)
    .where('action', 'in', ['amended', 'reverted'])
    .where('reason', 'is not', null)
    .execute()
  return new Set(rows.map((row) => row.record_id))
}

/** The objects that have pictures. */
export async function picturedObjects(db: Kysely<Database>, museumId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('picture')
    .select('object_id')
    .distinct()
    .where('museum_id', '=', museumId)
    .where('removed_at', 'is', null)
    .execute()
  return new Set(rows.map((row) => row.object_id))
}

/** A correction as it was recorded: a change of ledger fields for which a reason was given. */
export interface RecordedCorrection {
  readonly person: string
  readonly at: string
  readonly before: FieldValues
}

/** The corrections of those objects by object, oldest first. At most 1000 ids a call. */
export async function correctionsOf(
  db: Kysely<Database>,
  museumId: string,
  ids: readonly string[]
): Promise<ReadonlyMap<string, readonly RecordedCorrection[]>> {
  const found = new Map<string, RecordedCorrection[]>()
  if (ids.length === 0) return found
  const rows = await db
    .selectFrom('audit')
    .select(['record_id', 'person', 'at', 'changes'])
    .where('museum_id', '=', museumId)
    .where('record_id', 'in', ids)
    .where('action', 'in', ['amended', 'reverted'])
    .where('reason', 'is not', null)
    .orderBy('id')
    .execute()
  for (const { record_id, person, at, changes } of rows) {
    const before: Partial<Record<FieldId, FieldValue>> = {}
    const changed = JSON.parse(changes) as Record<string, [FieldValue, FieldValue]>
    for (const [field, [old]] of Object.entries(changed)) {
      if (isFieldId(field) && fieldOf(field).ledger) before[field] = old
    }
    if (Object.keys(before).length === 0) continue
    const known = found.get(record_id)
    if (known) known.push({ person, at, before })
    else found.set(record_id, [{ person, at, before }])
  }
  return found
}

/** The pictures of those objects by object, in their order. At most 1000 ids a call. */
export async function picturesOf(
  db: Kysely<Database>,
  museumId: string,
  ids: readonly string[]
): Promise<ReadonlyMap<string, readonly NamedPicture[]>> {
  const found = new Map<string, NamedPicture[]>()
  if (ids.length === 0) return found
  const rows = await db
    .selectFrom('picture')
    .select(['object_id', 'view', 'type'])
    .where('museum_id', '=', museumId)
    .where('removed_at', 'is', null)
    .where('object_id', 'in', ids)
    .orderBy('object_id')
    .orderBy('position')
    .execute()
  for (const { object_id, view, type } of rows) {
    const known = found.get(object_id)
    if (known) known.push({ view, type })
    else found.set(object_id, [{ view, type }])
  }
  return found
}

/** Name and unit code of the museum, for the head of a report. */
export async function museumNamed(
  db: Kysely<Database>,
  museumId: string
): Promise<{ name: string; code: string | null }> {
  return db.selectFrom('museum').select(['name', 'code']).where('id', '=', museumId).executeTakeFirstOrThrow()
}
