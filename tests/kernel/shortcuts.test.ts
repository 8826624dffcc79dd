import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexed, tokens } from '../../shared/kernel/search.ts'
import { readSize } from '../../shared/kernel/size.ts'
import { measureList } from '../../shared/kernel/size/list.ts'

/** What is read at a glance must be what reading in full gives. */
describe('a shortcut', () => {
  const item = fc.record({
    label: fc.constantFrom(
      '高',
      '通高',
      '残高',
      '口径',
      '底径',
      '腹径',
      '最大腹径',
      '直径',
      '长',
      '通宽',
      '厚',
      '纵',
      '横'
    ),
    value: fc.oneof(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 1, max: 99_999 }).map((tenths) => tenths / 10)
    ),
    unit: fc.constantFrom('厘米', 'cm', '毫米', 'mm', ' cm'),
  })
  const list = fc.tuple(fc.array(item, { minLength: 1, maxLength: 5 }), fc.constantFrom('，', '、', ',', ' '))

  it('reads a list of sizes as it is read in full', () => {
    fc.assert(
      fc.property(list, ([items, between]) => {
        const text = items.map(({ label, value, unit }) => `${label}${value}${unit}`).join(between)
        const quick = measureList(text)
        // a trailing full stop is no part of a list: the same text is then read in full
        const full = readSize(`${text}。`)
        expect(quick).not.toBeNull()
        expect({ parts: quick, warnings: [] }).toEqual({ parts: full.parts, warnings: full.warnings })
      }),
      { numRuns: 500 }
    )
  })

  it('leaves anything else to be read in full', () => {
    for (const text of [
      '高19.2、口径51.0',
      '6.3×16.1×7.0',
      '高0厘米',
      '高12-13厘米',
      '高3寸',
      'support: 394 x 419 mm',
      '高3厘米(盖)',
    ]) {
      expect(measureList(text)).toBeNull()
    }
  })

  it('cuts a text for the index into the tokens that a query looks for', () => {
    const signs = fc.constantFrom(
      ...'青花缠枝莲纹瓶Aa0 9.·•-—，。、《》（）()：;０Ａ　々〇\n\t𠀋é仝'.split('')
    )
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: signs, maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 40 })),
        (text) => {
          expect(indexed([text])).toBe(tokens(text).join(' '))
        }
      ),
      { numRuns: 2000 }
    )
  })
})
