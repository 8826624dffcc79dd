import sample from '../../../resources/sample/yunhe.json' with { type: 'json' }
import type { FieldValues } from '../../../shared/catalogue/record.ts'
import { placeOf } from './keeping.ts'
import type { SampleObject } from './objects.ts'
import type { Chance } from './seeded.ts'

/** Something somebody did to an object on a day. */
export interface Event {
  /** Instant, `2024-05-06T02:15:00.000Z`. */
  readonly at: string
  readonly person: string
  /** Place of the object in the list. */
  readonly object: number
  /** Null registers it. */
  readonly changes: FieldValues | null
  readonly reason?: string
}

const [REGISTRAR = '', KEEPER = '', CONSERVATOR = '', CURATOR = ''] = sample.people
const DAY = 86_400_000
/** The museum began to use the program. */
const BEGAN = Date.parse('2023-03-06T00:30:00.000Z')
const LAST = Date.parse('2025-12-19T00:00:00.000Z')
/** A registrar enters about so many old objects a day. */
const A_DAY = 9
const ORDINARY = 90

/** Everything that happened from the first day with the program, in order: entering the old ledger, then daily work. */
export function sampleHistory(objects: readonly SampleObject[], chance: Chance): Event[] {
  const entered = objects.map(({ values }, object): Event => {
    const begun = BEGAN + Math.floor(object / A_DAY) * DAY + (object % A_DAY) * 35 * 60_000
    // what came in later is entered on the day of its registration
    const registered = Date.parse(`${String(values.registeredOn)}T02:00:00.000Z`) + object * 1000
    return {
      at: new Date(Math.max(begun, registered)).toISOString(),
      person: object % 5 === 3 ? CURATOR : REGISTRAR,
      object,
      changes: null,
    }
  })
  const later = Array.from({ length: ORDINARY }, () => ordinaryWork(objects, chance))
  const left = leaving(objects)
  const here = later.filter(
    ({ object, at }) => !left.some((leave) => leave.object === object && leave.at < at)
  )
  return [...entered, ...here, ...corrections(objects), ...left].sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : 0
  )
}

/** An hour of a working day after the old ledger was entered. */
function someTime(chance: Chance): string {
  const day =
    Date.parse('2023-09-01T00:00:00.000Z') + chance.below((LAST - Date.parse('2023-09-01')) / DAY) * DAY
  const weekday = new Date(day).getUTCDay()
  const working = weekday === 0 ? day + DAY : weekday === 6 ? day + 2 * DAY : day
  return new Date(working + (60 + chance.below(480)) * 60_000).toISOString()
}

function ordinaryWork(objects: readonly SampleObject[], chance: Chance): Event {
  const object = chance.below(objects.length)
  const values: FieldValues = objects[object]?.values ?? {}
  const at = someTime(chance)
  const name = String(values.name ?? '')
  switch (chance.below(4)) {
    case 0:
      return { at, person: CONSERVATOR, object, changes: { condition: '已修复' } }
    case 1:
      return {
        at,
        person: CURATOR,
        object,
        changes: { description: `${name}，器形规整，纹饰清晰，是本馆同类藏品中较有代表性的一件。` },
      }
    default:
      return { at, person: KEEPER, object, changes: { place: placeOf(String(values.category), '', chance) } }
  }
}

/** Corrections of the ledger found in the stock-take of 2024: with a reason, so that the old entry stays legible. */
function corrections(objects: readonly SampleObject[]): Event[] {
  const found: readonly [nth: number, change: (values: FieldValues) => FieldValues, reason: string][] = [
    [3, (values) => ({ name: `${String(values.name)}残件` }), '2024年清点复核：实物为残件，定名更正'],
    [
      17,
      () => ({ sizeText: '高24.6厘米，口径11.2厘米', height: 24.6, width: 11.2 }),
      '2024年清点复核：原测量有误',
    ],
    [
      33,
      () => ({ actualQuantity: 2, quantityKind: '一套多件', remarks: '盖、身各一' }),
      '2024年清点复核：原账漏记器盖',
    ],
    [58, () => ({ source: '移交', sourceDetail: '云河县公安局' }), '查原始凭证，来源应为移交'],
    [91, (values) => ({ entryVoucher: String(values.entryVoucher).replace('号', '-1号') }), '凭证号抄写错误'],
    [140, () => ({ completeness: '残缺', damage: '口沿缺损一处' }), '2024年清点复核：完残情况更正'],
    [
      141,
      () => ({ grade: '三级', appraisal: '晋文物鉴〔2024〕18号：专家组定为三级' }),
      '晋文物鉴〔2024〕18号：专家组定为三级',
    ],
    [202, () => ({ registeredOn: '2020-11-20' }), '登记日期抄写错误'],
  ]
  return found.map(([object, change, reason], at) => ({
    at: new Date(Date.parse('2024-10-14T01:20:00.000Z') + at * (3 * DAY + 47 * 60_000)).toISOString(),
    person: at % 3 === 2 ? CURATOR : REGISTRAR,
    object,
    changes: change(objects[object]?.values ?? {}),
    reason,
  }))
}

/** One object has left for good: its row stays in the ledger with the number of the voucher. */
function leaving(objects: readonly SampleObject[]): Event[] {
  const object = objects.findIndex(({ values }) => values.grade === '一般' && values.source === '移交')
  const changes = {
    deaccessionVoucher: '注〔2025〕001号',
    place: null,
    remarks: '2025年经批准调拨至邻县博物馆，批准文号 云文旅〔2025〕33号',
  }
  return [{ at: '2025-06-12T03:10:00.000Z', person: REGISTRAR, object, changes }]
}
