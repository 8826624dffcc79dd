import { lengthUnit, tidyDecimal } from '../units.ts'

/** One named measure with its unit. */
export interface ListedMeasure {
  readonly label: string
  readonly value: number
  readonly cm: number
  readonly unit: string
}

const LABEL = '(?:通|残|最|底)?[高长宽厚]|(?:最大)?[口底腹足直孔肩穿]径|[纵横]'
const ITEM = `(${LABEL})(\\d{1,6}(?:\\.\\d{1,4})?) ?(厘米|毫米|cm|mm)`
const LIST = new RegExp(`^${ITEM}(?:[，、, ]${ITEM}){0,5}$`, 'u')
const EACH = new RegExp(ITEM, 'gu')

/**
 * `高32.5厘米，口径12厘米` at a glance: nine of ten sizes are such a list, each measure named and with its own metric unit,
 * so that nothing is left to find out or to warn about. Null for any other text, which has to be read in full.
 */
export function measureList(text: string): ListedMeasure[] | null {
  if (!LIST.test(text)) return null
  const measures: ListedMeasure[] = []
  for (const [, label = '', number, name = ''] of text.matchAll(EACH)) {
    const known = lengthUnit(name)
    const value = Number(number)
    if (!known || known.cm === null || value <= 0) return null
    measures.push({ label, value, cm: tidyDecimal(value * known.cm), unit: known.unit })
  }
  return measures
}
