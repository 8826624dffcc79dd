import type { FieldId } from '../../../shared/catalogue/fields.ts'
import type { FieldValue, FieldValues } from '../../../shared/catalogue/record.ts'
import { wordAt } from '../../../shared/kernel/era/lexicon.ts'
import type { SampleObject } from './objects.ts'

type Slip = (values: FieldValues) => FieldValues

const text = (values: FieldValues, field: FieldId): string => String(values[field] ?? '')
const without =
  (field: FieldId): Slip =>
  () => ({ [field]: null })

/** What real registers are like (china-standards 0, item 10): sizes without units, names without eras, gaps. */
const SLIPS: readonly Slip[] = [
  (values) => ({ name: text(values, 'name').slice(wordAt(text(values, 'name'), 0)?.[0].length ?? 0) }),
  (values) => ({ sizeText: text(values, 'sizeText').replaceAll('厘米', '') }),
  without('grade'),
  (values) => ({ sizeText: text(values, 'sizeText').replaceAll('厘米', '') }),
  without('massBand'),
  () => ({ era: null, eraText: '宋-元' }),
  (values) => ({ acquisitionYear: Number(values.acquisitionYear) - 1 }),
  without('condition'),
  (values) => ({ materials: `${text(values, 'materials')},其他无机质` }),
  () => ({ completeness: '残缺', damage: null }),
  without('place'),
  (values) => ({ massBand: values.massBand === '0.01-1 kg' ? '1-50 kg' : '0.01-1 kg' }),
  (values) => ({
    name: `${text(values, 'name')}（传世，来源待考，疑与同批入馆的另一件原为一对，需进一步核对）`,
  }),
  (values) => ({
    sizeText: null,
    width: null,
    height: null,
    length: null,
    remarks: text(values, 'remarks') || '尺寸待补',
  }),
]
const FIRST = 5
const EVERY = 21

/** Spreads the slips over the register; a few things stand in other books or under other kinds of number. */
export function withSlips(objects: readonly SampleObject[]): SampleObject[] {
  return objects.map((object, at) => {
    const slip = at >= FIRST && (at - FIRST) % EVERY === 0 ? SLIPS[(at - FIRST) / EVERY] : undefined
    const changed: Partial<Record<FieldId, FieldValue>> = { ...slip?.(object.values) }
    if (at % 101 === 60) changed.book = '复制品'
    if (at % 97 === 40) changed.book = '参考品'
    if (at % 113 === 90)
      Object.assign(changed, { numberType: '辅助账号', number: `辅${String(at).padStart(4, '0')}` })
    return { ...object, values: { ...object.values, ...changed, ...censusNumber(object.values, at) } }
  })
}

/** Precious objects have been through the census: 22 digits beginning with a region (the county is made up). */
function censusNumber({ grade }: FieldValues, at: number): FieldValues {
  if (grade !== '一级' && grade !== '二级' && grade !== '三级') return {}
  return { censusNumber: `1499992180001200${String(at + 1).padStart(6, '0')}` }
}
