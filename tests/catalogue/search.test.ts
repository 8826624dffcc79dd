import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { initialsOf, nameKey } from '../../electron/services/pinyin.ts'
import { BREAK, indexed, tokens, wanted } from '../../shared/kernel/search.ts'

describe('how text is cut for searching', () => {
  it('takes every character for itself and words and numbers whole', () => {
    expect(tokens('青花缠枝莲纹瓶')).toEqual(['青', '花', '缠', '枝', '莲', '纹', '瓶'])
    expect(tokens('Blue Vase, 61.5.135 高１２')).toEqual(['blue', 'vase', '61', '5', '135', '高', '12'])
    expect(tokens('A12铜B')).toEqual(['a12', '铜', 'b'])
  })

  it('never finds a phrase across two fields', () => {
    expect(indexed(['青铜', null, '器皿'])).toBe(`青 铜 ${BREAK} 器 皿`)
  })

  it('gives letters and digits only, whatever is typed: nothing in a query can end a quotation', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const token of tokens(text)) expect(token).toMatch(/^[\p{L}\p{N}]+$/u)
      })
    )
  })

  it('reads a query as words that must all be there', () => {
    expect(wanted('青铜 qt 0008')).toEqual([
      { phrase: ['青', '铜'], open: false, initials: null },
      { phrase: ['qt'], open: true, initials: ['q', 't'] },
      { phrase: ['0008'], open: true, initials: null },
    ])
    expect(wanted('  "，。 ')).toEqual([])
  })
})

describe('pinyin', () => {
  it('indexes the initials of a name, and each reading of a character that has several', () => {
    expect(initialsOf(['青铜鼎'])).toBe('q t d')
    expect(initialsOf(['重']).split(` ${BREAK} `).sort()).toEqual(['c', 'z'])
    expect(initialsOf([null, ''])).toBe('')
  })

  it('sorts names by their readings', () => {
    const names = ['玉璧', '青铜鼎', '白瓷碗', '陶罐']
    expect(names.sort((a, b) => (nameKey(a) < nameKey(b) ? -1 : 1))).toEqual([
      '白瓷碗',
      '青铜鼎',
      '陶罐',
      '玉璧',
    ])
  })
})

it('spells out characters that the search engines do not know yet', () => {
  expect(tokens('𬭚𰻝瓶')).toEqual(['u2cb5a', 'u30edd', '瓶'])
})
