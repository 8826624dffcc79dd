import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acquisitionBand, addDays, compareDays, excelDay, isDay, readDay } from '../../shared/kernel/day.ts'
import { anyText } from './texts.ts'

const someDay = fc
  .date({ min: new Date('1000-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('calendar days', () => {
  it.each(['2024-02-29', '2000-02-29', '1999-12-31', '0001-01-01'])('%s is a day', (day) => {
    expect(isDay(day)).toBe(true)
  })

  it.each(['2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '2024-4-1', '24-04-01', '', '2024-04-31'])(
    '%s is none',
    (day) => {
      expect(isDay(day)).toBe(false)
    }
  )

  it('goes over leap days and new years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01')
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01')
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
  })

  it('adds there and back, and compares alike', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -40_000, max: 40_000 }), (day, count) => {
        const later = addDays(day, count)
        expect(addDays(later, -count)).toBe(day)
        expect(Math.sign(compareDays(later, day))).toBe(Math.sign(count))
      })
    )
  })

  it('refuses what is no day', () => {
    expect(() => addDays('2023-02-29', 1)).toThrow(RangeError)
  })

  it('knows the spreadsheet calendar with its 29 February 1900', () => {
    expect([1, 59, 60, 61, 25_569, 45_292.75].map((serial) => excelDay(serial))).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-02-28',
      '1900-03-01',
      '1970-01-01',
      '2024-01-01',
    ])
    expect(excelDay(0, true)).toBe('1904-01-01')
    expect(excelDay(43_830, true)).toBe('2024-01-01')
    expect(() => excelDay(-1)).toThrow(RangeError)
    expect(() => excelDay(Number.NaN)).toThrow(RangeError)
  })
})

