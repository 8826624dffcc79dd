import type { Generated } from 'kysely'
import type { FieldId } from '../../shared/catalogue/fields.ts'
import type {
  PartyApartTable,
  PartyDraftTable,
  PartyLinkTable,
  PartyMergeTable,
  PartyTable,
} from './tables/people.ts'
import type { AttachmentTable, MarkTable, PictureTable } from './tables/media.ts'
import type { VocabularyValueTable, VocabularyWordTable } from './tables/vocabulary.ts'
import type { ObjectSetTable, SavedViewTable, SetMemberTable } from './tables/sets.ts'

/**
 * All tables, by room. Column types mean the same on both engines: text, integer, real; days `2026-03-01`, instants
 * `…Z`, booleans 0/1, JSON as text. Every owned table carries museum_id in its key.
 */
type Snake<T extends string> = T extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`}${Snake<Tail>}`
  : T
export type FieldColumn = Snake<FieldId>

export interface MuseumTable {
  id: string
  name: string
  province: string
  code: string | null
  is_sample: number
  created_at: string
  /** Goes up with every change of the catalogue: what is kept in memory of it is good for one version. */
  catalogue_version: number
}

export interface SettingTable {
  museum_id: string
  key: string
  value: string
}

/** One row per run of the program on this file; `ended_at` stays empty after a crash. */
export interface SessionTable {
  museum_id: string
  id: string
  started_at: string
  ended_at: string | null
}

export interface JobTable {
  museum_id: string
  id: string
  kind: string
  status: string
  stage: string | null
  done: number
  total: number | null
  started_at: string
  ended_at: string | null
  fault: string | null
  result: string | null
}

export interface AuditTable {
  museum_id: string
  id: string
  at: string
  person: string
  action: string
  room: string
  record_id: string
  batch_id: string | null
  reason: string | null
  /** JSON: field → [before, after]. */
  changes: string
}

/** The two fields that no object is without. */
type NamedColumn = 'number' | 'number_type'
type FieldColumns = { [F in Exclude<FieldColumn, NumberColumn | NamedColumn>]: string | null } & {
  [F in NumberColumn]: number | null
} & { [F in NamedColumn]: string }
export type NumberColumn =
  'sets' | 'actual_quantity' | 'length' | 'width' | 'height' | 'mass' | 'acquisition_year'

export interface ObjectTable extends FieldColumns {
  museum_id: string
  id: string
  /** A small number of its own, stable for ever: the search index and keyset pages go by it. */
  seq: Generated<number>
  revision: number
  era_start: number | null
  era_end: number | null
  era_certainty: string | null
  /** Sort keys: numbers in natural order, names in pinyin order, eras by start year (text so that nulls sort last). */
  number_key: string
  name_key: string
  /** JSON: field → text as it stood where the value was understood. */
  literals: string
  /** JSON: heading → text of columns that are no field of ours. */
  extras: string
  /** JSON: field that the museum has added → value. */
  own: Generated<string>
  /** JSON: the part list; null is none. */
  parts: string | null
  warnings: number
  /** Rules that found something, see shared/quality/marks.ts; null where an older program wrote the object. */
  findings: string | null
  batch_id: string | null
  created_at: string
  updated_at: string
}

export interface DraftTable {
  museum_id: string
  id: string
  record_id: string | null
  revision: number | null
  values: string
  /** JSON: field → text that is no value yet. */
  unread: string
  person: string
  updated_at: string
}

export interface BatchTable {
  museum_id: string
  id: string
  kind: string
  name: string
  status: string
  person: string
  file_name: string | null
  /** Hash of the original file, kept under originals/. */
  file_sha256: string | null
  /** JSON: the sheets, header rows and mapping that were used. */
  plan: string
  /** JSON: the importResult. */
  result: string
  created: number
  changed: number
  unchanged: number
  refused: number
  created_at: string
  undone_at: string | null
}

export interface ImportLineTable {
  museum_id: string
  batch_id: string
  position: number
  sheet: string
  row: number
  verdict: string
  number: string | null
  name: string | null
  object_id: string | null
  /** JSON arrays, see shared/imports/contract.ts. */
  notes: string
  changes: string
  /** JSON: what a bulk change makes of the record beside its cells, see services/changes/outcome.ts; null: worked out when it is done. */
  outcome: string | null
}

/** What this museum chose for a heading before. */
export interface ImportHeadingTable {
  museum_id: string
  heading: string
  target: string
}

/** SQLite: an FTS5 table whose rowid is object.seq. PostgreSQL: a table with tsvectors. See store/expressions.ts. */
export interface ObjectSearchTable {
  rowid: number
  museum_id: string
  seq: number
  words: string
  initials: string
}

/** A finding that somebody accepted; `field` is empty where it is about the whole record. `detail` is JSON. */
export interface AcceptanceTable {
  museum_id: string
  object_id: string
  code: string
  field: string
  detail: string
  reason: string
  person: string
  at: string
}

/** How numbers of a series are made: JSON of shared/numbers/pattern.ts. */
export interface NumberPatternTable {
  museum_id: string
  series: string
  pattern: string
}

/** A number that an object had and has no longer: it is not given again. */
export interface NumberPastTable {
  museum_id: string
  series: string
  number: string
  record_id: string
}

/** A field that the museum has added; `definition` is JSON, see shared/fields/record.ts. */
export interface OwnFieldTable {
  museum_id: string
  id: string
  revision: number
  position: number
  name: string
  definition: string
  retired: number
}

/** Two objects that have to do with each other; what each is to the other: shared/relations/kinds.ts. */
export interface RelationTable {
  museum_id: string
  id: string
  kind: string
  from_id: string
  to_id: string
  note: string | null
  person: string
  at: string
}

export interface Database {
  museum: MuseumTable
  setting: SettingTable
  session: SessionTable
  job: JobTable
  audit: AuditTable
  object: ObjectTable
  object_search: ObjectSearchTable
  draft: DraftTable
  batch: BatchTable
  import_line: ImportLineTable
  import_heading: ImportHeadingTable
  picture: PictureTable
  mark: MarkTable
  attachment: AttachmentTable
  acceptance: AcceptanceTable
  vocabulary_value: VocabularyValueTable
  vocabulary_word: VocabularyWordTable
  party: PartyTable
  party_link: PartyLinkTable
  party_merge: PartyMergeTable
  party_apart: PartyApartTable
  party_draft: PartyDraftTable
  number_pattern: NumberPatternTable
  number_past: NumberPastTable
  saved_view: SavedViewTable
  object_set: ObjectSetTable
  set_member: SetMemberTable
  own_field: OwnFieldTable
  relation: RelationTable
}
