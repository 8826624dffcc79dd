import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { massBand, readMass } from '../../shared/kernel/mass.ts'
import { table } from '../../shared/vocabulary/tables.ts'
import { anyText, shuffled } from './texts.ts'

const codes = (text: string): string[] => readMass(text).warnings.map((note) => note.code)

describe('masses', () => {
  it.each<[string, number, string, number, string]>([
    ['500克', 500, 'g', 500, '0.01-1 kg'],
    ['0.5公斤', 0.5, 'kg', 500, '0.01-1 kg'],
    ['17.9kg', 17.9, 'kg', 17_900, '1-50 kg'],
    ['１．５ＫＧ', 1.5, 'kg', 1500, '1-50 kg'],
    ['99千克', 99, 'kg', 99_000, '50-100 kg'],
    ['十二克', 12, 'g', 12, '0.01-1 kg'],
    ['1,200 g', 1200, 'g', 1200, '1-50 kg'],
    ['重1.2 t', 1.2, '吨', 1_200_000, '>1000 kg'],
    ['500mg', 0.5, 'g', 0.5, '<0.01 kg'],
    ['约3.5千克左右', 3.5, 'kg', 3500, '1-50 kg'],
    ['500克。', 500, 'g', 500, '0.01-1 kg'],
    ['(500克)', 500, 'g', 500, '0.01-1 kg'],
    ['500（克）', 500, 'g', 500, '0.01-1 kg'],
    ['500克（残）', 500, 'g', 500, '0.01-1 kg'],
    ['1公斤500克', 1500, 'g', 1500, '1-50 kg'],
    ['十二点五公斤', 12.5, 'kg', 12_500, '1-50 kg'],
  ])('reads %s', (text, value, unit, grams, band) => {
    expect(readMass(text)).toEqual({ text, value, unit, grams, band, warnings: [] })
  })

  it('keeps a number without a unit, and takes the unit of its heading', () => {
    expect(readMass('314')).toMatchObject({ value: 314, unit: null, grams: null, band: null })
    expect(codes('314')).toEqual(['mass.noUnit'])
    expect(readMass('314', '克')).toMatchObject({ unit: 'g', grams: 314, warnings: [] })
    // the unit of the cell goes before that of the heading
    expect(readMass('3.14kg', '克').grams).toBe(3140)
  })

  it.each([
    ['2斤', 2, '斤'],
    ['5两', 5, '两'],
    ['3 磅', 3, '磅'],
    ['半斤', null, '斤'],
    ['一斤二两', null, '两'],
  ])('asks about %s and does not convert it', (text, value, unit) => {
    expect(readMass(text)).toMatchObject({ value, unit: null, grams: null, band: null })
    expect(readMass(text).warnings).toEqual([{ code: 'mass.ask', detail: { text, unit } }])
  })

  it.each([
    ['1-2kg', 'mass.unread'],
    ['28,5kg', 'mass.unread'],
    ['重', 'mass.unread'],
    ['5公斤（含座2公斤）', 'mass.unread'],
    ['-1公斤500克', 'mass.unread'],
    ['0g', 'mass.notPositive'],
    ['-3kg', 'mass.notPositive'],
  ])('does not guess at %s', (text, code) => {
    expect(readMass(text)).toMatchObject({ grams: null, band: null })
    expect(codes(text)).toEqual([code])
  })

  it('never throws; grams are there exactly where a unit and a positive value are', () => {
    const words = [
      '克',
      '千克',
      'kg',
      'g',
      '斤',
      '两',
      '重',
      '约',
      ' ',
      '.',
      ',',
      '-',
      '十',
      '半',
      't',
      '吨',
      '(',
      '件',
    ]
    fc.assert(
      fc.property(fc.oneof(anyText, shuffled(words)), (text) => {
        const mass = readMass(text)
        expect(mass.text).toBe(text)
        expect(mass.grams !== null).toBe(mass.unit !== null && (mass.value ?? 0) > 0)
        expect(mass.band === null).toBe(mass.grams === null)
      }),
      { numRuns: 5000 }
    )
  })
})

describe('质量范围 (1.7, 11.8)', () => {
  it.each<[number, string | null]>([
    [0.001, '<0.01 kg'],
    [9.99, '<0.01 kg'],
    [10, '0.01-1 kg'],
    [999.9, '0.01-1 kg'],
    [1000, '1-50 kg'],
    [49_999, '1-50 kg'],
    [50_000, '50-100 kg'],
    [100_000, '100-1000 kg'],
    [1_000_000, '100-1000 kg'],
    [1_000_001, '>1000 kg'],
    [0, null],
    [-1, null],
    [Number.NaN, null],
    [Infinity, null],
  ])('%d g is %s', (grams, band) => {
    expect(massBand(grams)).toBe(band)
  })

  it.each(['0.01kg', '1000克', '50公斤', '100kg', '1吨'])(
    'remarks on %s, which stands on a boundary',
    (text) => {
      expect(codes(text)).toEqual(['mass.boundary'])
    }
  )

  it('grows with the mass', () => {
    const order = table('mass-band').values.map((value) => value.label)
    const grams = fc.integer({ min: 1, max: 3_000_000 })
    fc.assert(
      fc.property(grams, grams, (a, b) => {
        const [light, heavy] = a < b ? [a, b] : [b, a]
        expect(order.indexOf(massBand(light) ?? '')).toBeLessThanOrEqual(order.indexOf(massBand(heavy) ?? ''))
      })
    )
  })
})
