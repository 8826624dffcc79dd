import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { idOf, register } from '../changes/kit.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { bring, record as byNumber, textFile } from '../imports/bringing.ts'
import { amend, restore, stoodOf, theVessel } from './kit.ts'

describe.each(ENGINES)('the history of one field on %s', (engine) => {
  let museum: TestMuseum
  beforeEach(async () => {
    museum = await aMuseum({ engine })
    await register(museum, [{ name: '商青铜鼎' }])
  })
  afterEach(() => museum.close())

  it('says how it stood, since when and by whom, newest first', async () => {
    await amend(museum, '2026-03-02T04:00:00.000Z', { name: '商青铜方鼎' })
    await amend(museum, '2026-03-03T04:00:00.000Z', { grade: '一级' })
    await amend(museum, '2026-03-04T04:00:00.000Z', { name: '商兽面纹铜方鼎' }, '鉴定意见')
    const stood = await stoodOf(museum, 'name')
    expect(stood.map(({ value }) => value)).toEqual(['商兽面纹铜方鼎', '商青铜方鼎', '商青铜鼎'])
    expect(stood.map(({ since }) => [since?.action, since?.at.slice(0, 10), since?.reason])).toEqual([
      ['amended', '2026-03-04', '鉴定意见'],
      ['amended', '2026-03-02', null],
      ['registered', '2026-03-01', null],
    ])
    expect(stood[0]?.until).toBeNull()
  })

  it('is one line for a field that nobody has changed, and for a field that nobody knows', async () => {
    expect(await stoodOf(museum, 'grade')).toMatchObject([{ value: '二级', until: null }])
    expect(await stoodOf(museum, 'relation.x')).toMatchObject([{ value: null }])
  })

  it('brings a value back whatever came in between, as an entry of its own that can be taken back', async () => {
    for (const [day, place] of ['甲库', '乙库', '丙库'].entries())
      await amend(museum, `2026-03-0${day + 2}T04:00:00.000Z`, { place })
    const { entryId } = await restore(museum, 'place', 2)
    expect((await stoodOf(museum, 'place')).map(({ value }) => value)).toEqual([
      ...['甲库', '丙库', '乙库', '甲库'],
      null,
    ])
    expect((await museum.client.audit.ofRecord({ recordId: theVessel })).entries[0]).toMatchObject({
      action: 'reverted',
      changes: { place: ['丙库', '甲库'] },
    })
    await museum.client.audit.revert({ entryId })
    expect((await stoodOf(museum, 'place'))[0]?.value).toBe('丙库')
    expect((await museum.checked()).ok).toBe(true)
  })

  it('never writes over what was not shown', async () => {
    await amend(museum, '2026-03-02T04:00:00.000Z', { place: '甲库' })
    const { revision, stood } = await museum.client.audit.ofField({ recordId: theVessel, key: 'place' })
    await amend(museum, '2026-03-03T04:00:00.000Z', { place: '乙库' })
    const wish = { recordId: theVessel, key: 'place', before: stood[1]?.until ?? '', revision }
    await expect(museum.client.audit.restore(wish)).rejects.toMatchObject({ code: 'record.changedMeanwhile' })
    expect((await stoodOf(museum, 'place'))[0]?.value).toBe('乙库')
  })

  it('goes back over a printed correction only with a reason, and prints that as a correction too', async () => {
    await amend(museum, '2026-03-02T04:00:00.000Z', { name: '商青铜方鼎' }, '清点更正')
    await expect(restore(museum, 'name', 1)).rejects.toMatchObject({ code: 'record.reasonNeeded' })
    expect((await stoodOf(museum, 'name'))[1]?.needsReason).toBe(true)
    await restore(museum, 'name', 1, '原登记无误')
    expect((await stoodOf(museum, 'name'))[0]).toMatchObject({
      value: '商青铜鼎',
      since: { action: 'reverted', reason: '原登记无误' },
    })
    // a field that is no part of the ledger asks for none
    await amend(museum, '2026-03-03T04:00:00.000Z', { place: '甲库' }, '随手写的')
    expect((await stoodOf(museum, 'place'))[1]?.needsReason).toBe(false)
  })

  it('refuses a number that another object has taken meanwhile, and a way back to where it is', async () => {
    await amend(museum, '2026-03-02T04:00:00.000Z', { number: '0009' })
    await museum.client.catalogue.register({ id: idOf(2), values: { number: '0001', name: '铜镜' } })
    await expect(restore(museum, 'number', 1)).rejects.toMatchObject({ code: 'record.numberTaken' })
    await amend(museum, '2026-03-03T04:00:00.000Z', { place: '甲库' })
    await amend(museum, '2026-03-04T04:00:00.000Z', { place: null })
    await expect(restore(museum, 'place', 2)).rejects.toMatchObject({ code: 'record.nothingToUndo' })
    const { revision } = await museum.client.audit.ofField({ recordId: theVessel, key: 'place' })
    const other = { recordId: theVessel, key: 'place', before: 'none', revision }
    await expect(museum.client.audit.restore(other)).rejects.toMatchObject({ code: 'record.nothingToUndo' })
  })

  it('brings back what was written in the file with its value, and a column of the museum’s own', async () => {
    await bring(museum, textFile('铜镜.csv', '总登记号,名称,级别,展厅\n0100,铜镜,好像是三级吧,二楼东\n'))
    const { id, literals } = await byNumber(museum, '0100')
    const literal = literals['grade']
    expect(literal).toBeDefined()
    const key = 'grade'
    const [first] = await stoodOf(museum, key, id)
    expect(first).toMatchObject({ literal, since: { action: 'imported' } })
    const { record } = await museum.client.catalogue.byId({ id })
    await museum.client.catalogue.amend({ id, revision: record.revision, changes: { grade: '三级' } })
    const { revision, stood } = await museum.client.audit.ofField({ recordId: id, key })
    expect(stood.map(({ literal }) => literal)).toEqual([null, literal])
    await museum.client.audit.restore({ recordId: id, key, before: stood[1]?.until ?? '', revision })
    const back = (await museum.client.catalogue.byId({ id })).record
    expect(back.literals['grade']).toBe(literal)
    expect(back.values.grade).toBe(first?.value)
    expect(await stoodOf(museum, 'extras.展厅', id)).toMatchObject([{ value: '二楼东' }])
  })
})
