import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { readDay } from '../../shared/kernel/day.ts'
import { readEra, type Era } from '../../shared/kernel/era/index.ts'
import { readMass } from '../../shared/kernel/mass.ts'
import { tidyNumber } from '../../shared/kernel/number.ts'
import { readQuantity } from '../../shared/kernel/quantity.ts'
import { readSize } from '../../shared/kernel/size.ts'
import { readCode, readMaterials, type TableName } from '../../shared/vocabulary/tables.ts'

const DATA = '../shared/data'
const REGISTRY = `${DATA}/registry/county-registry-465.xlsx`
const TATE = `${DATA}/tate/tate_artworks_flat.csv`
const CLEVELAND = `${DATA}/chinese-objects-abroad/translation_kelifulan_museum.csv`

const understood = (era: Era): boolean => era.start !== null || era.end !== null || era.code !== null
const csv = (file: string): Record<string, string>[] =>
  parse(readFileSync(file), { columns: true, bom: true, relax_quotes: true, relax_column_count: true })

describe.skipIf(!existsSync(REGISTRY))(`a county registry of 465 rows (skipped without ${REGISTRY})`, () => {
  const FIRST = 4
  const LAST = 468
  let cells: (column: number) => (string | number | Date | null)[] = () => []

  beforeAll(async () => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(REGISTRY)
    const sheet = book.worksheets[0]
    cells = (column) =>
      Array.from({ length: LAST - FIRST + 1 }, (_, i) => {
        const value = sheet?.getRow(FIRST + i).getCell(column).value
        return typeof value === 'string' || typeof value === 'number' || value instanceof Date ? value : null
      })
  })
  const texts = (column: number): string[] =>
    cells(column).flatMap((cell) => (cell === null ? [] : [String(cell)]))

  it('has 40 era spellings, each with the interval one expects', () => {
    const spans = Object.fromEntries(
      [...new Set(texts(3))].map((text) => {
        const { start, end, label } = readEra(text)
        return [text, `${String(start)}…${String(end)} ${label ?? '-'}`]
      })
    )
    const tang = '618…907 唐(618~907)'
    const warring = '-475…-221 战国时代(前475~前221)'
    const ming = '1368…1644 明(1368~1644)'
    const qing = '1616…1911 清(1616~1911)'
    const republic = '1912…1949 中华民国(1912~1949)'
    expect(spans).toEqual({
      ...{ 唐: tang, 唐代: tang, 唐朝: tang, 战国: warring, 战国时代: warring },
      ...{ 新石器时代: '-8000…-2000 新石器时代', 春秋: '-770…-476 春秋时代(前770~前476)' },
      ...{ 商: '-1600…-1046 商(前1600~前1046)', 商代: '-1600…-1046 商(前1600~前1046)' },
      ...{ 西周: '-1046…-771 西周(前1046~前771)', 东周: '-770…-256 东周(前770~前256)' },
      ...{
        汉: '-206…220 汉',
        汉代: '-206…220 汉',
        西汉: '-206…25 西汉(前206~公元25)',
        东汉: '25…220 东汉(25~220)',
      },
      ...{ 北魏: '386…534 北魏(386~534)', 北齐: '550…577 北齐(550~577)', 隋: '581…618 隋(581~618)' },
      ...{
        五代: '907…960 -',
        宋: '960…1279 宋',
        北宋: '960…1127 北宋(960~1127)',
        辽: '907…1125 辽(907~1125)',
      },
      ...{ 金: '1115…1234 金(1115~1234)', 元: '1206…1368 元(1206~1368)', 元代: '1206…1368 元(1206~1368)' },
      ...{ '宋-元': '960…1368 -', 明: ming, 明代: ming, 清: qing, 清代: qing },
      ...{ 明崇桢: '1628…1644 明(1368~1644)', 明万历: '1573…1620 明(1368~1644)' },
      ...{ 清乾隆: '1736…1795 清(1616~1911)', 清光绪: '1875…1908 清(1616~1911)' },
      ...{ 民国: republic, 中华民国: republic, 近代: '1840…1949 -', 不详: 'null…null 年代不详' },
      ...{ '20世纪60年代': '1960…1969 公元20世纪', '1958年': '1958…1958 公元20世纪' },
      ...{ '公元前350年—前250年': '-350…-250 -' },
    })
  })

  it('has 414 sizes: 251 with units, 163 kept without', () => {
    const sizes = texts(8).map((text) => readSize(text))
    expect(sizes).toHaveLength(414)
    expect(sizes.every((size) => size.parts.length > 0)).toBe(true)
    expect(sizes.filter((size) => size.parts.every((part) => part.cm !== null))).toHaveLength(251)
    const bare = sizes.filter((size) => size.parts.every((part) => part.cm === null))
    expect(bare).toHaveLength(163)
    expect(bare.every((size) => size.warnings.some((note) => note.code === 'size.noUnit'))).toBe(true)
  })

  it('has 316 masses: 190 with units, 58 in 斤 that are asked, 68 bare numbers', () => {
    const masses = texts(9).map((text) => readMass(text))
    const first = (code: string): number => masses.filter((mass) => mass.warnings[0]?.code === code).length
    expect(masses).toHaveLength(316)
    expect(masses.filter((mass) => mass.grams !== null)).toHaveLength(190)
    expect([first('mass.ask'), first('mass.noUnit'), first('mass.unread')]).toEqual([58, 68, 0])
  })

  it('has 423 days: 144 whole, 137 to the month, 96 to the year, 46 without a century', () => {
    const days = cells(14)
      .filter((cell) => cell !== null)
      .map((cell) => readDay(cell instanceof Date ? { day: cell.toISOString().slice(0, 10) } : cell))
    const count = (test: (day: (typeof days)[number]) => boolean): number => days.filter(test).length
    expect(days).toHaveLength(423)
    expect(count((read) => read.day !== null)).toBe(144)
    expect(count((read) => read.day === null && read.month !== null)).toBe(137)
    expect(count((read) => read.year !== null && read.month === null)).toBe(96)
    expect(count((read) => read.warnings[0]?.code === 'day.twoDigitYear')).toBe(46)
    expect(count((read) => read.warnings[0]?.code === 'day.unread')).toBe(0)
  })

  it('has a quantity in every row', () => {
    const quantities = texts(6).map((text) => readQuantity(text))
    expect(quantities).toHaveLength(465)
    expect(quantities.every((quantity) => quantity.items !== null)).toBe(true)
  })

  it('has numbers that keep their zeros, five of them twice', () => {
    const numbers = texts(1).map((text) => tidyNumber(text))
    expect(numbers).toHaveLength(465)
    expect(numbers.every((number) => /^\d{4}$/u.test(number))).toBe(true)
    expect(new Set(numbers).size).toBe(460)
  })

  it.each<[TableName, number, readonly string[]]>([
    ['category', 4, []],
    ['grade', 10, []],
    ['source', 11, ['调拨']],
    ['completeness', 12, ['口沿残']],
    ['condition', 13, []],
    ['quantity-unit', 7, []],
  ])('has no %s that is not known, and asks about few', (name, column, asked) => {
    const read = [...new Set(texts(column))].map((text) => ({ text, ...readCode(name, text) }))
    expect(read.filter((value) => value.label === null)).toEqual([])
    expect(read.filter((value) => value.asked).map((value) => value.text)).toEqual(asked)
  })

  it('has materials that all fall into leaves', () => {
    for (const text of new Set(texts(5))) {
      expect([text, readMaterials(text).warnings]).toEqual([text, []])
      expect(readMaterials(text).subclass).not.toBeNull()
    }
  })
})

