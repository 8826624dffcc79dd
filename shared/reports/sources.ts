import type { FieldId } from '../catalogue/fields.ts'
import type { FieldValues } from '../catalogue/record.ts'
import { eraByCode } from '../kernel/era/tree.ts'
import { pictureNames, type NamedPicture } from './pictures.ts'

/** What a printed cell holds. */
export type Printed = string | number | null

/** One object with what a report may say of it. */
export interface ReportLine {
  readonly values: FieldValues
  readonly pictures: readonly NamedPicture[]
  readonly museum: { readonly name: string; readonly code: string | null }
}

interface Source {
  /** The fields it is made of: a correction of one of them is a correction of the cell. */
  readonly fields: readonly FieldId[]
  print(line: ReportLine): Printed
}

const text = (values: FieldValues, id: FieldId): string | null => {
  const value = values[id]
  return value === null || value === undefined || value === '' ? null : String(value)
}

const own = (id: FieldId): Source => ({ fields: [id], print: ({ values }) => values[id] ?? null })

/** Part of the day of registration, as a number. */
const registered = (from: number, to: number): Source => ({
  fields: ['registeredOn'],
  print({ values }) {
    const day = text(values, 'registeredOn')
    return day === null ? null : Number(day.slice(from, to))
  },
})

/** The label of the 年代 table, exactly as it is exported (china-standards 1.4). */
function eraLabel(values: FieldValues): string | null {
  const code = text(values, 'era')
  return code === null ? null : (eraByCode(code)?.label ?? code)
}

const MEASURES: readonly (readonly [FieldId, string])[] = [
  ['length', '长'],
  ['width', '宽'],
  ['height', '高'],
]

/** 尺寸(cm): as it was written, else the measures that are there. */
function size(values: FieldValues): string | null {
  const written = text(values, 'sizeText')
  if (written !== null) return written
  const parts = MEASURES.flatMap(([id, label]) =>
    typeof values[id] === 'number' ? [`${label}${values[id]}`] : []
  )
  return parts.length === 0 ? null : parts.join(' ')
}

/** 完残情况: the degree, and what the damage is. */
function state(values: FieldValues): string | null {
  const parts = [text(values, 'completeness'), text(values, 'damage')].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join('，')
}

function weight(values: FieldValues): string | null {
  const mass = text(values, 'mass')
  return mass === null ? null : `${mass}${text(values, 'massUnit') ?? ''}`
}

/** The units that go without saying: what is said of #15 then is the bare code. */
const PLAIN_UNIT: Readonly<Record<string, string>> = { 单件: '件', 一套多件: '套' }

/** 数量 (#15): the code, with the unit where it is another than 件 or 套. */
function quantityKind(values: FieldValues): string | null {
  const kind = text(values, 'quantityKind')
  const unit = text(values, 'quantityUnit')
  if (kind === null || unit === null || PLAIN_UNIT[kind] === unit) return kind
  return `${kind} ${unit}`
}

/** Spreadsheets count days from 1899-12-30; those before March 1900 stay text, for the count is wrong there. */
export function serialDay(day: string): Printed {
  return day < '1900-03-01' ? day : (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000
}

const DERIVED = {
  museumName: { fields: [], print: ({ museum }) => museum.name },
  museumCode: { fields: [], print: ({ museum }) => museum.code },
  registeredYear: registered(0, 4),
  registeredMonth: registered(5, 7),
  registeredDay: registered(8, 10),
  era: { fields: ['era'], print: ({ values }) => eraLabel(values) },
  eraOrText: {
    fields: ['era', 'eraText'],
    print: ({ values }) => eraLabel(values) ?? text(values, 'eraText'),
  },
  size: { fields: ['sizeText', 'length', 'width', 'height'], print: ({ values }) => size(values) },
  weight: { fields: ['mass', 'massUnit'], print: ({ values }) => weight(values) },
  state: { fields: ['completeness', 'damage'], print: ({ values }) => state(values) },
  quantityKind: { fields: ['quantityKind', 'quantityUnit'], print: ({ values }) => quantityKind(values) },
  acquiredOn: {
    fields: ['acquiredOn'],
    print({ values }) {
      const day = text(values, 'acquiredOn')
      return day === null ? null : serialDay(day)
    },
  },
  pictures: {
    fields: [],
    print: ({ values, pictures }) =>
      pictures.length === 0 ? null : pictureNames(text(values, 'number') ?? '', pictures).join('; '),
  },
} as const satisfies Readonly<Record<string, Source>>

const PLAIN = [
  'censusNumber',
  'numberType',
  'number',
  'name',
  'formerName',
  'foreignName',
  'eraText',
  'category',
  'materialClass',
  'materialSubclass',
  'materials',
  'sets',
  'quantityUnit',
  'actualQuantity',
  'length',
  'width',
  'height',
  'sizeText',
  'massBand',
  'mass',
  'massUnit',
  'grade',
  'source',
  'findPlace',
  'completeness',
  'damage',
  'condition',
  'acquisitionBand',
  'acquisitionYear',
  'author',
  'edition',
  'volumes',
  'classNumber',
  'entryVoucher',
  'deaccessionVoucher',
  'remarks',
] as const satisfies readonly FieldId[]

export type SourceName = keyof typeof DERIVED | (typeof PLAIN)[number]

/** What a column of a layout can show, by name. */
export const SOURCES: Readonly<Record<SourceName, Source>> = {
  ...(Object.fromEntries(PLAIN.map((id) => [id, own(id)])) as Record<(typeof PLAIN)[number], Source>),
  ...DERIVED,
}
export const SOURCE_NAMES = Object.keys(SOURCES) as readonly SourceName[]
