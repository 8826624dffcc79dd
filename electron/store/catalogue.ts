import type { Insertable, Kysely, Selectable } from 'kysely'
import { FIELDS, FIELD_IDS, type FieldId } from '../../shared/catalogue/fields.ts'
import { ownIn, type AllFieldValues, type FieldValue } from '../../shared/catalogue/record.ts'
import type { ObjectRecord, OwnValues } from '../../shared/catalogue/record.ts'
import type { Part } from '../../shared/relations/parts.ts'
import { Fault } from '../../shared/contract/faults.ts'
import { insertNumbered } from './bulk.ts'
import { enterSearch, leaveSearch, type SearchEntry } from './expressions.ts'
import { leaveNumbersOf } from './numbers.ts'
import { ownJson, readOwnValues, textsOf } from './own.ts'
import type { Database, FieldColumn, ObjectTable } from './schema.ts'
import { leaveSets } from './leaving.ts'

/** Field ids beside their columns: `numberType` is `number_type`. */
export const FIELD_COLUMNS: readonly (readonly [id: FieldId, column: FieldColumn])[] = FIELDS.map((field) => [
  field.id,
  columnOf(field.id),
])

export function columnOf(id: FieldId): FieldColumn {
  return id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) as FieldColumn
}

/** A record as it is written: values, what was derived from them, and where it came from. */
export interface WrittenObject extends WrittenBeside {
  readonly values: AllFieldValues
  readonly parts: readonly Part[]
}

/** A new record with its values laid out in the order of FIELD_IDS: an import brings a hundred thousand. */
export interface LaidOutObject extends WrittenBeside {
  readonly fields: readonly FieldValue[]
  readonly own: OwnValues
}

interface WrittenBeside {
  readonly id: string
  readonly museumId: string
  readonly revision: number
  readonly literals: Readonly<Record<string, string>>
  readonly extras: Readonly<Record<string, string>>
  readonly eraStart: number | null
  readonly eraEnd: number | null
  readonly eraCertainty: string | null
  readonly numberKey: string
  readonly nameKey: string
  readonly warnings: number
  /** Rules that found something, see shared/quality/marks.ts. */
  readonly findings: string
  readonly words: string
  readonly initials: string
  readonly batchId: string | null
  readonly createdAt: string
  readonly updatedAt: string
}

type ObjectRow = Selectable<ObjectTable>
type WrittenRow = Omit<Insertable<ObjectTable>, 'seq'>

