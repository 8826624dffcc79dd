import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FieldValues } from '../../shared/catalogue/record.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { bring, objects, record, undo, workbook } from './bringing.ts'

const HEAD = ['总登记号', '名称', '级别', '质地', '展厅']
const first = () =>
  workbook({
    藏品: [
      HEAD,
      ['001', '铜鼎', '一级品', '铜', '一楼'],
      ['002', '铜爵', '二级', '铜', null],
      ['003', '瓷碗', '甲', '瓷', null],
    ],
  })

describe.each(ENGINES)('a batch taken back on %s', (engine) => {
  let museum: TestMuseum
  beforeEach(async () => {
    museum = await aMuseum({ engine, today: '2026-03-01' })
  })
  afterEach(() => museum.close())
  const amend = async (number: string, changes: FieldValues) => {
    const { id, revision } = await record(museum, number)
    return museum.client.catalogue.amend({ id, revision, changes })
  }

  it('next month leaves what somebody has touched since, and says which', async () => {
    const { batch } = await bring(museum, await first())
    museum.at('2026-03-20T02:00:00.000Z')
    await amend('002', { name: '青铜爵' })
    museum.at('2026-04-28T02:00:00.000Z')
    const expected = { batch, undone: 2, skipped: [{ number: '002', name: '青铜爵', fields: [] }] }
    expect(await museum.client.imports.undoPreview({ batch })).toMatchObject(expected)
    expect(await objects(museum)).toBe(3)
    expect(await undo(museum, batch)).toMatchObject(expected)
    expect(await objects(museum)).toBe(1)
    expect((await record(museum, '002')).values.name).toBe('青铜爵')
    const [shown] = (await museum.client.imports.batches({})).batches
    expect(shown).toMatchObject({ status: 'undone', undoneAt: '2026-04-28T02:00:00.000Z' })
    expect(await museum.checked()).toEqual({ ok: true, problems: [] })
  })

  it('can be taken back once', async () => {
    const { batch } = await bring(museum, await first())
    await undo(museum, batch)
    await expect(museum.client.imports.undo({ batch })).rejects.toMatchObject({ code: 'import.undone' })
    await expect(museum.client.imports.undoPreview({ batch })).rejects.toMatchObject({
      code: 'import.undone',
    })
    await expect(museum.client.imports.undo({ batch: 'none' })).rejects.toMatchObject({
      code: 'batch.missing',
    })
  })

  it('takes an object whose change was itself taken back for untouched', async () => {
    const { batch } = await bring(museum, await first())
    const { entryId } = await amend('001', { name: '方鼎' })
    await museum.client.audit.revert({ entryId: entryId ?? '' })
    expect((await record(museum, '001')).revision).toBe(3)
    expect(await undo(museum, batch)).toMatchObject({ undone: 3, skipped: [] })
  })

  it('has the text of a cell back when the field that was typed over it is taken back', async () => {
    const { batch } = await bring(museum, await first())
    const came = await record(museum, '001')
    expect(came.literals['grade']).toBe('一级品')
    const { entryId } = await amend('001', { grade: '二级', name: '方鼎' })
    expect((await record(museum, '001')).literals['grade']).toBeUndefined()
    const { entries } = await museum.client.audit.ofRecord({ recordId: came.id })
    expect(entries[0]?.changes).toMatchObject({ 'literals.grade': ['一级品', null] })
    await museum.client.audit.revert({ entryId: entryId ?? '', fields: ['grade'] })
    const back = await record(museum, '001')
    expect(back).toMatchObject({ literals: came.literals, values: { grade: '一级', name: '方鼎' } })
    await museum.client.audit.revert({ entryId: entryId ?? '', fields: ['name'] })
    expect(await undo(museum, batch)).toMatchObject({ undone: 3, skipped: [] })
  })

  it('keeps an object that somebody is typing in, or that has a picture', async () => {
    const { batch } = await bring(museum, await first())
    const typing = await record(museum, '001')
    await museum.client.catalogue.keepDraft({
      id: 'd',
      recordId: typing.id,
      revision: 1,
      values: { name: '鼎' },
    })
    const { id } = await record(museum, '003')
    const picture = {
      sha256: 'a'.repeat(64),
      type: 'image/png',
      bytes: 9,
      view: '正视',
      caption: null,
      position: 0,
    }
    await museum.db
      .insertInto('picture')
      .values({
        museum_id: museum.house.museum().id,
        id: 'p',
        object_id: id,
        created_at: '2026-03-01T04:00:00.000Z',
        ...picture,
      })
      .execute()
    const { undone, skipped } = await museum.client.imports.undoPreview({ batch })
    expect([undone, skipped.map(({ number }) => number)]).toEqual([1, ['001', '003']])
  })

  it('puts changed cells back, texts and all, and leaves a cell that was changed since', async () => {
    await bring(museum, await first())
    const before = await record(museum, '001')
    const second = await bring(
      museum,
      await workbook({
        藏品: [
          HEAD,
          ['001', '方鼎', '二级', '铜、金', '三楼'],
          ['002', '青铜爵', '三级', null, '四楼'],
          ['003', null, '乙', null, null],
        ],
      })
    )
    expect(second).toMatchObject({ changed: 3 })
    expect((await record(museum, '003')).literals['grade']).toBe('乙')
    await amend('002', { grade: '一级' })
    const result = await undo(museum, second.batch)
    expect(result.undone).toBe(2)
    expect(result.skipped).toMatchObject([{ number: '002', fields: ['grade'] }])
    const after = await record(museum, '001')
    expect(after).toMatchObject({
      values: before.values,
      literals: before.literals,
      extras: before.extras,
      revision: 3,
    })
    expect((await record(museum, '002')).values).toMatchObject({ name: '铜爵', grade: '一级' })
    expect((await record(museum, '002')).extras).toEqual({})
    expect((await record(museum, '003')).literals['grade']).toBe('甲')
    const { entries } = await museum.client.audit.ofRecord({ recordId: after.id })
    expect(entries.map(({ action }) => action)).toEqual(['undone', 'imported', 'imported'])
    expect(entries[0]?.changes['name']).toEqual(['方鼎', '铜鼎'])
    const { total } = await museum.client.catalogue.page({ find: { text: '方鼎' } })
    expect(total).toBe(0)
  })

  it('unwinds batch upon batch, the last first', async () => {
    const one = await bring(museum, await first())
    const two = await bring(museum, await workbook({ 藏品: [HEAD, ['001', '方鼎', null, null, null]] }))
    expect((await museum.client.imports.undoPreview({ batch: one.batch })).skipped).toMatchObject([
      { number: '001' },
    ])
    expect(await undo(museum, two.batch)).toMatchObject({ undone: 1, skipped: [] })
    expect(await undo(museum, one.batch)).toMatchObject({ undone: 3, skipped: [] })
    expect(await objects(museum)).toBe(0)
  })
})
