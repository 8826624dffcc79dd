import { describe, expect, it } from 'vitest'
import { FIELD_IDS, type FieldId } from '../../shared/catalogue/fields.ts'
import { noValues, type FieldValue } from '../../shared/catalogue/record.ts'
import { compare } from '../../shared/imports/compare.ts'
import type { UnderstoodRow } from '../../shared/imports/understand.ts'
import { planned, understood, type Column } from './oneRow.ts'

type There = Parameters<typeof compare>[1]

/** The record that a row makes where there was none. */
function enter({ given, derived, literals, extras }: UnderstoodRow): There {
  const values: Record<FieldId, FieldValue> = { ...given }
  for (const { field, value } of derived) values[field] = value
  return { values, literals, extras }
}

function changed(there: There, ...columns: readonly Column[]) {
  const [row, plan] = planned(...columns)
  return compare(row, there, plan).changes
}

function pairs(heading: string, field: FieldId, old: string, fresh: readonly string[]) {
  const one = (text: string): readonly Column[] => [[heading, field, text]]
  return fresh.map((text) => [`${heading} ${old} → ${text}`, one(old), one(text)] as const)
}

function weighed(mass: string, unit: string): readonly Column[] {
  return [
    ['重量', 'mass', mass],
    ['重量单位', 'massUnit', unit],
  ]
}

describe('a row against a record that is there', () => {
  const there = {
    values: { ...noValues, number: '1', grade: '二级', materials: '铜', materialClass: '单一质地' },
    literals: { grade: '贰级' },
    extras: { 展厅: '一楼' },
  }

  it('changes cell by cell, and what follows from a changed cell with it', () => {
    expect(
      changed(there, ['级别', 'grade', '三级'], ['质地', 'materials', '铜、铁'], ['展厅', 'extra', '二楼'])
    ).toEqual([
      { field: 'materials', literal: '铜、铁', before: '铜', after: '铜,铁' },
      { field: 'grade', literal: null, before: '二级', after: '三级' },
      { field: 'literals.grade', literal: null, before: '贰级', after: null },
      { field: 'materialClass', literal: null, before: '单一质地', after: '复合或组合质地' },
      { field: 'materialSubclass', literal: null, before: null, after: '无机复合或组合' },
      { field: 'extras.展厅', literal: '二楼', before: '一楼', after: '二楼' },
    ])
  })

  it('says nothing new where the cells are empty or show just what the record does', () => {
    const cells = [
      ['级别', 'grade', '二级'],
      ['质地', 'materials', ''],
      ['展厅', 'extra', '一楼'],
    ] as const
    expect(changed(there, ...cells)).toEqual([])
  })

  it('renews the words where they are other words for the same', () => {
    expect(changed(there, ['级别', 'grade', '二级品'])).toEqual([
      { field: 'literals.grade', literal: '二级品', before: '贰级', after: '二级品' },
    ])
  })

  it('leaves a value alone that a cell does not understand, and keeps its words beside it', () => {
    const words = [{ field: 'literals.grade', literal: '甲等', before: '贰级', after: '甲等' }]
    expect(changed(there, ['级别', 'grade', '甲等'])).toEqual(words)
    const after = { ...there, literals: { grade: '甲等' } }
    expect(changed(after, ['级别', 'grade', '甲等'])).toEqual([])
    expect(changed(after, ['级别', 'grade', '二级'])).toEqual([
      { field: 'literals.grade', literal: null, before: '甲等', after: null },
    ])
  })

  it('denies nothing by the label as it is exported, where more is recorded', () => {
    const [first, plan] = planned(['年代', 'era', '清乾隆'])
    const [again] = planned(['年代', 'era', '清(1616~1911)'])
    expect(compare(again, enter(first), plan).changes).toEqual([])
  })

  it('takes no unit that only the heading gives for one of a size that has none (D5)', () => {
    const [first, plan] = planned(['尺寸', 'sizeText', '高19.2、口径51.0'])
    const [again] = planned(['尺寸(cm)', 'sizeText', '高19.2、口径51.0'])
    const found = compare(again, enter(first), plan)
    expect(found.changes).toEqual([])
    expect(found.notes.map(({ code }) => code)).toEqual(['import.sizeUnitAside'])
  })
})

/** A cell, or a cell with the one beside it, as it was and as it is. */
const CHANGED: readonly (readonly [string, readonly Column[], readonly Column[]])[] = [
  ...pairs('年代', 'era', '清乾隆', ['清光绪', '清', '宋-元']),
  ...pairs('年代', 'era', '公元前350年—前250年', ['宋-元', '唐']),
  ...pairs('入藏时间', 'acquiredOn', '1987', ['2005', '1953.10', '1949年', '2005年3月1日']),
  ...pairs('入藏时间', 'acquiredOn', '1987年5月3日', ['2005', '建国前', '1987']),
  ...pairs('入藏时间', 'acquiredOn', '87年', ['1987']),
  ...pairs('数量', 'actualQuantity', '34套', ['40套', '34件', '一套5件', '1']),
  ...pairs('数量', 'actualQuantity', '一套5件', ['二套5件', '5', '一对']),
  ...pairs('重量', 'mass', '500克', ['500kg', '0.02g', '3吨']),
  ...pairs('完残', 'completeness', '口沿残', ['底残', '完整', '残破']),
  ...pairs('完残', 'completeness', '完整', ['口沿残']),
  ...pairs('尺寸(cm)', 'sizeText', '高3宽2', ['高5', '长1宽2高3', '直径8']),
  ...pairs('长×宽×高(cm)', 'sizeText', '1×2×3', ['4×5×6', '直径8']),
  ...pairs('数量', 'quantityKind', '单件 幅', ['一套多件 张', '单件 件']),
  ['g → kg', weighed('500', 'g'), weighed('500', 'kg')],
]

