import sample from '../../../resources/sample/yunhe.json' with { type: 'json' }
import type { Chance } from './seeded.ts'

/** Years in which things came to the museum so. */
const YEARS: Readonly<Record<string, readonly [from: number, to: number]>> = {
  旧藏: [1953, 1958],
  发掘: [1973, 2014],
  采集: [1957, 1990],
  拨交: [1954, 1972],
  移交: [1958, 2009],
  征集购买: [1962, 2021],
  接受捐赠: [1980, 2022],
  拣选: [1958, 1985],
  依法交换: [1990, 2005],
  其他: [1960, 2000],
}
/** Before the Ming things come out of the ground; later ones hardly. */
const LAST_BURIED = 1368
const LIVING = 1950

export interface Origin {
  readonly source: string
  readonly acquiredOn: string
  readonly registeredOn: string
  readonly sourceDetail?: string
  readonly findPlace?: string
  readonly provenance?: string
}

/** How an object came in: never before it was made (V11), registered within half a year. `made` is its last year. */
export function origin(category: string, made: number, begun: number, chance: Chance): Origin {
  const [drawn] = chance.weighted(sample.sources as [string, number][])
  const buried = begun < LAST_BURIED && category !== '标本、化石'
  const source = drawn === '发掘' && !buried ? '征集购买' : drawn
  const [from, to] = YEARS[source] ?? [1960, 2000]
  const first = Math.max(from, made + 1, LIVING)
  const year = Math.min(2022, first + chance.below(Math.max(1, to - first)))
  const acquiredOn = dayOf(year, chance.below(350))
  const registeredOn = dayOf(
    year,
    Math.floor((Date.parse(acquiredOn) - Date.UTC(year, 0, 1)) / DAY) + 9 + chance.below(150)
  )
  return { source, acquiredOn, registeredOn, ...detailOf(source, year, chance) }
}

const DAY = 86_400_000

const dayOf = (year: number, day: number): string =>
  new Date(Date.UTC(year, 0, 1) + day * DAY).toISOString().slice(0, 10)

function detailOf(source: string, year: number, chance: Chance): Partial<Origin> {
  switch (source) {
    case '接受捐赠': {
      const donor = chance.of(sample.donors)
      return { sourceDetail: donor, provenance: `${donor}旧藏，${year}年捐赠本馆，有捐赠协议。` }
    }
    case '发掘':
    case '采集':
      return { findPlace: `云河县${chance.of(sample.sites)}` }
    case '征集购买':
      return { sourceDetail: chance.of(['云河县文物商店', '省文物总店', ...sample.donors.slice(0, 4)]) }
    case '移交':
      return { sourceDetail: chance.of(['云河县公安局', '云河县人民法院', '云河县文化馆']) }
    case '拨交':
      return { sourceDetail: '省文物管理委员会' }
    case '拣选':
      return { sourceDetail: '云河县废品收购站' }
    default:
      return {}
  }
}
