import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redHint } from '../../shared/catalogue/red.ts'
import { partChanges, partsTakenBack } from '../../shared/relations/history.ts'
import { RELATION_KINDS } from '../../shared/relations/kinds.ts'
import { newPart, proposeNumbers, type Part } from '../../shared/relations/parts.ts'
import { typedParts } from '../../shared/relations/typing.ts'

describe('分件号', () => {
  it.each([
    ['0012', [], 3, ['0012-1', '0012-2', '0012-3']],
    ['0012', ['0012-1', '0012-3'], 2, ['0012-2', '0012-4']],
    ['0012', ['0012-01'], 2, ['0012-02', '0012-03']],
    ['0012', ['0012(1)'], 1, ['0012(2)']],
    ['61.5.135', ['61.5.135/2'], 2, ['61.5.135/1', '61.5.135/3']],
    ['0012', ['另号7'], 1, ['0012-1']],
    // 00121 would be another object's number
    ['0012', ['00121'], 1, ['0012-1']],
  ])('of %s with %j, %i more', (whole, numbers, count, proposed) => {
    expect(proposeNumbers(whole, numbers, count)).toEqual(proposed)
  })

  it('are never one in use', () => {
    const number = fc
      .tuple(fc.constantFrom('-', '.', '-0', '(', ''), fc.nat(30))
      .map(([sign, n]) => `7${sign}${n}`)
    fc.assert(
      fc.property(
        fc.uniqueArray(number, { maxLength: 40 }),
        fc.integer({ min: 1, max: 60 }),
        (taken, count) => {
          const proposed = proposeNumbers('7', taken, count)
          expect(new Set([...proposed, ...taken]).size).toBe(count + taken.length)
        }
      )
    )
  })
})

describe('a part list typed or pasted', () => {
  let at = 0
  const mint = (): string => `01900000-0000-7000-9000-${String((at += 1)).padStart(12, '0')}`

  it('is a part a line, by the columns of a spreadsheet, numbers given where there are none', () => {
    const { parts, taken } = typedParts(
      '鼎盖\t青铜\t口径20\t1.5公斤\t残\n\n0012-5\t鼎身\t铜、金\t\t约两斤\n鼎足',
      '0012',
      [newPart(mint(), '0012-1')],
      mint
    )
    expect(taken).toEqual([])
    expect(parts).toMatchObject([
      {
        number: '0012-2',
        name: '鼎盖',
        materials: '铜',
        sizeText: '口径20',
        mass: 1.5,
        massUnit: 'kg',
        completeness: '残缺',
      },
      { number: '0012-5', name: '鼎身', materials: '铜,金', mass: null, remarks: '约两斤' },
      { number: '0012-3', name: '鼎足' },
    ])
  })

  it('keeps what is no value of a table as it stands, and names numbers that are in use', () => {
    const given = typedParts('0012-1\t盖\t铜包木\t\t\t缺一耳', '0012', [newPart(mint(), '0012-1')], mint)
    expect(given.taken).toEqual(['0012-1'])
    expect(given.parts[0]).toMatchObject({ materials: '铜包木', completeness: '缺一耳' })
  })
})

describe('the history of a part list', () => {
  const id = (at: number): string => `01900000-0000-7000-9000-${String(at).padStart(12, '0')}`
  const lists = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 8 }), fc.constantFrom('盖', '身', '足')), {
      selector: ([at]) => at,
      maxLength: 8,
    })
    .map((row): Part[] => row.map(([at, name]) => newPart(id(at), `1-${at}`, { name })))

  it('takes any change back whole, and that back again', () => {
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const back = partsTakenBack(after, partChanges(before, after))
        expect(back.left).toEqual([])
        expect(new Set(back.parts)).toEqual(new Set(before))
        const again = partsTakenBack(back.parts, back.changes)
        expect(again.left).toEqual([])
        expect(new Set(again.parts)).toEqual(new Set(after))
      })
    )
  })

  it('brings parts back in their places', () => {
    const [a, b, c, d] = [1, 2, 3, 4].map((at) => newPart(id(at), `1-${at}`)) as [Part, Part, Part, Part]
    expect(partsTakenBack([d, b], partChanges([a, b, c, d], [d, b])).parts).toEqual([a, b, c, d])
  })
})

describe('relation kinds', () => {
  it('have codes of their own and words for both ends in both languages', () => {
    expect(new Set(RELATION_KINDS.map(({ code }) => code)).size).toBe(RELATION_KINDS.length)
    for (const { from, to } of RELATION_KINDS) {
      for (const said of [from, to ?? from]) expect(said.en).not.toMatch(/[㐀-鿿]/)
      if (to) expect(to['zh-CN']).not.toBe(from['zh-CN'])
    }
  })
})

describe('hints at 革命文物', () => {
  const years = { eraStart: 1912, eraEnd: 1949 }
  const none = { eraStart: null, eraEnd: null }
  it('are years and words, and silent once somebody has said so or not', () => {
    expect(redHint({ name: '民国铜元' }, years)).toEqual({ isOfTime: true, words: [] })
    expect(redHint({ name: '八路军臂章' }, none)).toEqual({ isOfTime: false, words: ['八路军'] })
    expect(redHint({ name: '清青花碗' }, { eraStart: 1616, eraEnd: 1911 })).toBeNull()
    expect(redHint({ name: '八路军臂章', redRelic: '否' }, years)).toBeNull()
  })
})