describe('days as museums type them', () => {
  it.each([
    '1987-05-03',
    '1987.5.3',
    '1987/5/3',
    '1987－5－3',
    '1987年5月3日',
    '１９８７年５月３日',
    '一九八七年五月三日',
    '19870503',
    '1987-05-03T00:00:00.000Z',
    '1987/5/3 0:00',
    '3 May 1987',
    'May 3, 1987',
  ])('reads %s', (text) => {
    expect(readDay(text)).toEqual({
      day: '1987-05-03',
      year: 1987,
      month: 5,
      band: '1977-2000',
      warnings: [],
    })
  })

  it.each(['1987.5', '1987年5月', '1987-05', '1987年5月上旬', '一九八七年五月', '198705'])(
    'reads the month %s',
    (text) => {
      expect(readDay(text)).toEqual({ day: null, year: 1987, month: 5, band: '1977-2000', warnings: [] })
    }
  )

  it.each<[string, number]>([
    ['1987', 1987],
    ['1987年', 1987],
    ['民国二十年', 1931],
    ['民国元年', 1912],
    ['二〇〇八年', 2008],
  ])('reads the year %s', (text, year) => {
    expect(readDay(text)).toMatchObject({ day: null, year, month: null, warnings: [] })
  })

  it.each(['87年', '09年', '00年', '八七年', '87.5', '87-5-3', '87年5月'])(
    'asks for the century of %s',
    (text) => {
      expect(readDay(text)).toEqual({
        ...{ day: null, year: null, month: null, band: null },
        warnings: [{ code: 'day.twoDigitYear', detail: { text } }],
      })
    }
  )

  it('asks on which side of 1 October a bare 1949 lies, and sees it in a month', () => {
    expect(readDay('1949')).toMatchObject({ year: 1949, band: null })
    expect(readDay('1949').warnings.map((note) => note.code)).toEqual(['day.bandAsk'])
    expect(readDay('1949年9月').band).toBe('1949.10.1前')
    expect(readDay('1949.10').band).toBe('1949.10.1-1965')
  })

  it.each(['1949年以前', '1949年前', '1949年以后'])('asks about %s just so', (text) => {
    expect(readDay(text)).toMatchObject({ day: null, band: null })
    expect(readDay(text).warnings.map((note) => note.code)).toContain('day.bandAsk')
  })

  it('reads years of the Republic with and without 中华', () => {
    expect(readDay('中华民国三十五年三月五日').day).toBe('1946-03-05')
    expect(readDay('中华民国38年10月')).toMatchObject({ year: 1949, month: 10, band: '1949.10.1-1965' })
  })

  it('takes only the year of a number cell that may have lost its last zero', () => {
    expect(readDay(1987.1)).toMatchObject({ year: 1987, month: null })
    expect(readDay(1987.1).warnings.map((note) => note.code)).toEqual(['day.lostZero'])
    // as text the zero would have stayed
    expect(readDay('1987.1')).toMatchObject({ year: 1987, month: 1, warnings: [] })
    expect(readDay(1987.5)).toMatchObject({ year: 1987, month: 5, warnings: [] })
    expect(readDay(1987)).toMatchObject({ year: 1987, month: null, warnings: [] })
  })

  it('reads the number of a day in the 1900 system, and says so', () => {
    expect(readDay('32000').day).toBe('1987-08-11')
    expect(readDay(32_000).warnings.map((note) => note.code)).toEqual(['day.serial'])
    expect(readDay({ day: '2022-07-22' })).toMatchObject({ day: '2022-07-22', warnings: [] })
  })

  it('keeps what is sure of a day that never was', () => {
    expect(readDay('1987-02-30')).toMatchObject({ day: null, year: 1987, month: 2 })
    expect(readDay('1987年13月')).toMatchObject({ day: null, year: 1987, month: null })
    expect(readDay('1987-02-30').warnings.map((note) => note.code)).toEqual(['day.notCalendarDay'])
  })

  it('does not choose between 3 April and 4 March', () => {
    expect(readDay('3/4/1987')).toMatchObject({ day: null, year: 1987, month: null })
    expect(readDay('3/4/1987').warnings.map((note) => note.code)).toEqual(['day.ambiguousOrder'])
    expect(readDay('13/5/1987').day).toBe('1987-05-13')
  })

  it('takes what is certain of looser words', () => {
    expect(readDay('约1987年')).toMatchObject({ year: 1987, day: null })
    expect(readDay('20世纪50年代')).toMatchObject({ year: null, band: '1949.10.1-1965' })
    expect(readDay('20世纪')).toMatchObject({ year: null, band: null })
    expect(readDay('建国前').band).toBe('1949.10.1前')
    for (const text of ['建国以前', '解放以前', '新中国成立前', '1949年10月1日以前', '1940年以前']) {
      expect([text, readDay(text).band]).toEqual([text, '1949.10.1前'])
    }
    expect(readDay('2005年以后').band).toBe('2001至今')
    expect(readDay('1980年以前').band).toBeNull()
    expect(readDay('不详')).toMatchObject({ day: null, year: null, band: null })
  })

  it('reads back every day in every spelling', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const [year = '', month = '', date = ''] = day.split('-')
        const short = [Number(month), Number(date)].map(String)
        for (const text of [
          day,
          `${year}年${short.join('月')}日`,
          `${year}.${short.join('.')}`,
          year + month + date,
        ]) {
          expect(readDay(text).day).toBe(day)
        }
      })
    )
  })

  it('never throws, and a day is always a day', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.double(), dateLike), (input) => {
        const { day, year } = readDay(input)
        expect(day === null || (isDay(day) && Number(day.slice(0, 4)) === year)).toBe(true)
      }),
      { numRuns: 3000 }
    )
  })
})

const dateLike = fc
  .array(
    fc.constantFrom(
      ...Array.from('0123456789'),
      '年',
      '月',
      '日',
      '-',
      '.',
      '/',
      '民国',
      '十',
      '三',
      'May',
      ' '
    ),
    {
      maxLength: 12,
    }
  )
  .map((parts) => parts.join(''))

describe('入藏时间范围 (1.7)', () => {
  it.each<[string | number, string | null]>([
    ['1949-09-30', '1949.10.1前'],
    ['1949-10-01', '1949.10.1-1965'],
    ['1965-12-31', '1949.10.1-1965'],
    ['1966-01-01', '1966-1976'],
    ['1976-12-31', '1966-1976'],
    ['1977-01-01', '1977-2000'],
    ['2000-12-31', '1977-2000'],
    ['2001-01-01', '2001至今'],
    [1948, '1949.10.1前'],
    [1949, null],
    [1950, '1949.10.1-1965'],
    [2026, '2001至今'],
    ['1987', null],
  ])('%s → %s', (when, band) => {
    expect(acquisitionBand(when)).toBe(band)
  })
})