describe.skipIf(!existsSync(TATE))(`69,202 artworks of the Tate (skipped without ${TATE})`, () => {
  let rows: Record<string, string>[] = []
  beforeAll(() => {
    rows = csv(TATE)
  })

  it('understands all dates with a digit but three slips of the pen', () => {
    const dated = rows.filter((row) => /\d/u.test(row.dateText ?? ''))
    expect(dated).toHaveLength(63_210)
    const missed = dated.filter((row) => !understood(readEra(row.dateText ?? '')))
    expect(new Set(missed.map((row) => row.dateText))).toEqual(new Set(['1798–5', 'c.18799–1802']))
    expect(missed).toHaveLength(3)
  })

  it('agrees with the years the Tate itself gives for 97 in 100, and for 99 in 100 where they begin', () => {
    const given = rows.filter((row) => row.dateRange_start && readEra(row.dateText ?? '').start !== null)
    const agree = (test: (row: Record<string, string>, era: Era) => boolean): number =>
      given.filter((row) => test(row, readEra(row.dateText ?? ''))).length / given.length
    const begins = (row: Record<string, string>, era: Era): boolean =>
      era.start === Number(row.dateRange_start)
    expect(agree((row, era) => begins(row, era) && era.end === Number(row.dateRange_end))).toBeGreaterThan(
      0.97
    )
    expect(agree(begins)).toBeGreaterThan(0.995)
  })

  it('finds the height the Tate gives among the parts of the size', () => {
    const given = rows.filter(
      (row) => row.units === 'mm' && row.height && /\d\s*mm/u.test(row.dimensions ?? '')
    )
    const found = given.filter((row) =>
      readSize(row.dimensions ?? '').parts.some((part) => part.value === Number(row.height))
    )
    expect(given.length).toBeGreaterThan(65_000)
    expect(given.length - found.length).toBeLessThanOrEqual(1)
  })
})

describe.skipIf(!existsSync(CLEVELAND))(
  `2,916 Chinese objects in Cleveland (skipped without ${CLEVELAND})`,
  () => {
    let rows: Record<string, string>[] = []
    beforeAll(() => {
      rows = csv(CLEVELAND)
    })

    it('understands 98 in 100 of the translated dates', () => {
      const read = rows.filter((row) => understood(readEra(row.时间 ?? '')))
      expect(read.length / rows.length).toBeGreaterThan(0.98)
    })

    it('finds the dynasty behind 中国 - , and none behind 亚洲 - 挂轴', () => {
      const named = rows.filter((row) => /^中国 - .*[朝代国]/u.test(row.朝代 ?? ''))
      expect(named.length).toBeGreaterThan(1600)
      expect(named.every((row) => understood(readEra(row.朝代 ?? '')))).toBe(true)
      const other = rows.filter((row) => /^(?:亚洲|纺织品|装饰艺术|中国艺术)/u.test(row.朝代 ?? ''))
      expect(other.length).toBeGreaterThan(1000)
      expect(other.some((row) => understood(readEra(row.朝代 ?? '')))).toBe(false)
    })

    it('finds the sizes in the middle of a description, in centimetres', () => {
      const sized = rows.filter((row) => /\d\s*(?:厘米|cm)/u.test(row.文物详细信息 ?? ''))
      const whole = sized.filter((row) => {
        const { parts } = readSize(row.文物详细信息 ?? '')
        return parts.length > 0 && parts.every((part) => part.cm !== null)
      })
      expect(sized).toHaveLength(2450)
      expect(whole.length).toBeGreaterThanOrEqual(2445)
    })
  }
)