describe('a cell that has changed', () => {
  for (const [what, old, fresh] of CHANGED) {
    it(`is followed by all that comes of it: ${what}`, () => {
      const [row, plan] = planned(...fresh)
      const there = enter(understood(...old))
      const { changes, ...after } = compare(row, there, plan)
      const expected = enter(row)
      expect({ ...there.values, ...after.values }).toEqual(expected.values)
      expect(after.literals).toEqual(expected.literals)
      const shown = Object.fromEntries(
        changes.map(({ field, before, after: then }) => [field, [before, then]])
      )
      expect(Object.keys(shown)).toHaveLength(changes.length)
      for (const field of FIELD_IDS) {
        if (there.values[field] !== expected.values[field])
          expect(shown[field]).toEqual([there.values[field], expected.values[field]])
      }
      expect(compare(row, expected, plan).changes).toEqual([])
    })
  }

  it('leaves what somebody has typed over what came of the old one', () => {
    const there = enter(understood(['完残', 'completeness', '口沿残']))
    const mended = { ...there, values: { ...there.values, damage: '口沿残，有裂' } }
    const [row, plan] = planned(['完残', 'completeness', '完整'])
    expect(compare(row, mended, plan).values).toEqual({ completeness: '完整' })
  })

  it('keeps the value where it is not understood, and shows its words', () => {
    for (const [heading, field, old, fresh] of [
      ['级别', 'grade', '一级', '怪级'],
      ['重量', 'mass', '500克', '2斤'],
      ['质地', 'materials', '铜', '铜、某某'],
      ['入藏时间', 'acquiredOn', '1987', '87年'],
    ] as const) {
      const there = enter(understood([heading, field, old]))
      const [row, plan] = planned([heading, field, fresh])
      const { values, literals, changes } = compare(row, there, plan)
      expect([values, literals[field]]).toEqual([{}, fresh])
      expect(changes.map((change) => change.field)).toEqual([`literals.${field}`])
    }
  })
})

/** Texts of each kind of column, understood and not. */
const COLUMNS: readonly (readonly [string, FieldId, readonly string[]])[] = [
  [
    '年代',
    'era',
    ['清乾隆', '清', '清代', '唐', '宋-元', '近代', '公元前350年—前250年', '新石器时代', '明崇桢', ''],
  ],
  ['具体年代', 'eraText', ['清乾隆二年', '约前300年', '唐天宝年间', '宋元', '']],
  ['级别', 'grade', ['一级', '一级品', '贰级', '二级', '三级', '']],
  ['质地', 'materials', ['铜', '青铜', '铜、铁', '纸', '竹，木', '']],
  [
    '数量',
    'actualQuantity',
    ['1', '2', '34套', '40套', '一套5件', '一对', '1件', '12枚', '1函6册', '3/1', ''],
  ],
  ['件数', 'sets', ['1', '2', '一套5件', '1套', '']],
  ['尺寸', 'sizeText', ['高3宽2', '高5cm', '长1cm宽2cm高3cm', '直径8', '口径12厘米，底径3厘米', '']],
  ['尺寸(cm)', 'sizeText', ['高3宽2', '高5', '长1宽2高3', '直径8cm', '']],
  ['通高(mm)', 'height', ['28', '30.5', '12cm', '']],
  ['重量', 'mass', ['500克', '500kg', '0.5公斤', '1,000g', '2吨', '3.25 kg', '']],
  ['重量(g)', 'mass', ['500', '1200', '2kg', '']],
  ['完残', 'completeness', ['完整', '完好', '口沿残', '底残', '残破', '基本完整', '']],
  ['入藏时间', 'acquiredOn', ['1987', '1987.5', '2005', '1987年5月3日', '1949年', '建国前', '32143', '']],
  ['入藏年度', 'acquisitionYear', ['1987', '1953', '2005年', '']],
  ['登记日期', 'registeredOn', ['1987年5月3日', '1990-01-02', '']],
  ['备注', 'remarks', ['甲', '乙－丙', '']],
]

describe('a list that is read again with other cells', () => {
  it('makes the record that the new list alone would have made', () => {
    let checked = 0
    for (const [heading, field, texts] of COLUMNS) {
      for (const old of texts) {
        for (const fresh of texts) {
          if (fresh === '') continue
          const there = enter(understood([heading, field, old]))
          const [row, plan] = planned([heading, field, fresh])
          const { values, literals } = compare(row, there, plan)
          const [what, alone] = [`${heading} ${old} → ${fresh}`, enter(row)]
          expect([what, { ...there.values, ...values }]).toEqual([what, alone.values])
          // 二级品 → 二级: where the cell shows just what is recorded, the museum's earlier words for it stay
          if (row.literals[field] !== undefined || Object.keys(values).length > 0)
            expect([what, literals]).toEqual([what, alone.literals])
          checked += 1
        }
      }
    }
    expect(checked).toBeGreaterThan(300)
  })
})
