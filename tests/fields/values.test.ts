import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { aBronze } from '../kit/builders.ts'
import { ALL, commit, rehearse } from '../changes/kit.ts'
import { undo } from '../imports/bringing.ts'
import { aCode, amend, define, enter, fault, numbersFound, recordOf } from './kit.ts'

describe.each(ENGINES)('what objects hold in fields of the museum’s own, on %s', (engine) => {
  let museum: TestMuseum
  beforeEach(async () => {
    museum = await aMuseum({ engine })
  })
  afterEach(() => museum.close())

  it('is kept as it is: ten thousand characters, zero, decimals, a day', async () => {
    const text = await define(museum, { name: '长', kind: 'longText' })
    const short = await define(museum, { name: '短' })
    const price = await define(museum, { name: '估价', kind: 'decimal', unit: '元' })
    const day = await define(museum, { name: '盘点日', kind: 'day' })
    const count = await define(museum, { name: '页数', kind: 'integer' })
    const long = '漢“'.repeat(5000)
    const values = { [text.id]: long, [price.id]: 0.1, [day.id]: '2026-02-28', [count.id]: 0 }
    const id = await enter(museum, '0001', values)
    expect((await recordOf(museum, id)).values).toMatchObject(values)
    const refused = async (changes: object) => fault(amend(museum, id, { ...changes }))
    expect(await refused({ [short.id]: 'x'.repeat(2001) })).toBe('ownField.unfit')
    expect(await refused({ [text.id]: 'x'.repeat(32_768) })).toBe('call.badInput')
    expect(await refused({ [day.id]: '2026-02-30' })).toBe('ownField.unfit')
    expect(await refused({ [count.id]: 1.5 })).toBe('ownField.unfit')
    expect(await refused({ [price.id]: 1e13 })).toBe('ownField.unfit')
    expect(await refused({ 'own.00000000000000000000000000000000': 'x' })).toBe('ownField.missing')
    expect(await refused({ constructor: 'x' })).toBe('call.badInput')
    expect((await recordOf(museum, id)).revision).toBe(1)
    // the list leaves out what no list can show, as it does with the long texts of the national table
    const { rows } = await museum.client.catalogue.page({ find: {} })
    expect(rows[0]?.values).toMatchObject({ [price.id]: 0.1, [count.id]: 0 })
    expect(rows[0]?.values).not.toHaveProperty(text.id)
  })

  it('sorts numbers as numbers and texts as texts, empty last, page by page', async () => {
    const price = await define(museum, { name: '估价', kind: 'decimal' })
    const hall = await define(museum, { name: '展厅' })
    for (const [at, value] of [100, 9, null, 20, -3, 9].entries())
      await enter(museum, `000${at + 1}`, value === null ? {} : { [price.id]: value, [hall.id]: `厅${at}` })
    expect(await numbersFound(museum, {}, price.id)).toEqual(['0005', '0002', '0006', '0004', '0001', '0003'])
    expect((await numbersFound(museum, {}, hall.id)).at(-1)).toBe('0003')
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof museum.client.catalogue.page>> =
        await museum.client.catalogue.page({
          ...{ find: {}, sort: { by: price.id, descending: true }, after, limit: 2 },
        })
      seen.push(...page.rows.map(({ values }) => String(values.number)))
      after = page.next
    } while (after !== null)
    expect(seen).toEqual(['0003', '0001', '0004', '0006', '0002', '0005'])
  })

  it('is counted beside the list and narrows it, with the national facets and without a value', async () => {
    const codes = [aCode('一号厅'), aCode('二号厅')]
    const hall = await define(museum, { name: '展厅', kind: 'code', codes })
    await enter(museum, '0001', { [hall.id]: '一号厅', grade: '一级' })
    await enter(museum, '0002', { [hall.id]: '一号厅', grade: '二级' })
    await enter(museum, '0003', { [hall.id]: '二号厅', grade: '二级' })
    await enter(museum, '0004', { grade: '二级' })
    const find = { facets: { grade: ['二级'] }, own: { [hall.id]: ['一号厅', null] } }
    expect(await numbersFound(museum, find)).toEqual(['0002', '0004'])
    const { total, facets, own } = await museum.client.catalogue.facets({ find })
    expect(total).toBe(2)
    expect(own[hall.id]).toEqual(
      expect.arrayContaining([
        { value: '一号厅', count: 1 },
        { value: '二号厅', count: 1 },
        { value: null, count: 1 },
      ])
    )
    expect(facets.grade).toEqual(expect.arrayContaining([{ value: '一级', count: 1 }]))
    const page = await museum.client.catalogue.page({ find })
    expect(page.total).toBe(2)
    // a field that is defined later is counted too, though the counts were kept in memory
    const later = await define(museum, { name: '柜', kind: 'code', codes })
    expect((await museum.client.catalogue.facets({ find: {} })).own[later.id]).toEqual([
      { value: null, count: 4 },
    ])
  })

  it('is found by its words, and no more once it is gone', async () => {
    const hall = await define(museum)
    const id = await enter(museum, '0001', { [hall.id]: '金沙遗址厅' })
    expect(await numbersFound(museum, { text: '遗址' })).toEqual(['0001'])
    await amend(museum, id, { [hall.id]: '青铜厅' })
    expect(await numbersFound(museum, { text: '遗址' })).toEqual([])
    expect(await museum.checked()).toMatchObject({ ok: true })
  })

  it('goes into the history and comes back from it', async () => {
    const hall = await define(museum)
    const id = await enter(museum, '0001', { [hall.id]: '一楼' })
    const entryId = await amend(museum, id, { [hall.id]: '二楼', name: '爵' })
    const { entries } = await museum.client.audit.ofRecord({ recordId: id })
    expect(entries[0]?.changes).toMatchObject({ [hall.id]: ['一楼', '二楼'] })
    await museum.client.audit.revert({ entryId: entryId ?? '', fields: [hall.id] })
    expect((await recordOf(museum, id)).values).toMatchObject({ [hall.id]: '一楼', name: '爵' })
  })

  it('nobody overwrites what a colleague has changed there meanwhile', async () => {
    const hall = await define(museum)
    const id = await enter(museum, '0001', { [hall.id]: '一楼' })
    await amend(museum, id, { [hall.id]: '二楼' })
    const late = museum.client.catalogue.amend({ id, revision: 1, changes: { [hall.id]: '三楼' } })
    expect(await fault(late)).toBe('record.changedMeanwhile')
    expect((await recordOf(museum, id)).values[hall.id]).toBe('二楼')
  })

  it('is warned about as the museum wants it, at once and when the wish changes', async () => {
    const codes = [aCode('一号厅')]
    const id = await enter(museum, '0001')
    const told = async () => {
      const { record, findings } = await museum.client.catalogue.byId({ id })
      const row = (await museum.client.catalogue.page({ find: {} })).rows.find((one) => one.id === record.id)
      expect(row?.warnings).toBe(findings.length)
      return findings.filter(({ rule }) => rule === 'own').map(({ code }) => code)
    }
    const hall = await define(museum, { name: '展厅', kind: 'code', codes, required: true })
    const price = await define(museum, { name: '估价', kind: 'decimal', min: 0, max: 10 })
    await museum.finished(await museum.client.quality.judge({ all: true }))
    expect(await told()).toEqual(['own.required'])
    expect(await numbersFound(museum, { rule: 'own' })).toEqual(['0001'])
    await amend(museum, id, { [hall.id]: '地下', [price.id]: 11 })
    expect(await told()).toEqual(['own.code', 'own.above'])
    await museum.client.fields.retire({ id: hall.id, revision: 1, retired: true })
    await museum.finished(await museum.client.quality.judge({ all: true }))
    expect(await told()).toEqual(['own.above'])
  })

  it('is changed in many records at once, rehearsed, and taken back as a whole', async () => {
    const hall = await define(museum)
    const price = await define(museum, { name: '估价', kind: 'integer' })
    const ids = [await enter(museum, '0001', { [hall.id]: '一楼东' }), await enter(museum, '0002')]
    const told = await rehearse(museum, ALL, { set: { [price.id]: 5, place: '库' } })
    expect(told).toMatchObject({ changed: 2, refused: 0 })
    await commit(museum, told.batch)
    for (const id of ids)
      expect((await recordOf(museum, id)).values).toMatchObject({ [price.id]: 5, place: '库' })
    const replaced = await rehearse(museum, ALL, {
      replace: [{ field: hall.id, find: '一楼', by: '二楼', folded: true, whole: false }],
    })
    expect(replaced).toMatchObject({ changed: 1, unchanged: 1 })
    await commit(museum, replaced.batch)
    expect((await recordOf(museum, ids[0] ?? '')).values[hall.id]).toBe('二楼东')
    expect(await undo(museum, told.batch)).toMatchObject({ undone: 2, skipped: [] })
    expect((await recordOf(museum, ids[0] ?? '')).values[price.id]).toBeUndefined()
    expect((await recordOf(museum, ids[0] ?? '')).values).toMatchObject({ [hall.id]: '二楼东' })
    const unfit = await rehearse(museum, ALL, { set: { [price.id]: '字' } })
    expect(unfit).toMatchObject({ changed: 0, refused: 2 })
  })

  it('a rehearsal is not done once its field has been defined otherwise', async () => {
    const hall = await define(museum)
    await enter(museum, '0001')
    const told = await rehearse(museum, ALL, { set: { [hall.id]: '一楼' } })
    await museum.client.fields.retire({ id: hall.id, revision: 1, retired: true })
    expect(await fault(commit(museum, told.batch))).toBe('ownField.changedMeanwhile')
  })

  it('a new object with such values is entered once, however often it is sent', async () => {
    const hall = await define(museum)
    const id = museum.ctx.mintId()
    for (const place of ['一楼', '二楼'])
      await museum.client.catalogue.register({ id, values: aBronze({ number: '1', [hall.id]: place }) })
    expect((await recordOf(museum, id)).values[hall.id]).toBe('二楼')
  })
})
