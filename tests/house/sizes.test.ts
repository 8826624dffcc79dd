import { expect, it } from 'vitest'
import { sources } from './sources.ts'

it('keeps every source file to one thought: 300 lines at most', () => {
  const long = sources(/^(shared|electron|renderer|scripts|tests)\/.*\.(tsx?|mjs|cjs|css)$/)
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > 300)
  expect(long).toEqual([])
})

it('leaves nothing undone in the code', () => {
  const undone = sources(/^(shared|electron|renderer|scripts)\/.*\.(tsx?|mjs|cjs)$/).filter(({ text }) =>
    /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|expect-error|nocheck)/.test(text)
  )
  expect(undone.map(({ path }) => path)).toEqual([])
})
