import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { bring, record, rehearse, undo, workbook } from './bringing.ts'

describe.each(ENGINES)('a list that comes again with other cells, on %s', (engine) => {
  let museum: TestMuseum
  beforeEach(async () => {
    museum = await aMuseum({ engine })
  })
  afterEach(() => museum.close())

  const HEAD = ['总登记号', '名称', '年代', '数量', '入藏时间', '完残', '级别']
  const first = () =>
    workbook({ 一: [HEAD, ['1', '碗', '清乾隆', '34套', '1987年5月3日', '口沿残', '一级']] })
  const second = () => workbook({ 一: [HEAD, ['1', '碗', '清', '40套', '2005', '完整', '怪级']] })
  const alone = { eraText: null, sets: 40, acquiredOn: null, acquisitionYear: 2005, damage: null }

  it('is shown cell by cell, entered as shown, and taken back whole', async () => {
    await bring(museum, await first())
    const before = await record(museum, '1')
    const shown = await rehearse(museum, await second())
    const { lines } = await museum.client.imports.lines({ batch: shown.batch, verdict: 'change' })
    const changes = Object.fromEntries((lines[0]?.changes ?? []).map((one) => [one.field, one.after]))
    const { acquisitionYear, ...cleared } = alone
    expect(changes).toMatchObject({
      ...cleared,
      acquisitionYear,
      acquisitionBand: '2001至今',
      completeness: '完整',
    })
    expect(changes).toMatchObject({ 'literals.grade': '怪级', 'literals.actualQuantity': '40套' })
    const entered = await bring(museum, await second())
    expect(entered).toMatchObject({ changed: 1, warnings: { 'code.unknown': 1 } })
    const after = await record(museum, '1')
    expect(after.values).toMatchObject({ ...alone, grade: '一级', acquisitionBand: '2001至今' })
    expect([after.eraStart, after.eraEnd]).toEqual([1616, 1911])
    expect(await bring(museum, await second())).toMatchObject({ changed: 0, unchanged: 1 })
    expect(await undo(museum, entered.batch)).toMatchObject({ undone: 1, skipped: [] })
    const { values, literals, extras, eraStart } = await record(museum, '1')
    expect({ values, literals, extras, eraStart }).toEqual({
      ...{ values: before.values, literals: before.literals, extras: before.extras },
      eraStart: before.eraStart,
    })
  })

  it('has its words back too where only the unit of a column was another', async () => {
    const list = (head: string) =>
      workbook({
        一: [
          ['总登记号', '名称', head],
          ['2', '碗', '28.60'],
        ],
      })
    await bring(museum, await list('高(mm)'))
    const before = await record(museum, '2')
    expect([before.values.height, before.literals['height']]).toEqual([2.86, '28.60'])
    const again = await bring(museum, await list('高(cm)'))
    expect((await record(museum, '2')).values.height).toBe(28.6)
    await undo(museum, again.batch)
    const { values, literals } = await record(museum, '2')
    expect([values.height, literals['height']]).toEqual([2.86, '28.60'])
  })
})
