/**
 * The fields of an object's record, in the order of the national registration table (china-standards 1.1, numbers 3–36),
 * followed by what the 总登记账 (1.10) and the 编目卡 (1.11) add. Everything that shows, imports, checks or prints a record goes by this list:
 * form, grid, import mapping, history, R1, R2. Numbers 1, 2 (收藏单位) belong to the museum and 37 (图片) to the media room.
 */
export type FieldKind =
  'text' | 'longText' | 'code' | 'materials' | 'era' | 'integer' | 'decimal' | 'year' | 'day'

export type FieldGroup =
  | 'identity'
  | 'period'
  | 'classification'
  | 'quantity'
  | 'measure'
  | 'grade'
  | 'state'
  | 'acquisition'
  | 'book'
  | 'ledger'
  | 'description'

export type TableId =
  | 'number-type'
  | 'category'
  | 'era'
  | 'material'
  | 'material-class'
  | 'material-subclass'
  | 'grade'
  | 'source'
  | 'completeness'
  | 'condition'
  | 'mass-band'
  | 'acquisition-band'
  | 'quantity-kind'
  | 'quantity-unit'
  | 'mass-unit'
  | 'book-type'
  | 'red-relic'

export interface Field {
  readonly id: FieldId
  readonly kind: FieldKind
  readonly group: FieldGroup
  /** Code table of `code`, `materials` and `era` fields. */
  readonly table?: TableId
  /** Required by the national table; a record without it is kept and warned about, save for the number. */
  readonly required?: true
  /** Number in china-standards 1.1. */
  readonly census?: number
  /** Printed in the 总登记账: a change with a reason is a correction. */
  readonly ledger?: true
}

const define = <const T extends readonly (Omit<Field, 'id'> & { readonly id: string })[]>(list: T): T => list

const list = define([
  { id: 'censusNumber', kind: 'text', group: 'identity', census: 3 },
  { id: 'numberType', kind: 'code', table: 'number-type', group: 'identity', required: true, census: 4 },
  { id: 'number', kind: 'text', group: 'identity', required: true, census: 5, ledger: true },
  { id: 'name', kind: 'text', group: 'identity', required: true, census: 6, ledger: true },
  { id: 'formerName', kind: 'text', group: 'identity', census: 7 },
  { id: 'foreignName', kind: 'text', group: 'identity', census: 8 },
  { id: 'era', kind: 'era', table: 'era', group: 'period', required: true, census: 9, ledger: true },
  { id: 'eraText', kind: 'text', group: 'period', census: 10 },
  { id: 'category', kind: 'code', table: 'category', group: 'classification', required: true, census: 11 },
  {
    id: 'materialClass',
    kind: 'code',
    table: 'material-class',
    group: 'classification',
    required: true,
    census: 12,
  },
  {
    id: 'materialSubclass',
    kind: 'code',
    table: 'material-subclass',
    group: 'classification',
    required: true,
    census: 13,
  },
  {
    id: 'materials',
    kind: 'materials',
    table: 'material',
    group: 'classification',
    required: true,
    census: 14,
    ledger: true,
  },
  { id: 'quantityKind', kind: 'code', table: 'quantity-kind', group: 'quantity', required: true, census: 15 },
  { id: 'sets', kind: 'integer', group: 'quantity', ledger: true },
  { id: 'quantityUnit', kind: 'code', table: 'quantity-unit', group: 'quantity', census: 15, ledger: true },
  { id: 'actualQuantity', kind: 'integer', group: 'quantity', required: true, census: 16, ledger: true },
  { id: 'length', kind: 'decimal', group: 'measure', census: 17 },
  { id: 'width', kind: 'decimal', group: 'measure', census: 18 },
  { id: 'height', kind: 'decimal', group: 'measure', census: 19 },
  { id: 'sizeText', kind: 'text', group: 'measure', census: 20, ledger: true },
  { id: 'massBand', kind: 'code', table: 'mass-band', group: 'measure', required: true, census: 21 },
  { id: 'mass', kind: 'decimal', group: 'measure', census: 22, ledger: true },
  { id: 'massUnit', kind: 'code', table: 'mass-unit', group: 'measure', census: 23, ledger: true },
  { id: 'grade', kind: 'code', table: 'grade', group: 'grade', required: true, census: 24, ledger: true },
  { id: 'redRelic', kind: 'code', table: 'red-relic', group: 'grade' },
  {
    id: 'source',
    kind: 'code',
    table: 'source',
    group: 'acquisition',
    required: true,
    census: 25,
    ledger: true,
  },
  { id: 'sourceDetail', kind: 'text', group: 'acquisition' },
  { id: 'findPlace', kind: 'text', group: 'acquisition', census: 26 },
  {
    id: 'completeness',
    kind: 'code',
    table: 'completeness',
    group: 'state',
    required: true,
    census: 27,
    ledger: true,
  },
  { id: 'damage', kind: 'text', group: 'state', census: 28 },
  { id: 'condition', kind: 'code', table: 'condition', group: 'state', required: true, census: 29 },
  {
    id: 'acquisitionBand',
    kind: 'code',
    table: 'acquisition-band',
    group: 'acquisition',
    required: true,
    census: 30,
  },
  { id: 'acquisitionYear', kind: 'year', group: 'acquisition', census: 31 },
  { id: 'acquiredOn', kind: 'day', group: 'acquisition', census: 32 },
  { id: 'author', kind: 'text', group: 'book', census: 33 },
  { id: 'edition', kind: 'text', group: 'book', census: 34 },
  { id: 'volumes', kind: 'text', group: 'book', census: 35 },
  { id: 'book', kind: 'code', table: 'book-type', group: 'ledger' },
  { id: 'registeredOn', kind: 'day', group: 'ledger', ledger: true },
  { id: 'classNumber', kind: 'text', group: 'ledger', ledger: true },
  { id: 'entryVoucher', kind: 'text', group: 'ledger', ledger: true },
  { id: 'deaccessionVoucher', kind: 'text', group: 'ledger', ledger: true },
  { id: 'place', kind: 'text', group: 'ledger' },
  { id: 'description', kind: 'longText', group: 'description' },
  { id: 'inscription', kind: 'longText', group: 'description' },
  { id: 'provenance', kind: 'longText', group: 'description' },
  { id: 'appraisal', kind: 'longText', group: 'description' },
  { id: 'remarks', kind: 'longText', group: 'description', census: 36, ledger: true },
] as const)

export type FieldId = (typeof list)[number]['id']
export const FIELDS: readonly Field[] = list
export const FIELD_IDS: readonly FieldId[] = list.map((field) => field.id)

const byId: ReadonlyMap<string, Field> = new Map(FIELDS.map((field) => [field.id, field]))

/** The field of that id; only for ids that the types already vouch for. */
export function fieldOf(id: FieldId): Field {
  const field = byId.get(id)
  if (!field) throw new RangeError(`no such field: ${id}`)
  return field
}

export function isFieldId(id: string): id is FieldId {
  return byId.has(id)
}

/** What can be counted beside the grid. */
export const FACETS = [
  'grade',
  'category',
  'era',
  'materials',
  'source',
  'completeness',
  'condition',
  'place',
  'redRelic',
] as const satisfies readonly FieldId[]
export type Facet = (typeof FACETS)[number]

/** What the grid can be sorted by. */
export const SORTS = [
  'number',
  'name',
  'era',
  'grade',
  'category',
  'registeredOn',
  'acquiredOn',
  'updatedAt',
] as const
export type SortKey = (typeof SORTS)[number]
