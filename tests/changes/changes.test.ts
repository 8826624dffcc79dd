import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isMuseumRule } from '../../electron/store/quality.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { bring, record, undo, workbook } from '../imports/bringing.ts'
import { ALL, commit, idOf, recordOf, register, rehearse } from './kit.ts'

const find = { text: '', facets: {} }

describe.each(ENGINES)('a bulk change on %s', (engine) => {
  let museum: TestMuseum
  beforeEach(async () => {
    museum = await aMuseum({ engine, today: '2026-03-01' })
    await register(museum, [
      { name: '铜鼎', grade: '二级', place: '一库A架' },
      { name: '铜爵', grade: '三级', place: '一库B架' },
      { name: '铜镜', grade: '一级', place: null },
      { name: '铜戈', grade: null, place: '二库' },
    ])
  })
  afterEach(() => museum.close())
  const linesOf = async (batch: string) => (await museum.client.imports.lines({ batch })).lines

  it('shows every cell, counts what becomes what, and changes nothing until it is done', async () => {
    const told = await rehearse(museum, ALL, { set: { grade: '一级' } })
    expect(told).toMatchObject({ chosen: 4, changed: 3, unchanged: 1, refused: 0, left: 0 })
    expect(told.fields).toMatchObject([{ field: 'grade', changed: 3, others: 0 }])
    expect(told.fields[0]?.pairs).toContainEqual({ before: null, after: '一级', count: 1 })
    expect(await linesOf(told.batch)).toMatchObject([
      { number: '0001', name: '铜鼎', changes: [{ field: 'grade', before: '二级', after: '一级' }] },
      { number: '0002', changes: [{ before: '三级' }] },
      { number: '0004', changes: [{ before: null }] },
    ])
    expect((await recordOf(museum, 1)).values.grade).toBe('二级')
    expect((await museum.client.catalogue.page({ find })).rows.every(({ revision }) => revision === 1)).toBe(
      true
    )
  })

  it('writes one batch with an audit row for each record, and finds and counts by the new values', async () => {
    const { batch } = await rehearse(museum, ALL, {
      set: { grade: '一级', mass: 12.5, actualQuantity: 2, place: '三库' },
    })
    expect(await commit(museum, batch, '批量修改：级别')).toMatchObject({ changed: 4, left: 0 })
    const { entries } = await museum.client.audit.ofRecord({ recordId: idOf(1) })
    expect(entries[0]).toMatchObject({
      action: 'amended',
      batchId: batch,
      batchName: '批量修改：级别',
      changes: { grade: ['二级', '一级'], mass: [null, 12.5], place: ['一库A架', '三库'] },
    })
    expect(await recordOf(museum, 2)).toMatchObject({
      revision: 2,
      values: { grade: '一级', mass: 12.5, actualQuantity: 2, place: '三库', name: '铜爵' },
    })
    const byPlace = await museum.client.catalogue.page({ find: { text: '三库', facets: {} } })
    expect(byPlace.total).toBe(4)
    expect((await museum.client.catalogue.page({ find: { text: '一库', facets: {} } })).total).toBe(0)
    const { facets } = await museum.client.catalogue.facets({ find, only: ['grade'] })
    expect(facets.grade).toEqual([{ value: '一级', count: 4 }])
    expect((await museum.client.imports.batches({})).batches[0]).toMatchObject({
      kind: 'bulk',
      status: 'committed',
      counts: { created: 0, changed: 4 },
    })
    expect(await museum.checked()).toEqual({ ok: true, problems: [] })
  })

  it('changes all that is found but for those left out, also what no window has seen', async () => {
    const found = { kind: 'found', find: { text: '一库', facets: {} }, except: [idOf(2)] } as const
    const told = await rehearse(museum, { ...found, except: [idOf(2)] }, { set: { grade: '一般' } })
    expect(told).toMatchObject({ chosen: 1, changed: 1 })
    await commit(museum, told.batch)
    expect((await recordOf(museum, 1)).values.grade).toBe('一般')
    expect((await recordOf(museum, 2)).values.grade).toBe('三级')
  })

  it('replaces a text within a field and empties another', async () => {
    const told = await rehearse(museum, ALL, {
      set: { remarks: null, grade: null },
      replace: [{ field: 'place', find: '一库', by: '新库', folded: false, whole: false }],
    })
    expect(told).toMatchObject({ changed: 3, findings: { required: 3 } })
    await commit(museum, told.batch)
    expect((await recordOf(museum, 1)).values).toMatchObject({ place: '新库A架', grade: null })
    expect((await recordOf(museum, 3)).values).toMatchObject({ place: null, grade: null })
    expect((await recordOf(museum, 4)).values.place).toBe('二库')
  })

  it('leaves a record that somebody has changed since it was shown, and names it', async () => {
    const { batch } = await rehearse(museum, ALL, { set: { grade: '一级' } })
    await museum.client.catalogue.amend({ id: idOf(2), revision: 1, changes: { place: '柜内' } })
    expect(await commit(museum, batch)).toMatchObject({
      changed: 2,
      left: 1,
      skipped: [{ id: idOf(2), number: '0002', name: '铜爵' }],
    })
    expect((await recordOf(museum, 2)).values).toMatchObject({ grade: '三级', place: '柜内' })
    await expect(museum.client.changes.commit({ batch, name: '再来' })).rejects.toMatchObject({
      code: 'batch.missing',
    })
  })

  it('is taken back whole after ten other edits, and leaves the cell that was changed since', async () => {
    const { batch } = await rehearse(museum, ALL, { set: { grade: '一级', place: '三库' } })
    await commit(museum, batch)
    for (let edit = 1; edit <= 10; edit += 1) {
      const { revision } = await recordOf(museum, 4)
      await museum.client.catalogue.amend({ id: idOf(4), revision, changes: { remarks: `第${edit}次` } })
    }
    await museum.client.catalogue.amend({ id: idOf(2), revision: 2, changes: { grade: '一般' } })
    museum.at('2026-05-01T02:00:00.000Z')
    expect(await undo(museum, batch)).toMatchObject({
      undone: 3,
      skipped: [{ number: '0002', fields: ['grade'] }],
    })
    expect((await recordOf(museum, 1)).values).toMatchObject({ grade: '二级', place: '一库A架' })
    expect((await recordOf(museum, 2)).values).toMatchObject({ grade: '一般', place: '一库B架' })
    expect((await recordOf(museum, 4)).values).toMatchObject({
      grade: null,
      place: '二库',
      remarks: '第10次',
    })
    expect((await museum.client.catalogue.page({ find: { text: '一库', facets: {} } })).total).toBe(2)
    expect(await museum.checked()).toEqual({ ok: true, problems: [] })
  })

  it('brings the text of the museum’s own file back with the value', async () => {
    const file = await workbook({
      藏品: [
        ['总登记号', '名称', '级别'],
        ['901', '铜甗', '一级品'],
      ],
    })
    await bring(museum, file)
    const before = await record(museum, '901')
    expect(before.literals['grade']).toBe('一级品')
    const { batch } = await rehearse(museum, { kind: 'these', ids: [before.id] }, { set: { grade: '三级' } })
    await commit(museum, batch)
    expect((await record(museum, '901')).literals['grade']).toBeUndefined()
    await undo(museum, batch)
    expect(await record(museum, '901')).toMatchObject({
      values: { grade: before.values.grade },
      literals: before.literals,
    })
  })

  it('keeps what was accepted of a record that it does not concern, and lets go what it does', async () => {
    await museum.client.catalogue.amend({ id: idOf(1), revision: 1, changes: { condition: null } })
    await museum.client.quality.accept({ id: idOf(1), code: 'required', field: 'condition', reason: '待查' })
    await museum.client.quality.accept({ id: idOf(4), code: 'required', field: 'grade', reason: '未鉴定' })
    const accepted = async (n: number) =>
      (await museum.client.quality.ofRecord({ id: idOf(n) })).findings.filter((one) => one.accepted !== null)
    const weighed = async (n: number) => {
      const { rows } = await museum.client.catalogue.page({ find })
      return rows.find(({ id }) => id === idOf(n))?.warnings
    }
    const before = await weighed(1)
    const { batch } = await rehearse(museum, ALL, { set: { grade: '一级' } })
    await commit(museum, batch)
    expect(await accepted(1)).toMatchObject([{ code: 'required', field: 'condition' }])
    expect(await weighed(1)).toBe(before)
    expect(await accepted(4)).toEqual([])
  })

  it('writes with a change what the rules find afterwards, as if it had been typed', async () => {
    const { batch } = await rehearse(museum, ALL, { set: { completeness: '残缺', quantityKind: '单件' } })
    await commit(museum, batch)
    const told = await museum.client.quality.overview({})
    await museum.finished(await museum.client.quality.judge({ all: true }))
    expect(await museum.client.quality.overview({})).toEqual(told)
    const { rows } = await museum.client.catalogue.page({ find })
    for (const row of rows) {
      const { findings } = await museum.client.quality.ofRecord({ id: row.id })
      // rules of several records and of pictures are not counted with the record
      expect(row.warnings).toBe(findings.filter(({ code }) => !isMuseumRule(code)).length)
    }
  })

  it('does nothing when it is cancelled half-way', async () => {
    const { batch } = await rehearse(museum, ALL, { set: { grade: '一级' } })
    museum.listen((event) => {
      if (event.kind !== 'job' || event.job.stage !== 'writing') return false
      void museum.client.workspace.cancel({ id: event.job.id })
      return true
    })
    const job = await museum.finished(await museum.client.changes.commit({ batch, name: '批量修改' }))
    expect(job.status).toBe('cancelled')
    expect(await recordOf(museum, 1)).toMatchObject({ revision: 1, values: { grade: '二级' } })
    expect((await museum.client.imports.batches({})).batches).toMatchObject([{ status: 'rehearsed' }])
    expect(await commit(museum, batch)).toMatchObject({ changed: 3 })
  })

  it('refuses a text that would grow too long, and a wish for what each record has of its own', async () => {
    await museum.client.catalogue.amend({ id: idOf(3), revision: 1, changes: { place: '柜'.repeat(1500) } })
    const told = await rehearse(museum, ALL, {
      replace: [{ field: 'place', find: '柜', by: '柜柜', folded: false, whole: false }],
    })
    expect(told).toMatchObject({ refused: 1, changed: 0 })
    expect(await linesOf(told.batch)).toMatchObject([
      { number: '0003', verdict: 'refused', notes: [{ code: 'change.tooLong', field: 'place' }] },
    ])
    const hostile = [
      { set: { number: '0001' }, replace: [] },
      { set: { censusNumber: null }, replace: [] },
      { set: {}, replace: [] },
      { set: { grade: 5000, batch_id: 'x' }, replace: [] },
      { set: {}, replace: [{ field: 'mass', find: '1', by: '2', folded: false, whole: false }] },
      {
        set: { place: '库' },
        replace: [{ field: 'place', find: '1', by: '2', folded: false, whole: false }],
      },
    ]
    for (const wish of hostile) {
      const reply = await museum.call('changes.rehearse', { chosen: ALL, wish })
      expect(reply).toMatchObject({ ok: false, fault: { code: 'call.badInput' } })
    }
  })

  it('takes a find that finds nothing for what it is', async () => {
    const nothing = { ...ALL, find: { text: '没有这样的藏品', facets: {} } }
    expect(await rehearse(museum, nothing, { set: { grade: '一级' } })).toMatchObject({
      chosen: 0,
      changed: 0,
      fields: [],
    })
  })
})
