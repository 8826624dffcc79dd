import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { aParty, idOf, link, partyOf, peopleOf, register, storedPeople } from './kit.ts'

describe.each(ENGINES)('merging people on %s', (engine) => {
  let museum: TestMuseum
  let gone: string
  let kept: string
  beforeEach(async () => {
    museum = await aMuseum({ engine, today: '2026-03-01' })
    await register(museum, [{ name: '铜鼎' }, { name: '铜爵' }, { name: '铜镜' }])
    kept = await aParty(museum, { name: '张三', phone: '111111', otherNames: '三爷', notes: '教师' })
    gone = await aParty(museum, {
      name: '张 三',
      phone: '222222',
      born: '1902',
      otherNames: '老张',
      notes: '住城关',
    })
  })
  afterEach(() => museum.close())
  const merge = (take: ('name' | 'phone')[] = []) =>
    museum.client.people.merge({ gone, kept, goneRevision: 1, keptRevision: 1, take })

  it('shows every field and link before anything is done', async () => {
    await link(museum, idOf(1), gone)
    await link(museum, idOf(2), gone)
    await link(museum, idOf(2), kept)
    await link(museum, idOf(3), gone, 'seller')
    const before = await storedPeople(museum)
    const preview = await museum.client.people.mergePreview({ gone, kept })
    expect(preview).toMatchObject({
      moved: [
        { role: 'donor', objects: 1 },
        { role: 'seller', objects: 1 },
      ],
      already: 1,
    })
    const of = (field: string) => preview.fields.find((one) => one.field === field)
    expect(of('phone')).toEqual({
      field: 'phone',
      gone: '222222',
      kept: '111111',
      after: '111111',
      conflict: true,
    })
    expect(of('born')).toMatchObject({ after: '1902', conflict: false })
    expect(of('otherNames')?.after).toBe('三爷\n张 三\n老张')
    expect(of('notes')?.after).toBe('教师\n住城关')
    expect(await storedPeople(museum)).toEqual(before)
  })

  it('moves all links in one go, keeps the old names, and takes the word that was chosen', async () => {
    await link(museum, idOf(1), gone, 'donor', '证书 7')
    await link(museum, idOf(2), gone)
    await link(museum, idOf(2), kept)
    await merge(['name', 'phone'])
    expect((await partyOf(museum, kept)).party.values).toMatchObject({
      name: '张 三',
      otherNames: '张三\n三爷\n老张',
      phone: '222222',
      born: '1902',
    })
    expect(await peopleOf(museum, idOf(1))).toEqual(['donor 张 三'])
    // once, though both had been there
    expect(await peopleOf(museum, idOf(2))).toEqual(['donor 张 三'])
    expect((await museum.client.people.list({})).rows.map(({ id }) => id)).toEqual([kept])
    expect((await partyOf(museum, gone)).party.mergedInto).toMatchObject({ id: kept })
    expect((await museum.client.people.list({ text: '三爷' })).total).toBe(1)
    const [entry] = (await museum.client.audit.ofRecord({ recordId: idOf(1) })).entries
    expect(entry).toMatchObject({ action: 'merged', reason: '张 三 → 张 三' })
    await expect(museum.client.audit.revert({ entryId: entry?.id ?? '' })).rejects.toMatchObject({
      code: 'record.nothingToUndo',
    })
  })

  it('is undone exactly: both parties, every link, as if it had never been', async () => {
    await link(museum, idOf(1), gone, 'donor', '证书 7')
    await link(museum, idOf(2), gone, 'donor', '与兄共同')
    await link(museum, idOf(2), kept)
    await link(museum, idOf(3), kept, 'seller')
    const before = await storedPeople(museum)
    const { merge: id } = await merge(['name', 'phone'])
    museum.at('2027-11-11T08:00:00.000Z')
    const answer = await museum.client.people.unmerge({ merge: id })
    expect(answer).toMatchObject({ goneName: '张 三', links: 1, leftFields: [], leftLinks: [] })
    expect(await storedPeople(museum)).toEqual(before)
    expect((await partyOf(museum, kept)).merges).toMatchObject([
      { gone, links: 1, undoneAt: '2027-11-11T08:00:00.000Z' },
    ])
    await expect(museum.client.people.unmerge({ merge: id })).rejects.toMatchObject({ code: 'merge.missing' })
    // and may be done again
    await museum.client.people.merge({ gone, kept, goneRevision: 3, keptRevision: 3, take: [] })
    expect(await museum.checked()).toEqual({ ok: true, problems: [] })
  })

  it('leaves what somebody has touched since, and says so', async () => {
    await link(museum, idOf(1), gone)
    const second = await link(museum, idOf(2), gone)
    const { merge: id } = await merge()
    await museum.client.people.amend({
      id: kept,
      revision: 2,
      changes: { born: '1903', otherNames: '三爷\n张 三\n老张\n张先生', notes: '教师\n住城关' },
    })
    await museum.client.people.unlink({ id: second })
    const later = await link(museum, idOf(3), kept)
    const told = await museum.client.people.unmergePreview({ merge: id })
    expect(told).toMatchObject({
      links: 1,
      leftFields: ['born'],
      leftLinks: [{ number: '0002', role: 'donor' }],
    })
    expect(await museum.client.people.unmerge({ merge: id })).toEqual(told)
    expect((await partyOf(museum, kept)).party.values).toMatchObject({
      born: '1903',
      otherNames: '三爷\n张先生',
      notes: '教师',
      phone: '111111',
    })
    expect((await partyOf(museum, gone)).party.values).toMatchObject({
      name: '张 三',
      born: '1902',
      phone: '222222',
    })
    expect(await peopleOf(museum, idOf(1))).toEqual(['donor 张 三'])
    expect(await peopleOf(museum, idOf(2))).toEqual([])
    // what came to the kept one afterwards stays with it
    expect((await museum.client.people.objects({ id: kept })).rows).toMatchObject([{ link: later }])
  })

  it('undoes a chain of merges from its end, and every link finds its way home', async () => {
    const third = await aParty(museum, { name: '张三先生' })
    await link(museum, idOf(1), gone)
    await link(museum, idOf(2), kept)
    await link(museum, idOf(3), third)
    const before = await storedPeople(museum)
    const first = await merge()
    const second = await museum.client.people.merge({
      gone: kept,
      kept: third,
      goneRevision: 2,
      keptRevision: 1,
      take: [],
    })
    expect((await museum.client.people.objects({ id: third })).total).toBe(3)
    await expect(museum.client.people.unmerge({ merge: first.merge })).rejects.toMatchObject({
      code: 'party.mergedOn',
      detail: { into: '张三先生' },
    })
    await museum.client.people.unmerge({ merge: second.merge })
    await museum.client.people.unmerge({ merge: first.merge })
    expect(await storedPeople(museum)).toEqual(before)
  })

  it('refuses to merge what was changed since it was shown, what is merged already, and a party with itself', async () => {
    const order = { gone, kept, goneRevision: 1, keptRevision: 1, take: [] }
    await expect(museum.client.people.merge({ ...order, kept: gone })).rejects.toMatchObject({
      code: 'party.same',
    })
    await museum.client.people.amend({ id: kept, revision: 1, changes: { notes: null } })
    const before = await storedPeople(museum)
    await expect(museum.client.people.merge(order)).rejects.toMatchObject({ code: 'party.changedMeanwhile' })
    expect(await storedPeople(museum)).toEqual(before)
    await museum.client.people.merge({ ...order, keptRevision: 2 })
    const other = await aParty(museum, { name: '李四' })
    for (const pair of [
      { gone, kept: other },
      { gone: other, kept: gone },
    ])
      await expect(museum.client.people.mergePreview(pair)).rejects.toMatchObject({ code: 'party.merged' })
    await expect(
      museum.client.people.amend({ id: gone, revision: 2, changes: { notes: 'x' } })
    ).rejects.toMatchObject({ code: 'party.merged' })
    await expect(link(museum, idOf(1), gone)).rejects.toMatchObject({ code: 'party.merged' })
  })
})
