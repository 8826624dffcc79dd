import { describe, expect, it } from 'vitest'
import { marksOf, readMarks } from '../../shared/quality/marks.ts'
import { QUALITY_RULES } from '../../shared/quality/rules.ts'
import { sources } from '../house/sources.ts'
import zh from '../../resources/words/zh-CN/quality.json' with { type: 'json' }

/** Every finding that the rules of one record can give: `warn(found, field, 'N5.quotes')`. */
const given = sources(/^shared\/catalogue\/rules\/.*\.ts$/).flatMap(({ text }) =>
  [...text.matchAll(/\b(warn|fail)\(\s*found,\s*[^,]+,\s*(?:amount === null \? )?'([\w.]+)'/g)].map(
    ([, how = '', code = '']) => ({
      rule: code.split('.')[0] ?? '',
      level: how === 'fail' ? 'error' : 'warning',
    })
  )
)

describe('the list of all rules', () => {
  it('names each of V01–V14, N1–N8, D1–D9, I1–I5 once, and says where it is judged', () => {
    const numbered = (letter: string, most: number, width: number): string[] =>
      Array.from({ length: most }, (_, at) => letter + String(at + 1).padStart(width, '0'))
    const wanted = [
      ...numbered('V', 14, 2),
      ...numbered('N', 8, 1),
      ...numbered('D', 9, 1),
      ...numbered('I', 5, 1),
    ]
    const ids = QUALITY_RULES.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([])
  })

  it('holds every finding that a rule can give, at its level, and no rule of a record gives none', () => {
    expect(given.length).toBeGreaterThan(40)
    const strays = given.filter(({ rule, level }) => {
      const listed = QUALITY_RULES.find(({ id, place }) => id === rule && place === 'record')
      return !listed?.levels.includes(level as 'error' | 'warning')
    })
    expect(strays).toEqual([])
    const silent = QUALITY_RULES.filter(
      ({ id, place }) => place === 'record' && !given.some(({ rule }) => rule === id)
    )
    expect(silent.map(({ id }) => id)).toEqual([])
  })

  it('says in words what each rule asks', () => {
    const words: Readonly<Record<string, string>> = zh
    expect(QUALITY_RULES.filter(({ id }) => !words[`quality.rule.${id}`])).toEqual([])
  })
})

it('marks keep of each rule how grave it is, and what was accepted, once', () => {
  const at = (rule: string, code: string, level: 'error' | 'warning') => ({
    ...{ rule, code, level, field: 'name', detail: {} },
  })
  const found = [at('V04', 'V04.single', 'error'), at('N2', 'N2', 'warning'), at('N2', 'N2.b', 'warning')]
  const marks = marksOf(found, new Set(['N2.b name']))
  expect(readMarks(marks)).toEqual([
    { rule: 'V04', kind: 'error' },
    { rule: 'N2', kind: 'warning' },
    { rule: 'N2', kind: 'accepted' },
  ])
  expect(marksOf([])).toBe('')
  expect(readMarks('')).toEqual([])
})
