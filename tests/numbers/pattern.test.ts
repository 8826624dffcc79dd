import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  patternFault,
  readerOf,
  scopeOf,
  stemOf,
  writtenBy,
  type NumberPattern,
  type PatternPart,
} from '../../shared/numbers/pattern.ts'
import { table } from '../../shared/vocabulary/tables.ts'
import { aPattern, byClass } from './kit.ts'

const stem = (values: object) => stemOf(byClass, values, '2026-03-01')

describe('a pattern', () => {
  it('writes the year an object came in, the letters of its category, and the running number', () => {
    expect(writtenBy(byClass, stem({ category: '瓷器', acquiredOn: '1987-05-01' }), 7)).toBe('1987-瓷-007')
    expect(writtenBy(byClass, stem({ category: '玉石器、宝石' }), 7)).toBe('2026-01-007')
    expect(
      writtenBy(byClass, stem({ category: '瓷器', acquisitionYear: 1951, acquiredOn: null }), 1234)
    ).toBe('1951-瓷-1234')
  })

  it('tells what fits: enough digits, no more zeros than belong there, known letters', () => {
    const read = readerOf(byClass)
    expect(read('2026-瓷-007')).toEqual({ scope: '2026/瓷', running: 7 })
    expect(read('2026-瓷-1234')).toEqual({ scope: '2026/瓷', running: 1234 })
    for (const number of ['2026-瓷-07', '2026-瓷-0007', '2026-磁-007', '26-瓷-007', '2026-瓷-007甲', ''])
      expect(read(number), number).toBeNull()
    expect(readerOf(byClass, true)('2026-瓷-07')).toMatchObject({ running: 7 })
  })

  it('is refused where two objects could get one number', () => {
    const running: PatternPart = { kind: 'running', width: 3 }
    expect(patternFault(aPattern({ parts: [{ kind: 'text', text: '总' }] }))).toBe('running')
    expect(patternFault(aPattern({ parts: [running, running] }))).toBe('running')
    expect(patternFault(aPattern({ parts: [running], scope: 'year' }))).toBe('year')
    expect(patternFault(aPattern({ parts: [running], scope: 'class' }))).toBe('category')
    const same = { 瓷器: '甲', 铜器: '甲' }
    expect(patternFault(aPattern({ parts: [{ kind: 'category' }, running], letters: same }))).toBe('letters')
    expect(patternFault(byClass)).toBeNull()
  })

  it('reads back whatever it writes', () => {
    const text = fc.record({
      kind: fc.constant('text' as const),
      text: fc.constantFrom('总', '-', 'A.', '(', '号', '1'),
    })
    const year = fc.record({
      kind: fc.constant('year' as const),
      digits: fc.constantFrom(2 as const, 4 as const),
    })
    const category = fc.record({ kind: fc.constant('category' as const) })
    const running = fc.record({
      kind: fc.constant('running' as const),
      width: fc.integer({ min: 1, max: 9 }),
    })
    const others = fc.array(fc.oneof(text, year, category), { maxLength: 3 })
    const pattern = fc
      .tuple(others, running, others, fc.constantFrom('whole', 'year', 'class', 'yearAndClass'))
      .map(([before, one, after, scope]): NumberPattern =>
        aPattern({ parts: [...before, one, ...after], scope: scope })
      )
      .filter((one) => patternFault(one) === null)
    const labels = table('category').values.map(({ label }) => label)
    fc.assert(
      fc.property(
        pattern,
        fc.constantFrom(...labels),
        fc.integer({ min: 1900, max: 2100 }),
        fc.integer({ min: 1, max: 9_999_999 }),
        (made, label, acquisitionYear, n) => {
          const of = stemOf(made, { category: label, acquisitionYear }, '2026-03-01')
          const number = writtenBy(made, of, n)
          expect(readerOf(made)(number)).toEqual({ scope: scopeOf(made, of), running: n })
        }
      ),
      { numRuns: 500 }
    )
  })
})
