import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mintId } from '../../electron/services/ids.ts'
import type { FieldValues } from '../../shared/catalogue/record.ts'
import { aBronze } from '../kit/builders.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'

describe.each(ENGINES)('the catalogue on %s', (engine) => {
  let museum: TestMuseum

  beforeAll(async () => {
    museum = await aMuseum({ engine, today: '2026-03-01' })
  })
  afterAll(() => museum.close())

  const register = async (given: FieldValues) => {
    const answer = await museum.client.catalogue.register({ id: mintId(), values: aBronze(given) })
    return answer.record
  }

  it('enters an object once, however often the call is repeated', async () => {
    const id = mintId()
    const values = aBronze({ number: 'R-001' })
    const first = await museum.client.catalogue.register({ id, values })
    const again = await museum.client.catalogue.register({ id, values })
    expect(again.record).toEqual(first.record)
    expect(first.record.revision).toBe(1)
    expect(first.record.values.numberType).toBe('藏品总登记号')
    const { entries } = await museum.client.audit.ofRecord({ recordId: id })
    expect(entries.map((entry) => entry.action)).toEqual(['registered'])
  })

  it('takes what was typed after a lost answer for a change of the object that is there', async () => {
    const id = mintId()
    await museum.client.catalogue.register({ id, values: aBronze({ number: 'R-001a' }) })
    const values = aBronze({ number: 'R-001a', name: '商兽面纹青铜鼎' })
    const again = await museum.client.catalogue.register({ id, values })
    expect(again.record).toMatchObject({ revision: 2, values: { name: '商兽面纹青铜鼎' } })
    const { entries } = await museum.client.audit.ofRecord({ recordId: id })
    expect(entries.map((entry) => entry.action)).toEqual(['amended', 'registered'])
  })

  it('drops the draft with the object that it became', async () => {
    const id = mintId()
    const draft = { id: `new:${id}`, recordId: null, revision: null, values: { number: 'R-001b' } }
    await museum.client.catalogue.keepDraft(draft)
    await museum.client.catalogue.register({ id, values: aBronze({ number: 'R-001b' }), draftId: draft.id })
    expect((await museum.client.catalogue.drafts({})).drafts).toEqual([])
  })

  it('offers the places in use that hold a text, whatever its case and signs', async () => {
    await register({ number: 'P-1', place: 'A_1柜' })
    await register({ number: 'P-2', place: 'AX1柜' })
    await register({ number: 'P-3', place: '恒湿50%柜' })
    const inUse = async (text: string) =>
      (await museum.client.catalogue.inUse({ field: 'place', text })).values.map(({ value }) => value).sort()
    expect(await inUse('a_1')).toEqual(['A_1柜'])
    expect(await inUse('50%')).toEqual(['恒湿50%柜'])
    expect(await inUse('a')).toEqual(['AX1柜', 'A_1柜'])
    expect(await inUse("'; drop table object")).toEqual([])
  })

  it('understands the period: the literal stays, the interval goes beside it', async () => {
    const record = await register({ number: 'R-002', eraText: '清乾隆二十三年' })
    expect(record.values.eraText).toBe('清乾隆二十三年')
    expect([record.eraStart, record.eraEnd]).toEqual([1758, 1758])
  })

  it('refuses a number that is taken, and an object without one, and keeps nothing of either', async () => {
    await register({ number: 'R-003' })
    const before = await museum.client.workspace.stats({})
    await expect(register({ number: 'R-003' })).rejects.toMatchObject({
      code: 'record.numberTaken',
      detail: { number: 'R-003' },
    })
    await expect(register({ number: ' Ｒ-００３ ' })).rejects.toMatchObject({ code: 'record.numberTaken' })
    await expect(register({ number: '  ' })).rejects.toMatchObject({ code: 'record.numberMissing' })
    expect(await museum.client.workspace.stats({})).toEqual(before)
  })

  it('keeps the zeros of 0008, and tells it from 8', async () => {
    const padded = await register({ number: '０００８' })
    expect(padded.values.number).toBe('0008')
    const bare = await register({ number: '8' })
    expect((await museum.client.catalogue.byNumber({ number: '0008' })).record.id).toBe(padded.id)
    expect((await museum.client.catalogue.byNumber({ number: '8' })).record.id).toBe(bare.id)
  })

  it('does not let a second person overwrite what the first has just saved', async () => {
    const record = await register({ number: 'R-004' })
    await museum.client.catalogue.amend({ id: record.id, revision: 1, changes: { grade: '一级' } })
    await expect(
      museum.client.catalogue.amend({ id: record.id, revision: 1, changes: { grade: '三级' } })
    ).rejects.toMatchObject({ code: 'record.changedMeanwhile' })
    expect((await museum.client.catalogue.byId({ id: record.id })).record.values.grade).toBe('一级')
  })

  it('writes who changed what, takes it back a month later, and brings it again', async () => {
    const record = await register({ number: 'R-005', grade: '二级', remarks: '旧' })
    const { entryId } = await museum.client.catalogue.amend({
      id: record.id,
      revision: 1,
      changes: { grade: '一级', remarks: '新' },
      reason: '鉴定更正',
    })
    museum.at('2026-04-05T04:00:00.000Z')
    const undone = await museum.client.audit.revert({ entryId: entryId ?? '' })
    expect(undone.skipped).toEqual([])
    expect((await museum.client.catalogue.byId({ id: record.id })).record.values).toMatchObject({
      grade: '二级',
      remarks: '旧',
    })
    await museum.client.audit.revert({ entryId: undone.entryId ?? '' })
    expect((await museum.client.catalogue.byId({ id: record.id })).record.values).toMatchObject({
      grade: '一级',
      remarks: '新',
    })
    const { entries } = await museum.client.audit.ofRecord({ recordId: record.id })
    expect(entries.map((entry) => entry.action)).toEqual(['reverted', 'reverted', 'amended', 'registered'])
    expect(entries[2]).toMatchObject({
      person: '登记员',
      reason: '鉴定更正',
      changes: { grade: ['二级', '一级'] },
    })
  })

  it('undoes only what nobody has touched since, and names the rest', async () => {
    const record = await register({ number: 'R-006', grade: '二级', remarks: null })
    const first = await museum.client.catalogue.amend({
      id: record.id,
      revision: 1,
      changes: { grade: '一级', remarks: '甲' },
    })
    await museum.client.catalogue.amend({ id: record.id, revision: 2, changes: { grade: '三级' } })
    const undone = await museum.client.audit.revert({ entryId: first.entryId ?? '' })
    expect(undone.skipped).toEqual(['grade'])
    expect((await museum.client.catalogue.byId({ id: record.id })).record.values).toMatchObject({
      grade: '三级',
      remarks: null,
    })
  })

  it('finds an object by one character, two characters, initials, part of a number, and several words', async () => {
    const record = await register({ number: 'S-77.135', name: '明龙泉窑青釉刻花盘', place: '一号库房/甲柜' })
    const found = async (text: string) =>
      (await museum.client.catalogue.page({ find: { text }, limit: 500 })).rows.map((row) => row.id)
    for (const text of ['窑', '龙泉', 'lqy', 'LQYQ', '77.135', 'ｓ-77', '龙泉 甲柜', '刻花盘 s']) {
      expect(await found(text), text).toContain(record.id)
    }
    for (const text of ['泉龙', '龙泉 乙柜', 'yql', '盘一号'])
      expect(await found(text), text).not.toContain(record.id)
    await museum.client.catalogue.amend({ id: record.id, revision: 1, changes: { name: '清景德镇窑碗' } })
    // by 原名 (N8)
    expect(await found('龙泉')).toContain(record.id)
    await museum.client.catalogue.amend({ id: record.id, revision: 2, changes: { formerName: null } })
    expect(await found('龙泉')).not.toContain(record.id)
    expect(await found('jdzyw')).toContain(record.id)
  })

  it('keeps hostile search and filter text as text', async () => {
    const { total } = await museum.client.catalogue.page({ find: {} })
    for (const text of [
      "'; drop table object; --",
      '" OR *',
      'words : "x',
      '%_\\',
      'NEAR(',
      "')--",
      '\u0000',
      '😀',
    ]) {
      await museum.client.catalogue.page({ find: { text } })
      await museum.client.catalogue.facets({
        find: { text: '', facets: { grade: [text], materials: [text] } },
      })
    }
    const reply = await museum.call('catalogue.page', { find: {}, sort: { by: "'; drop table object" } })
    expect(reply).toMatchObject({ ok: false, fault: { code: 'call.badInput' } })
    expect((await museum.client.catalogue.page({ find: {} })).total).toBe(total)
  })

  it('keeps a draft until it is saved or dropped', async () => {
    const record = await register({ number: 'D-001' })
    const draft = { id: record.id, recordId: record.id, revision: 1, values: { name: '打了一半' } }
    await museum.client.catalogue.keepDraft(draft)
    const unread = { acquiredOn: '2026-0' }
    await museum.client.catalogue.keepDraft({ ...draft, values: { name: '打了一半多' }, unread })
    expect((await museum.client.catalogue.drafts({})).drafts).toMatchObject([
      { id: record.id, values: { name: '打了一半多' }, unread },
    ])
    await museum.client.catalogue.amend({
      id: record.id,
      revision: 1,
      changes: { name: '打完' },
      draftId: record.id,
    })
    expect((await museum.client.catalogue.drafts({})).drafts).toEqual([])
    expect((await museum.client.catalogue.byId({ id: record.id })).record.values.name).toBe('打完')
  })

  it('is whole: check finds nothing wrong', async () => {
    expect(await museum.checked()).toEqual({ ok: true, problems: [] })
  })
})
