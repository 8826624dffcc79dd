import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eraByCode, eraPath, readEra } from '../../shared/kernel/era/index.ts'
import { century, SEXAGENARY, sexagenaryYears, shiftYear, slice } from '../../shared/kernel/era/years.ts'
import { table } from '../../shared/vocabulary/tables.ts'
import { anyText, shuffled } from './texts.ts'

const year = fc.integer({ min: -9999, max: 2100 }).filter((value) => value !== 0)
const written = (value: number): string =>
  value < 0 ? `公元前${String(-value)}年` : `公元${String(value)}年`
const reigns = table('reign').values

const WORDS = [
  ...[
    '唐',
    '宋',
    '元',
    '明',
    '清',
    '金',
    '汉',
    '战国',
    '五代',
    '民国',
    '新中国',
    '乾隆',
    '至元',
    '至正',
    '太和',
    '戊寅',
  ],
  ...[
    '元年',
    '年',
    '年代',
    '世纪',
    '早期',
    '末',
    '中叶',
    '上半叶',
    '公元前',
    '公元',
    '前',
    '约',
    '?',
    '或',
    '至',
    '-',
    '—',
  ],
  ...[
    '(',
    ')',
    '（',
    '）',
    '，',
    ';',
    '距今',
    '以前',
    '或之后',
    's',
    'th',
    ' ',
    'c.',
    'late ',
    'BCE',
    ' century',
    'printed ',
  ],
  ...['仿', '龙山文化', '不详', '三', '十', '百', '万', '月', '日', '今', '.', '/', '、'],
]

describe('whatever is written', () => {
  it('never throws, keeps the literal, and has its years in order', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, shuffled(WORDS, 12)), (text) => {
        const era = readEra(text)
        expect(era.text).toBe(text)
        if (era.start !== null && era.end !== null) expect(era.start).toBeLessThanOrEqual(era.end)
        expect([era.start, era.end]).not.toContain(0)
        for (const side of [era.start, era.end])
          expect(side === null || Number.isSafeInteger(side)).toBe(true)
        expect(era.label).toBe(era.code === null ? null : eraByCode(era.code)?.label)
        if (era.start === null && era.end === null) expect(era.certainty).toBe('unknown')
        else expect(era.certainty).not.toBe('unknown')
      }),
      { numRuns: 20_000 }
    )
  })

  it('answers a text of any length (a parser that backtracks would never end)', () => {
    for (const sign of ['(', '唐', '1', '1-', '乾隆', '前', '(?', '世纪', '一']) {
      const text = sign.repeat(50_000)
      expect(readEra(text).text).toBe(text)
    }
    // a number that is taken for a day and yet is none must be gone past
    expect(readEra('戊寅2997th月').text).toBe('戊寅2997th月')
  })
})

describe('years', () => {
  it('come back as they were written, in both eras', () => {
    fc.assert(
      fc.property(year, (value) => {
        expect(readEra(written(value))).toMatchObject({ start: value, end: value, certainty: 'year' })
      })
    )
  })

  it('come back from a range', () => {
    fc.assert(
      fc.property(year, year, fc.constantFrom('-', '—', '至', '~'), (a, b, dash) => {
        const [start, end] = a < b ? [a, b] : [b, a]
        expect(readEra(`${written(start)}${dash}${written(end)}`)).toMatchObject({ start, end })
      })
    )
  })

  it('have no year 0 between the eras', () => {
    expect(shiftYear(-1, 1)).toBe(1)
    expect(shiftYear(1, -1)).toBe(-1)
    fc.assert(fc.property(year, fc.nat(5000), (value, by) => shiftYear(shiftYear(value, by), -by) === value))
  })

  it('fill each century with a hundred years, and the next follows at once', () => {
    for (let number = 2; number <= 21; number++) {
      expect(century(number, false)?.start).toBe(shiftYear(century(number - 1, false)?.end ?? 0, 1))
    }
    expect(shiftYear(century(1, true)?.end ?? 0, 1)).toBe(century(1, false)?.start)
  })

  it('make thirds that follow one another and cover the whole', () => {
    fc.assert(
      fc.property(year, fc.integer({ min: 3, max: 3000 }), (start, length) => {
        const whole = { start, end: shiftYear(start, length - 1) }
        const [early, middle, late] = [
          slice(whole, 0, 1 / 3),
          slice(whole, 1 / 3, 2 / 3),
          slice(whole, 2 / 3, 1),
        ]
        expect([early.start, late.end]).toEqual([whole.start, whole.end])
        expect(middle.start).toBe(shiftYear(early.end ?? 0, 1))
        expect(late.start).toBe(shiftYear(middle.end ?? 0, 1))
      })
    )
  })
})

