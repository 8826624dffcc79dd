import { describe, expect, it } from 'vitest'
import en from '../../resources/words/en/kernel.json' with { type: 'json' }
import zh from '../../resources/words/zh-CN/kernel.json' with { type: 'json' }
import { KERNEL_WARNINGS } from '../../shared/kernel/warning.ts'

const placeholders = (words: string): string[] => (words.match(/\{\{\w+\}\}/gu) ?? []).sort()

describe('the words of the warnings', () => {
  it.each([
    ['zh-CN', zh],
    ['en', en],
  ])('are there for every code and for no other (%s)', (_language, words) => {
    expect(Object.keys(words.warning).sort()).toEqual([...KERNEL_WARNINGS].sort())
  })

  it.each([...KERNEL_WARNINGS])('%s says the same in both languages', (code) => {
    expect(placeholders(en.warning[code])).toEqual(placeholders(zh.warning[code]))
  })
})
