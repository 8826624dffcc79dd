import { describe, expect, it } from 'vitest'
import { noValues } from '../../shared/catalogue/record.ts'
import { compare } from '../../shared/imports/compare.ts'
import { understood } from './oneRow.ts'

describe('a row against a record that is there', () => {
  const there = {
    values: { ...noValues, number: '1', grade: '二级', materials: '铜', materialClass: '单一质地' },
    literals: { grade: '贰级' },
    extras: { 展厅: '一楼' },
  }

  it('changes cell by cell, and what follows from a changed cell with it', () => {
    const row = understood(
      ['级别', 'grade', '三级'],
      ['质地', 'materials', '铜、铁'],
      ['展厅', 'extra', '二楼']
    )
    expect(compare(row, there).changes).toEqual([
      { field: 'materials', literal: '铜、铁', before: '铜', after: '铜,铁' },
      { field: 'grade', literal: null, before: '二级', after: '三级' },
      { field: 'literals.grade', literal: null, before: '贰级', after: null },
      { field: 'materialClass', literal: null, before: '单一质地', after: '复合或组合质地' },
      { field: 'materialSubclass', literal: null, before: null, after: '无机复合或组合' },
      { field: 'extras.展厅', literal: '二楼', before: '一楼', after: '二楼' },
    ])
  })

  it('says nothing new where the cells are empty or say the same in other words', () => {
    const row = understood(['级别', 'grade', '二级品'], ['质地', 'materials', ''], ['展厅', 'extra', '一楼'])
    expect(compare(row, there).changes).toEqual([])
  })

  it('leaves a value alone that a cell does not understand, and renews the text of one that never was understood', () => {
    expect(compare(understood(['级别', 'grade', '甲等']), there).changes).toEqual([])
    const unread = { ...there, values: { ...there.values, grade: null }, literals: { grade: '甲' } }
    expect(compare(understood(['级别', 'grade', '甲等']), unread).changes).toEqual([
      { field: 'literals.grade', literal: '甲等', before: '甲', after: '甲等' },
    ])
  })
})