describe('the sixty-year cycle', () => {
  it.each<[string, number]>([
    ['甲子', 1984],
    ['辛亥', 1911],
    ['庚子', 1900],
    ['戊戌', 1898],
    ['甲午', 1894],
    ['甲申', 1644],
    ['癸丑', 353],
    ['辛丑', -200],
  ])('%s is %d', (name, value) => {
    const span = { start: shiftYear(value, -30), end: shiftYear(value, 29) }
    expect(sexagenaryYears(SEXAGENARY.indexOf(name), span)).toEqual([value])
  })

  it('names each year of a reign of sixty years once', () => {
    for (const name of SEXAGENARY) expect(readEra(`清乾隆${name}年`).certainty).toBe('year')
  })
})

describe('every reign of the table', () => {
  it('lies in the interval of its dynasty, and so does each of its years', () => {
    for (const reign of reigns) {
      const node = reign.parent === undefined ? undefined : eraByCode(reign.parent)
      if (!node || reign.start === undefined || reign.end === undefined) continue
      expect([reign.label, node.start ?? 0]).toEqual([reign.label, Math.min(node.start ?? 0, reign.start)])
      expect([reign.label, node.end ?? 9999]).toEqual([reign.label, Math.max(node.end ?? 9999, reign.end)])
    }
  })

  it('is found by its name behind its dynasty, with all its years', () => {
    const numerals = '〇一二三四五六七八九十'
    for (const reign of reigns) {
      if (reign.parent === undefined || reign.label === '大明') continue
      const dynasty = reign.dynasty ?? ''
      const same = reigns.filter((other) => other.label === reign.label && other.dynasty === dynasty)
      const [start, end] = [reign.start ?? 0, reign.end ?? 0]
      for (let count = 1; shiftYear(start, count - 1) <= end && count <= 10; count++) {
        const read = readEra(`${dynasty}${reign.label}${numerals[count] ?? ''}年`)
        const years = same
          .map((other) => shiftYear(other.start ?? 0, count - 1))
          .filter((value, i) => value <= (same[i]?.end ?? 0))
        expect([read.text, read.start, read.end]).toEqual([read.text, Math.min(...years), Math.max(...years)])
        expect(eraPath(read.code ?? '').map((node) => node.code)).toContain(reign.parent)
      }
    }
  })
})

describe('the first and the last year of every reign', () => {
  const numbered = reigns.filter((reign) => reign.start !== undefined && reign.end !== undefined)

  it('are read behind its dynasty, and the year after the last and the year 0 are not', () => {
    for (const { label, dynasty = '', start = 0, end = 0, parent } of numbered) {
      const same = numbered.filter((other) => other.label === label && other.dynasty === dynasty)
      if (parent === undefined || same.length > 1 || label === '大明') continue
      const length = lengthOf(start, end)
      const read = (year: number): number | null => readEra(`${dynasty}${label}${String(year)}年`).start
      expect([label, read(1), read(length)]).toEqual([label, start, end])
      for (const none of [0, length + 1]) {
        const era = readEra(`${dynasty}${label}${String(none)}年`)
        expect([era.text, era.certainty]).toEqual([era.text, 'uncertain'])
        expect(era.warnings.map((note) => note.code)).toContain('era.reignYearBeyond')
      }
    }
  })

  it('are there in the eighth month of that year too, and the month alone is no year', () => {
    for (const { label, dynasty = '', start = 0, parent } of numbered) {
      const same = numbered.filter((other) => other.label === label && other.dynasty === dynasty)
      if (parent === undefined || same.length > 1 || label === '大明') continue
      expect(readEra(`${dynasty}${label}元年八月`)).toMatchObject({ start })
      expect(readEra(`${dynasty}${label}八月`).warnings.map((note) => note.code)).toContain('era.leftOver')
    }
  })
})

/** How many years a reign counts; there is no year 0. */
const lengthOf = (start: number, end: number): number => end - start + 1 - (start < 0 && end > 0 ? 1 : 0)

describe('dynasties side by side', () => {
  it('are read as the whole of all, in whatever order', () => {
    const courts = {
      宋: [960, 1279],
      辽: [907, 1125],
      金: [1115, 1234],
      元: [1206, 1368],
      西夏: [1038, 1227],
    } as const
    const names = Object.keys(courts) as (keyof typeof courts)[]
    fc.assert(
      fc.property(
        fc.shuffledSubarray(names, { minLength: 2 }),
        fc.constantFrom('', '·', '、'),
        (some, dot) => {
          const era = readEra(some.join(dot))
          expect([era.text, era.start, era.end, era.label]).toEqual([
            era.text,
            Math.min(...some.map((name) => courts[name][0])),
            Math.max(...some.map((name) => courts[name][1])),
            null,
          ])
          expect(era.warnings.map((note) => note.code)).toContain('era.spans')
        }
      )
    )
  })
})

describe('labels', () => {
  it('read as themselves, with the code and the years of the table', () => {
    for (const node of table('era').values) {
      if (node.parent === undefined) continue
      const era = readEra(node.label)
      expect([era.code, era.label]).toEqual([node.code, node.label])
      expect([era.start, era.end]).toEqual([node.start ?? null, node.end ?? null])
    }
  })
})
