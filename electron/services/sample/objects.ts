import sample from '../../../resources/sample/yunhe.json' with { type: 'json' }
import type { FieldValues } from '../../../shared/catalogue/record.ts'
import { acquisitionBand, massBand } from '../../../shared/kernel/bands.ts'
import { readEra } from '../../../shared/kernel/era/index.ts'
import { PRECIOUS } from '../../../shared/quality/rules.ts'
import { classOf, subclassOf } from '../../../shared/vocabulary/tables.ts'
import type { Drawing } from './drawing.ts'
import { measured } from './measures.ts'
import { origin } from './origin.ts'
import { placeOf, stateOf } from './keeping.ts'
import type { Chance } from './seeded.ts'

/** An object of the sample as it will be registered, and what its pictures show. */
export interface SampleObject {
  readonly values: FieldValues
  readonly drawing: Drawing
}

type Group = (typeof sample.groups)[number]['of'][number]

/** How names say a period: 民国 and not 中华民国(1912~1949). */
const IN_NAMES: Readonly<Record<string, string>> = { 中华民国: '民国' }
const NEW_CHINA = '中华人民共和国'
/** Units that are sets, with the number of their pieces. */
const PIECES: Readonly<Record<string, number>> = { 对: 2, 副: 2, 套: 6 }

/** All objects of 云河县博物馆 in the order of their registration, numbered. The same seed gives the same museum. */
export function sampleObjects(chance: Chance): SampleObject[] {
  const made = sample.groups.flatMap(({ category, sign, materials, of }) =>
    of.flatMap((group) =>
      combinations(group, chance).map((one, at) => ({
        ...anObject(category, group.materials ?? materials, one, chance),
        sign: `${sign}${String(at + 1).padStart(3, '0')}`,
      }))
    )
  )
  made.sort((a, b) => compare(String(a.values.registeredOn), String(b.values.registeredOn)))
  const vouchers = new Map<string, number>()
  const signs = new Map<string, number>()
  return made.map(({ values, drawing, sign }, at) => {
    const year = String(values.registeredOn).slice(0, 4)
    const voucher = (vouchers.get(year) ?? 0) + 1
    vouchers.set(year, voucher)
    const letter = sign.replace(/\d+/, '')
    const inClass = (signs.get(letter) ?? 0) + 1
    signs.set(letter, inClass)
    return {
      drawing,
      values: {
        ...values,
        number: String(at + 1).padStart(4, '0'),
        classNumber: `${letter}${String(inClass).padStart(3, '0')}`,
        entryVoucher: `入〔${year}〕${String(voucher).padStart(3, '0')}号`,
      },
    }
  })
}

interface Combination {
  readonly era: string
  readonly feature: string
  readonly shape: string
  readonly colour: string
}

/** Different objects first; a group larger than its combinations repeats them. */
function combinations(group: Group, chance: Chance): Combination[] {
  const all = group.eras.flatMap((era) =>
    group.features.flatMap((feature) => group.shapes.map((shape) => ({ era, feature, shape })))
  )
  const order = all.map((one) => ({ one, at: chance.below(1_000_000) })).sort((a, b) => a.at - b.at)
  return Array.from({ length: group.count }, (_, at) => {
    const { one } = order[at % order.length] ?? { one: { era: '', feature: '', shape: '' } }
    return { ...one, colour: chance.of(group.colours) }
  })
}

function anObject(category: string, materials: string, one: Combination, chance: Chance): SampleObject {
  const [shapeName = '', drawn = '', size = '1x1', grams = '1', unit = '件', own] = one.shape.split(':')
  const [height = 1, width = 1] = size.split('x').map(Number)
  const year = 1951 + chance.below(20)
  const eraText = one.era === NEW_CHINA ? `${year}年` : one.era
  const era = readEra(one.era === NEW_CHINA ? NEW_CHINA : one.era)
  const inName = one.era === NEW_CHINA ? eraText : (IN_NAMES[one.era] ?? one.era)
  const count = PIECES[unit]
  const grade = gradeOf(category, chance)
  const leaves = materials.split(',')
  const came = origin(category, one.era === NEW_CHINA ? year : (era.end ?? 0), era.start ?? 0, chance)
  const { text, ...figures } = measured(drawn, height, width, Number(grams), chance)
  return {
    drawing: {
      shape: drawn,
      colour: own ?? one.colour,
      pattern: chance.below(5),
      aspect: height / width,
    },
    values: {
      numberType: '藏品总登记号',
      book: '文物藏品',
      name: `${inName}${one.feature}${shapeName}`,
      era: era.code,
      // a reign or a year says more than the code of the period
      ...(eraText === one.era && !/\d|乾隆|光绪/.test(eraText) ? {} : { eraText }),
      category,
      materials,
      materialClass: classOf(leaves),
      materialSubclass: subclassOf(leaves),
      quantityKind: count === undefined ? '单件' : '一套多件',
      sets: 1,
      quantityUnit: unit,
      actualQuantity: count ?? 1,
      ...(count === undefined ? {} : { remarks: `一${unit}${count}件` }),
      ...figures,
      sizeText: text,
      massBand: massBand(figures.massUnit === 'kg' ? figures.mass * 1000 : figures.mass),
      grade,
      ...appraisalOf(grade, came.acquiredOn),
      ...stateOf(chance),
      ...came,
      acquisitionBand: acquisitionBand(came.acquiredOn),
      acquisitionYear: Number(came.acquiredOn.slice(0, 4)),
      place: placeOf(category, grade, chance),
      ...(category === '古籍图书'
        ? { edition: `${inName}${shapeName}`, volumes: `存${1 + chance.below(8)}册` }
        : {}),
    },
  }
}

/** Nobody makes a ration coupon a grade-one object. */
function gradeOf(category: string, chance: Chance): string {
  const [grade] = chance.weighted(sample.grades as [string, number][])
  return (grade === '一级' || grade === '二级') && sample.humble.includes(category) ? '三级' : grade
}

/** Who graded a precious object, and when: the census, or the year after it came. */
function appraisalOf(grade: string, acquiredOn: string): FieldValues {
  if (!PRECIOUS.includes(grade)) return {}
  const year = Number(acquiredOn.slice(0, 4)) + 1
  return {
    appraisal:
      year <= sample.census
        ? `${sample.census}年第一次全国可移动文物普查，省专家组鉴定为${grade}文物`
        : `${year}年市文物鉴定组鉴定为${grade}文物`,
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