export function readObject(row: ObjectRow): ObjectRecord {
  return {
    id: row.id,
    revision: row.revision,
    values: { ...valuesOf(row), ...readOwnValues(row.own) },
    eraStart: row.era_start,
    eraEnd: row.era_end,
    eraCertainty: row.era_certainty,
    literals: textsOf(row.literals),
    extras: textsOf(row.extras),
    parts: partsOf(row.parts),
    batchId: row.batch_id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

export function valuesOf(row: Readonly<Record<FieldColumn, FieldValue>>): AllFieldValues {
  const values: Record<string, FieldValue> = {}
  for (const [id, column] of FIELD_COLUMNS) values[id] = row[column]
  return values as AllFieldValues
}

/** A part list as it is stored; null is none. */
export const partsOf = (json: string | null): Part[] => (json === null ? [] : (JSON.parse(json) as Part[]))

function rowOf(object: WrittenObject): WrittenRow {
  const columns: Record<string, FieldValue> = {}
  for (const [id, column] of FIELD_COLUMNS) columns[column] = object.values[id]
  return {
    ...(columns as Record<FieldColumn, never>),
    museum_id: object.museumId,
    id: object.id,
    revision: object.revision,
    era_start: object.eraStart,
    era_end: object.eraEnd,
    era_certainty: object.eraCertainty,
    number_key: object.numberKey,
    name_key: object.nameKey,
    literals: JSON.stringify(object.literals),
    extras: JSON.stringify(object.extras),
    own: ownJson(ownIn(object.values)),
    parts: object.parts.length === 0 ? null : JSON.stringify(object.parts),
    warnings: object.warnings,
    findings: object.findings,
    batch_id: object.batchId,
    created_at: object.createdAt,
    updated_at: object.updatedAt,
  }
}

const COLUMNS: readonly string[] = [
  ...FIELD_COLUMNS.map(([, column]) => column),
  'museum_id',
  'id',
  'revision',
  'era_start',
  'era_end',
  'era_certainty',
  'number_key',
  'name_key',
  'literals',
  'extras',
  'own',
  'warnings',
  'findings',
  'batch_id',
  'created_at',
  'updated_at',
]

const ID_AT = COLUMNS.indexOf('id')

/** A row's values in the order of COLUMNS. */
function columnsOf(object: LaidOutObject): unknown[] {
  const row: unknown[] = [...object.fields]
  row.push(object.museumId, object.id, object.revision, object.eraStart, object.eraEnd, object.eraCertainty)
  row.push(object.numberKey, object.nameKey, JSON.stringify(object.literals), JSON.stringify(object.extras))
  const { own, warnings, findings, batchId, createdAt, updatedAt } = object
  row.push(ownJson(own), warnings, findings, batchId, createdAt, updatedAt)
  return row
}

/** Enters new objects, which have no parts yet, with their search index. The caller has made sure that their numbers are free. */
export async function insertObjects(db: Kysely<Database>, objects: readonly WrittenObject[]): Promise<void> {
  await insertLaidOut(
    db,
    objects.map((object) => ({ ...object, fields: layOut(object.values), own: ownIn(object.values) }))
  )
}

/** The same of objects whose values are laid out already. */
export async function insertLaidOut(db: Kysely<Database>, objects: readonly LaidOutObject[]): Promise<void> {
  const museumId = objects[0]?.museumId
  if (museumId === undefined) return
  const seqs = await insertNumbered(db, COLUMNS, objects.map(columnsOf), ID_AT)
  await enterSearch(
    db,
    objects.map((object, at) => searchEntry(object, seqs[at]))
  )
  await newVersion(db, museumId)
}

/** A record's values in the order of FIELD_IDS. */
export function layOut(values: AllFieldValues): FieldValue[] {
  const fields: FieldValue[] = []
  // not mapped: `map` makes a list that may have holes, and such a one crosses between threads at twice the price
  for (const id of FIELD_IDS) fields.push(values[id])
  return fields
}

/** Nobody overwrites what a colleague has changed meanwhile: the revision must still be the one that was shown. */
export async function updateObject(
  db: Kysely<Database>,
  object: WrittenObject,
  shownRevision: number
): Promise<void> {
  const { museum_id, id, created_at: _, ...columns } = rowOf(object)
  const row = await db
    .updateTable('object')
    .set(columns)
    .where('museum_id', '=', museum_id)
    .where('id', '=', id)
    .where('revision', '=', shownRevision)
    .returning('seq')
    .executeTakeFirst()
  if (!row) throw new Fault('record.changedMeanwhile', { number: String(object.values.number ?? '') })
  await leaveSearch(db, museum_id, [row.seq])
  await enterSearch(db, [searchEntry(object, row.seq)])
  await newVersion(db, museum_id)
}

/** Takes objects out for good: only for a batch that is undone before anybody touched them. */
export async function removeObjects(
  db: Kysely<Database>,
  museumId: string,
  ids: readonly string[]
): Promise<void> {
  for (let at = 0; at < ids.length; at += 500) {
    const chunk = ids.slice(at, at + 500)
    const seqs = await seqsOf(db, museumId, chunk)
    await leaveSearch(
      db,
      museumId,
      seqs.map((row) => row.seq)
    )
    await leaveNumbersOf(db, museumId, chunk)
    await leaveSets(db, museumId, chunk)
    await db.deleteFrom('object').where('museum_id', '=', museumId).where('id', 'in', chunk).execute()
  }
  await newVersion(db, museumId)
}

export async function objectById(db: Kysely<Database>, museumId: string, id: string): Promise<ObjectRecord> {
  const row = await db
    .selectFrom('object')
    .selectAll()
    .where('museum_id', '=', museumId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Fault('record.missing')
  return readObject(row)
}

/** The object of a number; of several number types the 总登记号 comes first. */
export async function objectByNumber(
  db: Kysely<Database>,
  museumId: string,
  number: string
): Promise<ObjectRecord> {
  const rows = await db
    .selectFrom('object')
    .selectAll()
    .where('museum_id', '=', museumId)
    .where('number', '=', number)
    .execute()
  const row = rows.find(({ number_type }) => number_type === '藏品总登记号') ?? rows[0]
  if (!row) throw new Fault('record.missing', { number })
  return readObject(row)
}

/** Whole records of those numbers, of any number type; for matching an import's rows. At most 500 numbers a call. */
export async function objectsByNumbers(
  db: Kysely<Database>,
  museumId: string,
  numbers: readonly string[]
): Promise<ObjectRecord[]> {
  if (numbers.length === 0) return []
  const rows = await db
    .selectFrom('object')
    .selectAll()
    .where('museum_id', '=', museumId)
    .where('number', 'in', numbers)
    .execute()
  return rows.map(readObject)
}

/** What is kept in memory of the catalogue is good for one version. */
export async function newVersion(db: Kysely<Database>, museumId: string): Promise<void> {
  await db
    .updateTable('museum')
    .set((of) => ({ catalogue_version: of('catalogue_version', '+', 1) }))
    .where('id', '=', museumId)
    .execute()
}

export function seqsOf(
  db: Kysely<Database>,
  museumId: string,
  ids: readonly string[]
): Promise<{ id: string; seq: number }[]> {
  return db
    .selectFrom('object')
    .select(['id', 'seq'])
    .where('museum_id', '=', museumId)
    .where('id', 'in', ids)
    .execute()
}

/** As much of an object as the search index knows. */
export type Searched = Pick<WrittenBeside, 'id' | 'museumId' | 'words' | 'initials'>

export function searchEntry(object: Searched, seq: number | undefined): SearchEntry {
  if (seq === undefined) throw new Error('an object was not written')
  return { museumId: object.museumId, seq, words: object.words, initials: object.initials }
}
