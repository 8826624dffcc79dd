import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MOST_FIELDS } from '../../shared/fields/record.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { aCode, aDefinition, amend, convert, define, enter, fault, recordOf } from './kit.ts'

describe.each(ENGINES)('fields of the museum’s own, defined on %s', (engine) => {
  let museum: TestMuseum
  beforeEach(async () => {
    museum = await aMuseum({ engine })
  })
  afterEach(() => museum.close())
  const names = async () => (await museum.client.fields.list({})).fields.map(({ name }) => name)

  it('are forty at most; the forty-first is refused, those put aside counted', async () => {
    for (let at = 1; at <= MOST_FIELDS; at += 1) await define(museum, { name: `栏${at}` })
    expect(await fault(define(museum, { name: '栏41' }))).toBe('ownField.most')
    const [first] = (await museum.client.fields.list({})).fields
    if (!first) throw new Error('none')
    await museum.client.fields.retire({ id: first.id, revision: first.revision, retired: true })
    expect(await fault(define(museum, { name: '栏41' }))).toBe('ownField.most')
    await museum.client.fields.remove({ id: first.id, revision: 2 })
    expect(await fault(define(museum, { name: '栏41' }))).toBe('done')
  })

  it('are told apart from each other and from the national table, by headings in both languages', async () => {
    await define(museum, { name: '展厅', english: 'Gallery' })
    for (const name of ['展 厅', 'gallery', '名称', '文物级别', 'Grade'])
      expect([name, await fault(define(museum, { name }))]).toEqual([name, 'ownField.nameTaken'])
    expect(await fault(define(museum, { name: '估价', kind: 'decimal', min: 9, max: 1 }))).toBe(
      'ownField.limits'
    )
    expect(await fault(define(museum, { name: '柜', kind: 'code' }))).toBe('ownField.noCodes')
    const codes = [aCode('一号柜', '1号'), aCode('1号')]
    expect(await fault(define(museum, { name: '柜', kind: 'code', codes }))).toBe('ownField.codeTwice')
    expect(await names()).toEqual(['展厅'])
  })

  it('keep a name that looks like code as it is', async () => {
    const name = '{{count}} $t(x) <b>"\' or 1=1'
    const { id } = await define(museum, { name })
    expect((await museum.client.fields.list({})).fields).toMatchObject([{ id, name, revision: 1 }])
  })

  it('are renamed under the same id, and somebody who saw the old name is told', async () => {
    const field = await define(museum)
    const definition = aDefinition({ name: '陈列厅', help: '写展厅全名' })
    const { field: after } = await museum.client.fields.redefine({ id: field.id, revision: 1, definition })
    expect(after).toMatchObject({ id: field.id, name: '陈列厅', revision: 2 })
    const late = museum.client.fields.redefine({ id: field.id, revision: 1, definition: aDefinition() })
    expect(await fault(late)).toBe('ownField.changedMeanwhile')
    expect(await fault(museum.client.fields.remove({ id: field.id, revision: 1 }))).toBe(
      'ownField.changedMeanwhile'
    )
    expect(await names()).toEqual(['陈列厅'])
  })

  it('two at once: both stand, or one is told', async () => {
    const field = await define(museum)
    const told = await Promise.all(
      ['甲', '乙'].map((name) =>
        fault(museum.client.fields.redefine({ id: field.id, revision: 1, definition: aDefinition({ name }) }))
      )
    )
    expect(told.sort()).toEqual(['done', 'ownField.changedMeanwhile'])
    const same = await Promise.all(['丙', '丙'].map((name) => fault(define(museum, { name }))))
    expect(same.sort()).toEqual(['done', 'ownField.nameTaken'])
  })

  it('stand in the order that they are given, all of them or none', async () => {
    const fields = [await define(museum, { name: '一' }), await define(museum, { name: '二' })]
    const ids = fields.map(({ id }) => id)
    await museum.client.fields.arrange({ ids: [...ids].reverse() })
    expect(await names()).toEqual(['二', '一'])
    await define(museum, { name: '三' })
    expect(await fault(museum.client.fields.arrange({ ids }))).toBe('ownField.changedMeanwhile')
    expect(await names()).toEqual(['二', '一', '三'])
  })

  it('are defined by those who keep the ledger or lead, and by nobody else', async () => {
    for (const role of ['clerk', 'viewer', 'curator'] as const)
      expect(await museum.call('fields.define', aDefinition(), [role])).toMatchObject({
        ok: false,
        fault: { code: 'call.notAllowed' },
      })
    expect(await museum.call('fields.define', aDefinition(), ['ledgerKeeper'])).toMatchObject({ ok: true })
  })

  it('are deleted only while nothing is said in them, in records or drafts; put aside they keep it', async () => {
    const field = await define(museum)
    const id = await enter(museum, '0001', { [field.id]: '一楼' })
    expect(await fault(museum.client.fields.remove({ id: field.id, revision: 1 }))).toBe('ownField.inUse')
    const { field: aside } = await museum.client.fields.retire({ id: field.id, revision: 1, retired: true })
    expect((await recordOf(museum, id)).values[field.id]).toBe('一楼')
    await amend(museum, id, { [field.id]: null })
    const draft = { id, recordId: id, revision: 2, values: { [field.id]: '二楼' }, unread: {} }
    await museum.client.catalogue.keepDraft(draft)
    expect(await museum.client.fields.held({})).toEqual({ held: { [field.id]: { records: 0, drafts: 1 } } })
    expect(await fault(museum.client.fields.remove({ id: field.id, revision: 2 }))).toBe('ownField.inUse')
    await museum.client.catalogue.dropDraft({ id })
    await museum.client.fields.remove({ id: field.id, revision: aside.revision })
    expect(await names()).toEqual([])
  })

  it('a draft with a field that was put aside meanwhile is saved whole', async () => {
    const field = await define(museum)
    const id = await enter(museum, '0001')
    await museum.client.catalogue.keepDraft({
      ...{ id, recordId: id, revision: 1, unread: {} },
      values: { [field.id]: '三楼', name: '爵' },
    })
    await museum.client.fields.retire({ id: field.id, revision: 1, retired: true })
    const [draft] = (await museum.client.catalogue.drafts({})).drafts
    expect(draft?.values).toEqual({ [field.id]: '三楼', name: '爵' })
    await museum.client.catalogue.amend({ id, revision: 1, changes: draft?.values ?? {}, draftId: id })
    expect((await recordOf(museum, id)).values).toMatchObject({ [field.id]: '三楼', name: '爵' })
    expect((await museum.client.catalogue.drafts({})).drafts).toEqual([])
  })

  it('a value of a list that records have stays in it, in force or not', async () => {
    const codes = [aCode('一号厅', '1厅'), aCode('二号厅')]
    const field = await define(museum, { kind: 'code', codes })
    await enter(museum, '0001', { [field.id]: '一号厅' })
    const redefine = (revision: number, list: typeof codes) =>
      museum.client.fields.redefine({
        ...{ id: field.id, revision },
        definition: aDefinition({ kind: 'code', codes: list }),
      })
    expect(await fault(redefine(1, [aCode('壹号厅'), aCode('二号厅')]))).toBe('ownField.codeInUse')
    expect(await fault(redefine(1, [{ ...aCode('一号厅'), retired: true }]))).toBe('done')
    expect(
      (await museum.client.catalogue.byNumber({ number: '0001' })).findings.map(({ code }) => code)
    ).not.toContain('own.code')
  })

  it('what was defined is in the history with who did it', async () => {
    const field = await define(museum)
    await museum.client.fields.retire({ id: field.id, revision: 1, retired: true })
    const rows = await museum.db
      .selectFrom('audit')
      .select(['action', 'person', 'changes'])
      .where('room', '=', 'fields')
      .orderBy('id')
      .execute()
    expect(rows.map(({ action, person }) => [action, person])).toEqual([
      ['registered', '登记员'],
      ['amended', '登记员'],
    ])
    expect(JSON.parse(rows[1]?.changes ?? '')).toEqual({ retired: ['false', 'true'] })
  })

  it('another kind: those that do not fit are named and nothing changes; else nothing is bent', async () => {
    const field = await define(museum, { name: '估价' })
    const good = await enter(museum, '0001', { [field.id]: '1,200' })
    const bad = await enter(museum, '0002', { [field.id]: '待估' })
    expect(await convert(museum, field, 'integer')).toMatchObject({
      ...{ done: false, records: 2, misfits: 1 },
      named: [{ id: bad, number: '0002', text: '待估' }],
    })
    expect((await recordOf(museum, good)).values[field.id]).toBe('1,200')
    await amend(museum, bad, { [field.id]: '8' })
    expect(await convert(museum, field, 'integer', { rehearse: true })).toMatchObject({
      done: false,
      misfits: 0,
    })
    expect(await convert(museum, field, 'integer')).toMatchObject({ done: true, records: 2, misfits: 0 })
    const record = await recordOf(museum, good)
    expect(record.values[field.id]).toBe(1200)
    expect(record.literals[field.id]).toBe('1,200')
    expect(record.revision).toBe(2)
    expect((await museum.client.fields.list({})).fields).toMatchObject([{ kind: 'integer', revision: 2 }])
    const taken = museum.client.catalogue.amend({ id: good, revision: 2, changes: { [field.id]: '字' } })
    expect(await fault(taken)).toBe('ownField.unfit')
  })

  it('an old value taken back after its field has become of another kind is kept as its text', async () => {
    const field = await define(museum, { name: '估价' })
    const id = await enter(museum, '0001', { [field.id]: '待估' })
    const entryId = await amend(museum, id, { [field.id]: '8' })
    await convert(museum, field, 'integer')
    const record = await recordOf(museum, id)
    expect(record.values[field.id]).toBe(8)
    // somebody has changed it since (its kind), so that it is left alone and said
    const { skipped } = await museum.client.audit.revert({ entryId: entryId ?? '' })
    expect(skipped).toEqual([field.id])
    await amend(museum, id, { [field.id]: null })
    const entries = await museum.client.audit.ofRecord({ recordId: id })
    const conversion = entries.entries.find(({ changes }) => changes[field.id]?.[0] === '8')
    await amend(museum, id, { [field.id]: 8 })
    await museum.client.audit.revert({ entryId: conversion?.id ?? '' })
    expect((await recordOf(museum, id)).values[field.id]).toBe(8)
    expect(await museum.checked()).toMatchObject({ ok: true })
  })
})
