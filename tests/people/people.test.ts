import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { mintId } from '../../electron/services/ids.ts'
import { aParty, idOf, link, partyOf, peopleOf, register } from './kit.ts'

describe.each(ENGINES)('people and institutions on %s', (engine) => {
  let museum: TestMuseum
  beforeEach(async () => {
    museum = await aMuseum({ engine, today: '2026-03-01' })
    await register(museum, [{ name: '铜鼎' }, { name: '铜爵', source: '接受捐赠' }, { name: '铜镜' }])
  })
  afterEach(() => museum.close())
  const names = async (text: string) =>
    (await museum.client.people.list({ text })).rows.map(({ name }) => name)

  it('keeps what was written of a life, and its years beside it', async () => {
    const id = await aParty(museum, { name: ' 王  懿荣 ', born: '清道光二十五年', died: '约1900' })
    expect((await partyOf(museum, id)).party).toMatchObject({
      revision: 1,
      values: { name: '王 懿荣', born: '清道光二十五年', died: '约1900' },
      lifeStart: 1845,
    })
  })

  it('finds by one character or two, by other names, by pinyin and its initials, and pages in pinyin order', async () => {
    await aParty(museum, { name: '张三', otherNames: '张老三\n三爷' })
    await aParty(museum, { name: '李四' })
    await aParty(museum, { name: '云河县文化馆', kind: 'institution', otherNames: 'Yunhe Culture House' })
    expect(await names('')).toEqual(['李四', '云河县文化馆', '张三'])
    for (const [text, name] of [
      ['张', '张三'],
      ['张三', '张三'],
      ['三爷', '张三'],
      ['zs', '张三'],
      ['zhangs', '张三'],
      ['文化', '云河县文化馆'],
      ['yhx', '云河县文化馆'],
      ['cult', '云河县文化馆'],
    ] as const)
      expect(await names(text), text).toEqual([name])
    expect(await names('张四')).toEqual([])
    // signs of LIKE stand for themselves
    expect(await names('%')).toEqual(await names(''))
    expect((await museum.client.people.list({ kind: 'institution' })).total).toBe(1)
    const page = await museum.client.people.list({ skip: 1, limit: 1 })
    expect(page).toMatchObject({ total: 3, rows: [{ name: '云河县文化馆' }] })
  })

  it('refuses a party without a name, and lets nobody write over a colleague', async () => {
    await expect(
      museum.client.people.register({ id: mintId(), values: { name: ' 　' } })
    ).rejects.toMatchObject({
      code: 'party.nameMissing',
    })
    const id = await aParty(museum, { name: '张三' })
    await museum.client.people.amend({ id, revision: 1, changes: { phone: '138 0000 1111' } })
    await expect(
      museum.client.people.amend({ id, revision: 1, changes: { phone: null } })
    ).rejects.toMatchObject({ code: 'party.changedMeanwhile' })
    expect((await partyOf(museum, id)).party.values.phone).toBe('138 0000 1111')
    // a repeated call enters nobody twice
    await museum.client.people.register({ id, values: { name: '张三' } })
    expect((await museum.client.people.list({})).total).toBe(1)
  })

  it('has a history, field by field, and what was changed can be taken back', async () => {
    const id = await aParty(museum, { name: '张三' })
    await museum.client.people.amend({ id, revision: 1, changes: { name: '张叁', notes: '教师' } })
    const history = async () => (await museum.client.audit.ofRecord({ recordId: id })).entries
    const [amended, registered] = await history()
    expect(registered).toMatchObject({ action: 'registered', changes: {} })
    expect(amended).toMatchObject({
      action: 'amended',
      changes: { 'party.name': ['张三', '张叁'], 'party.notes': [null, '教师'] },
    })
    await museum.client.people.amend({ id, revision: 2, changes: { notes: '退休教师' } })
    const answer = await museum.client.audit.revert({ entryId: amended?.id ?? '' })
    expect(answer.skipped).toEqual(['party.notes'])
    expect((await partyOf(museum, id)).party.values).toMatchObject({ name: '张三', notes: '退休教师' })
    expect((await history())[0]?.action).toBe('reverted')
  })

  it('shows contact to those who write the catalogue and to nobody else, in the record and in the history', async () => {
    const id = await aParty(museum, { name: '张三', phone: '13800001111', address: '城关镇' })
    await museum.client.people.amend({ id, revision: 1, changes: { idNumber: '1402 0219 5001 0112 34' } })
    const looker = async (channel: string, input: unknown) =>
      JSON.stringify(await museum.call(channel, input, ['viewer']))
    for (const seen of [
      await looker('people.byId', { id }),
      await looker('audit.ofRecord', { recordId: id }),
      await looker('people.list', {}),
    ])
      expect(seen).not.toMatch(/13800001111|城关镇|1402/)
    expect(await museum.call('people.alike', { values: { phone: '13800001111' } }, ['viewer'])).toMatchObject(
      {
        ok: false,
        fault: { code: 'call.notAllowed' },
      }
    )
    expect((await partyOf(museum, id)).party.values.idNumber).toBe('1402 0219 5001 0112 34')
  })

  it('links a party to objects in roles, once each, and tells the object’s history', async () => {
    const zhang = await aParty(museum, { name: '张三' })
    const first = await link(museum, idOf(1), zhang, 'donor', '证书 2024-3')
    await link(museum, idOf(1), zhang, 'formerOwner')
    await link(museum, idOf(2), zhang)
    await expect(link(museum, idOf(1), zhang)).rejects.toMatchObject({ code: 'party.alreadyLinked' })
    expect(await peopleOf(museum, idOf(1))).toEqual(['donor 张三', 'formerOwner 张三'])
    const found = { text: '', facets: {}, party: zhang }
    const page = await museum.client.catalogue.page({ find: found })
    expect([page.total, page.rows.map(({ values }) => values.number)]).toEqual([2, ['0001', '0002']])
    const { facets } = await museum.client.catalogue.facets({ find: found, only: ['source'] })
    expect(facets.source).toContainEqual({ value: '接受捐赠', count: 1 })
    expect((await partyOf(museum, zhang)).roles).toEqual([
      { role: 'donor', objects: 2 },
      { role: 'formerOwner', objects: 1 },
    ])
    expect(await museum.client.people.objects({ id: zhang })).toMatchObject({
      total: 3,
      rows: [
        { number: '0001', role: 'donor', note: '证书 2024-3' },
        { number: '0002' },
        { role: 'formerOwner' },
      ],
    })
    await museum.client.people.unlink({ id: first })
    expect(await peopleOf(museum, idOf(1))).toEqual(['formerOwner 张三'])
    const { entries } = await museum.client.audit.ofRecord({ recordId: idOf(1) })
    expect(entries[0]?.changes).toEqual({ [`link.${first}`]: ['donor 张三', null] })
    await museum.client.audit.revert({ entryId: entries[0]?.id ?? '' })
    expect(await peopleOf(museum, idOf(1))).toEqual(['donor 张三', 'formerOwner 张三'])
    // the object itself is as it was
    expect((await museum.client.catalogue.byId({ id: idOf(1) })).record.revision).toBe(1)
  })

  it('does not bring a link back beside another of the same', async () => {
    const zhang = await aParty(museum, { name: '张三' })
    await museum.client.people.unlink({ id: await link(museum, idOf(1), zhang) })
    await link(museum, idOf(1), zhang)
    const { entries } = await museum.client.audit.ofRecord({ recordId: idOf(1) })
    const removal = entries.find(({ changes }) => Object.values(changes).some(([, after]) => after === null))
    const answer = await museum.client.audit.revert({ entryId: removal?.id ?? '' })
    expect(answer.skipped).toHaveLength(1)
    expect(await peopleOf(museum, idOf(1))).toEqual(['donor 张三'])
  })

  it('takes a party out of the list only when nothing hangs on it, and back into it', async () => {
    const id = await aParty(museum, { name: '张三' })
    const linked = await link(museum, idOf(1), id)
    await expect(museum.client.people.remove({ id, revision: 1, removed: true })).rejects.toMatchObject({
      code: 'party.linked',
      detail: { count: 1 },
    })
    await museum.client.people.unlink({ id: linked })
    await museum.client.people.remove({ id, revision: 1, removed: true })
    expect(await names('')).toEqual([])
    await expect(link(museum, idOf(1), id)).rejects.toMatchObject({ code: 'party.merged' })
    expect((await museum.client.people.list({ removed: true })).rows).toMatchObject([{ id }])
    await museum.client.people.remove({ id, revision: 2, removed: false })
    expect(await names('张三')).toEqual(['张三'])
  })

  it('keeps what is being typed, and drops it with the save', async () => {
    const id = mintId()
    const draft = { id: `new:${id}`, partyId: null, revision: null, values: { name: '张', phone: '138' } }
    await museum.client.people.keepDraft(draft)
    expect((await museum.client.people.drafts({})).drafts).toMatchObject([draft])
    expect((await museum.client.catalogue.drafts({})).drafts).toEqual([])
    await museum.client.people.register({ id, values: { name: '张三' }, draftId: draft.id })
    expect((await museum.client.people.drafts({})).drafts).toEqual([])
  })

  it('V10: who gave must be linked or written; whatever changes that changes what is found', async () => {
    const broken = async () =>
      (await museum.client.catalogue.page({ find: { text: '', facets: {}, rule: 'V10' } })).rows.map(
        ({ values }) => values.number
      )
    await museum.client.catalogue.amend({ id: idOf(1), revision: 1, changes: { source: '旧藏' } })
    expect(await broken()).toEqual(['0002', '0003'])
    const zhang = await aParty(museum, { name: '张三' })
    // an excavating unit gives nothing
    const wrong = await link(museum, idOf(2), zhang, 'excavator')
    expect(await broken()).toEqual(['0002', '0003'])
    const right = await link(museum, idOf(2), zhang, 'donor')
    expect(await broken()).toEqual(['0003'])
    expect((await museum.client.quality.ofRecord({ id: idOf(3) })).findings).toContainEqual(
      expect.objectContaining({ code: 'V10', field: 'sourceDetail', level: 'warning' })
    )
    await museum.client.people.unlink({ id: right })
    expect(await broken()).toEqual(['0002', '0003'])
    await museum.client.people.unlink({ id: wrong })
    await museum.client.catalogue.amend({ id: idOf(2), revision: 1, changes: { sourceDetail: '李四捐赠' } })
    expect(await broken()).toEqual(['0003'])
    const counted = (await museum.client.quality.overview({})).rules.find(({ id }) => id === 'V10')
    expect(counted).toMatchObject({ warnings: 1, errors: 0 })
    await museum.client.quality.accept({
      id: idOf(3),
      code: 'V10',
      field: 'sourceDetail',
      reason: '档案遗失',
    })
    expect(await broken()).toEqual([])
  })
})
