import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replaced } from '../../shared/changes/rules.ts'

const plain = { folded: false, whole: false }
const folded = { folded: true, whole: false }

describe('find and replace', () => {
  it('takes what was typed for plain text', () => {
    expect(replaced('一库（A.架）$1', { find: '.', by: '$&', ...plain })).toBe('一库（A$&架）$1')
    expect(replaced('aaa', { find: 'aa', by: 'b', ...plain })).toBe('ba')
    expect(replaced('一库A架', { find: 'ａ', by: 'B', ...plain })).toBe('一库A架')
  })

  it('knows full width and capitals for the same where that is wanted, and leaves the rest as it was written', () => {
    expect(replaced('一库ＡＢ架，ａb柜', { find: 'ab', by: 'C', ...folded })).toBe('一库C架，C柜')
    expect(replaced('１２３　号', { find: '23 ', by: '-', ...folded })).toBe('１-号')
    expect(replaced('𠮷祥Ａ', { find: 'a', by: '', ...folded })).toBe('𠮷祥')
  })

  it('replaces whole texts only where that is wanted', () => {
    expect(replaced('一库A架', { find: '一库', by: '二库', folded: false, whole: true })).toBe('一库A架')
    expect(replaced('Ａ架', { find: 'a架', by: '二库', folded: true, whole: true })).toBe('二库')
  })

  it('leaves every text that does not hold what is sought', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary', minLength: 1 }),
        (text, find) => {
          fc.pre(!text.includes(find))
          expect(replaced(text, { find, by: 'x', ...plain })).toBe(text)
        }
      )
    )
  })

  it('never takes more than was there, whatever is sought', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary', minLength: 1 }),
        (text, find) => {
          expect(replaced(text, { find, by: '', ...folded }).length).toBeLessThanOrEqual(text.length)
        }
      )
    )
  })
})
