import { FIELD_IDS, isFieldId, type FieldId } from '../catalogue/fields.ts'
import type { FieldValue, FieldValues, ObjectRecord } from '../catalogue/record.ts'
import { longDay } from '../reports/corrections.ts'
import { SOURCES, type SourceName } from '../reports/sources.ts'

/** What reads better put together than field by field. */
const TOGETHER = ['era', 'size', 'weight', 'state'] as const satisfies readonly SourceName[]
type Together = (typeof TOGETHER)[number]
export type CellName = FieldId | Together | 'quantity'
export const CELL_NAMES: readonly CellName[] = [...new Set<CellName>([...FIELD_IDS, ...TOGETHER, 'quantity'])]

type Record = Pick<ObjectRecord, 'values' | 'literals'>

const DAYS: ReadonlySet<CellName> = new Set(['acquiredOn', 'registeredOn'])
const museum = { name: '', code: null }

/** The values, and where one was not understood the text that stands in its place: paper keeps silent about nothing. */
function sayable({ values, literals }: Record): FieldValues {
  const texts = Object.entries(literals).filter(([id]) => isFieldId(id) && values[id] === null)
  // "34 套" is written beside the pieces, which it does not count
  const counted = values.sets === null ? texts : texts.filter(([id]) => id !== 'actualQuantity')
  return { ...values, ...Object.fromEntries(counted) }
}

/** What stands in a cell of the card; '' where nothing is recorded. Days are written 2026年3月1日, the era by its name. */
export function cellText(name: CellName, record: Record): string {
  const values = sayable(record)
  if (name === 'quantity') return quantity(values)
  if (isTogether(name)) return said(SOURCES[name].print({ values, pictures: [], museum }))
  const value = said(values[name])
  return DAYS.has(name) && /^\d{4}-\d\d-\d\d$/.test(value) ? longDay(value) : value
}

const isTogether = (name: CellName): name is Together => TOGETHER.some((one) => one === name)
const said = (value: FieldValue | undefined): string =>
  value === null || value === undefined ? '' : String(value)

/** `1 件`, or `1 套（6 件）` where the pieces are more than the sets. */
function quantity(values: FieldValues): string {
  const unit = said(values.quantityUnit)
  const [sets, pieces] = [said(values.sets), said(values.actualQuantity)]
  if (sets === '') return pieces === '' ? '' : `${pieces} ${unit || '件'}`.trim()
  const counted = `${sets} ${unit || '件'}`
  return pieces === '' || pieces === sets ? counted : `${counted}（${pieces} 件）`
}
