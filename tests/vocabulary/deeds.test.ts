import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NO_ADDITIONS } from '../../shared/vocabulary/additions.ts'
import { holdAdditions } from '../../shared/vocabulary/held.ts'
import { readCode } from '../../shared/vocabulary/tables.ts'
import { undo } from '../imports/bringing.ts'
import { commit, idOf, recordOf, register } from '../changes/kit.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { add, codesOf, rehearseDeed, usesOf } from './kit.ts'

const COPPER = '1208'
const find = { text: '', facets: {} }

describe.each(ENGINES)('values merged and renamed on %s', (engine) => {
  let museum: TestMuseum
  let bronze = ''
  beforeEach(async () => {
    museum = await aMuseum({ engine, today: '2026-03-01' })
    bronze = await add(museum, { table: 'material', label: '青铜', parent: COPPER, aliases: ['青铜合金'] })
    const both = { materialClass: '复合或组合质地', materialSubclass: '无机复合或组合' }
    const one = { materialClass: '单一质地', materialSubclass: '无机质' }
    await register(museum, [
      { materials: '青铜', ...one },
      { materials: '铜,青铜', ...both },
      { materials: '青铜,金', ...both },
      { materials: '铜', ...one },
    ])
  })
  afterEach(async () => {
    await museum.close()
    holdAdditions(NO_ADDITIONS)
  })
  const merge = { kind: 'merge', table: 'material', from: '青铜', into: COPPER } as const
  const valueOf = async (code: string) =>
    (await museum.client.vocabulary.own({})).values.find((value) => value.code === code)
  const refused = async (batch: string) => {
    const job = await museum.finished(await museum.client.changes.commit({ batch, name: '合并' }))
    return job.fault?.code
  }

  it('shows every cell that a merger touches, what follows from it too, and changes nothing yet', async () => {
    const told = await rehearseDeed(museum, merge)
    expect(told).toMatchObject({ chosen: 3, changed: 3, unchanged: 0, refused: 0 })
    expect(told.fields.map(({ field, changed }) => [field, changed])).toEqual([
      ['materials', 3],
      ['materialClass', 1],
      ['materialSubclass', 1],
    ])
    expect(told.findings).toEqual({})
    const { lines } = await museum.client.imports.lines({ batch: told.batch })
    expect(lines[1]?.changes).toMatchObject([
      { field: 'materials', before: '铜,青铜', after: '铜' },
      { field: 'materialClass', before: '复合或组合质地', after: '单一质地' },
      { field: 'materialSubclass', before: '无机复合或组合', after: '无机质' },
    ])
    expect((await recordOf(museum, 1)).values.materials).toBe('青铜')
    expect(await valueOf(bronze)).toMatchObject({ withdrawn: false, mergedInto: null })
    expect(readCode('material', '青铜').label).toBe('青铜')
  })

  it('merges as one batch: the value is an alias of the other, 废止, and told in both histories', async () => {
    const { batch } = await rehearseDeed(museum, merge)
    expect(await commit(museum, batch, '青铜并入铜')).toMatchObject({ changed: 3, left: 0 })
    expect((await recordOf(museum, 3)).values.materials).toBe('铜,金')
    expect(await usesOf(museum, 'materials', '青铜')).toBe(0)
    expect(await valueOf(bronze)).toMatchObject({ withdrawn: true, mergedInto: COPPER })
    for (const word of ['青铜', '青铜合金']) expect(readCode('material', word).label).toBe('铜')
    const { entries } = await museum.client.audit.ofRecord({ recordId: idOf(1) })
    expect(entries[0]).toMatchObject({ batchName: '青铜并入铜', changes: { materials: ['青铜', '铜'] } })
    const { entries: ofTables } = await museum.client.vocabulary.history({})
    expect(ofTables[0]).toMatchObject({ code: bronze, changes: { merged: [null, '铜'] } })
    expect(await codesOf(museum, idOf(2))).not.toContain('V04')
    expect((await museum.client.catalogue.page({ find: { text: '青铜', facets: {} } })).total).toBe(4)
    expect(await museum.checked()).toEqual({ ok: true, problems: [] })
  })

  it('goes back whole, records and table, and leaves what somebody changed since', async () => {
    const { batch } = await rehearseDeed(museum, merge)
    await commit(museum, batch)
    museum.at('2027-01-15T04:00:00.000Z')
    const third = await recordOf(museum, 3)
    const changes = { materials: '金' }
    await museum.client.catalogue.amend({ id: third.id, revision: third.revision, changes })
    const told = await undo(museum, batch)
    expect(told).toMatchObject({ undone: 2, skipped: [{ number: '0003', fields: ['materials'] }] })
    expect((await recordOf(museum, 2)).values).toMatchObject({
      materials: '铜,青铜',
      materialClass: '复合或组合质地',
    })
    expect((await recordOf(museum, 3)).values.materials).toBe('金')
    expect(await valueOf(bronze)).toMatchObject({ withdrawn: false, mergedInto: null })
    expect(readCode('material', '青铜合金').label).toBe('青铜')
    for (const at of [1, 2, 3, 4]) expect(await codesOf(museum, idOf(at))).not.toContain('withdrawn')
    const { entries } = await museum.client.vocabulary.history({})
    expect(entries[0]).toMatchObject({ changes: { merged: ['铜', null] } })
  })

  it('is all or nothing: an object that got the value since, or was changed, asks for a new rehearsal', async () => {
    const { batch } = await rehearseDeed(museum, merge)
    const late = { number: '0009', name: '战国铜戈', materials: '青铜' }
    await museum.client.catalogue.register({ id: idOf(9), values: late })
    expect(await refused(batch)).toBe('vocabulary.shownAnew')
    expect((await recordOf(museum, 1)).values.materials).toBe('青铜')
    expect(await valueOf(bronze)).toMatchObject({ withdrawn: false, mergedInto: null })
    expect(readCode('material', '青铜').label).toBe('青铜')
    const again = await rehearseDeed(museum, merge)
    expect(again.changed).toBe(4)
    const first = await recordOf(museum, 1)
    await museum.client.catalogue.amend({ id: first.id, revision: 1, changes: { place: '二库' } })
    expect(await refused(again.batch)).toBe('vocabulary.shownAnew')
    const last = await rehearseDeed(museum, merge)
    expect((await commit(museum, last.batch)).changed).toBe(4)
  })

  it('two at once: the second is told that the table is another now', async () => {
    const one = await rehearseDeed(museum, merge)
    const other = await rehearseDeed(museum, { ...merge, into: '1210' })
    await commit(museum, one.batch)
    expect(await refused(other.batch)).toBe('vocabulary.merged')
  })

  it('a national value is emptied into another and stays as the nation has it', async () => {
    const told = await rehearseDeed(museum, { kind: 'merge', table: 'material', from: '铜', into: bronze })
    expect(told.changed).toBe(2)
    await commit(museum, told.batch)
    expect((await recordOf(museum, 4)).values.materials).toBe('青铜')
    expect(readCode('material', '铜').label).toBe('铜')
    await undo(museum, told.batch)
    expect((await recordOf(museum, 4)).values.materials).toBe('铜')
  })

  it('refuses mergers that lead nowhere', async () => {
    const wanted = async (into: string, from = '青铜') => {
      const reply = await museum.call('vocabulary.rehearse', { wanted: { ...merge, from, into } })
      return reply.ok ? 'done' : reply.fault.code
    }
    expect(await wanted(bronze)).toBe('vocabulary.cannotMerge')
    expect(await wanted('12')).toBe('vocabulary.cannotMerge')
    expect(await wanted('nowhere')).toBe('vocabulary.missing')
    await museum.client.vocabulary.withdraw({ table: 'material', code: COPPER })
    expect(await wanted(COPPER)).toBe('vocabulary.cannotMerge')
    const grades = { kind: 'merge', table: 'grade', from: '一级', into: '2' }
    expect(await museum.call('vocabulary.rehearse', { wanted: grades })).toMatchObject({
      fault: { code: 'vocabulary.closed' },
    })
  })

  it('a clerk neither does nor undoes what changes a table', async () => {
    const { batch } = await rehearseDeed(museum, merge)
    const clerk = ['clerk'] as const
    const notAllowed = { ok: false, fault: { code: 'call.notAllowed' } }
    expect(await museum.call('changes.commit', { batch, name: '合并' }, clerk)).toMatchObject(notAllowed)
    await commit(museum, batch)
    expect(await museum.call('imports.undo', { batch }, clerk)).toMatchObject(notAllowed)
  })

  it('an own value gets another name: records follow, the old name stays an alias, and all goes back', async () => {
    const wanted = { kind: 'rename', table: 'material', code: bronze, label: '青铜料' } as const
    const told = await rehearseDeed(museum, wanted)
    expect(told).toMatchObject({ changed: 3, findings: {} })
    await commit(museum, told.batch, '青铜改名')
    expect((await recordOf(museum, 2)).values.materials).toBe('铜,青铜料')
    expect(await codesOf(museum, idOf(2))).not.toContain('code')
    for (const word of ['青铜', '青铜料', '青铜合金']) expect(readCode('material', word).label).toBe('青铜料')
    await undo(museum, told.batch)
    expect((await recordOf(museum, 2)).values.materials).toBe('铜,青铜')
    expect(await codesOf(museum, idOf(2))).not.toContain('code')
    expect((await valueOf(bronze))?.label).toBe('青铜')
    expect(readCode('material', '青铜料').label).toBeNull()
  })

  it('a period gets another name: no cell changes, and objects are found by the new one', async () => {
    const period = { table: 'era', parent: '300000', start: 698, end: 926 } as const
    const code = await add(museum, { ...period, label: '渤海', aliases: [] })
    await museum.client.catalogue.register({
      id: idOf(8),
      values: { number: '0008', name: '三彩俑', era: code },
    })
    const told = await rehearseDeed(museum, { kind: 'rename', table: 'era', code, label: '渤海国' })
    expect(told).toMatchObject({ chosen: 1, changed: 0 })
    await commit(museum, told.batch)
    const found = async (text: string) =>
      (await museum.client.catalogue.page({ find: { text, facets: {} } })).total
    expect(await found('渤海国')).toBe(1)
    await undo(museum, told.batch)
    expect([await found('渤海国'), await found('渤海')]).toEqual([0, 1])
  })

  it('merges periods by their codes, with the years that follow', async () => {
    const period = { table: 'era', parent: '300000', start: 698, end: 926 } as const
    const code = await add(museum, { ...period, label: '渤海国', aliases: [] })
    const values = { number: '0008', name: '三彩俑', era: code }
    await museum.client.catalogue.register({ id: idOf(8), values })
    expect(await recordOf(museum, 8)).toMatchObject({ eraStart: 698 })
    const told = await rehearseDeed(museum, { kind: 'merge', table: 'era', from: code, into: '316000' })
    expect(told).toMatchObject({ changed: 1 })
    await commit(museum, told.batch)
    expect((await recordOf(museum, 8)).values.era).toBe('316000')
    expect((await recordOf(museum, 8)).eraStart).not.toBe(698)
  })

  it('a cancelled merger leaves nothing', async () => {
    const { batch } = await rehearseDeed(museum, merge)
    museum.listen((event) => {
      if (event.kind !== 'job' || event.job.kind !== 'changes.commit' || event.job.stage !== 'writing')
        return false
      void museum.ctx.jobs.cancel(event.job.id)
      return true
    })
    const job = await museum.finished(await museum.client.changes.commit({ batch, name: '合并' }))
    expect(job.status).toBe('cancelled')
    expect((await recordOf(museum, 1)).values.materials).toBe('青铜')
    expect(readCode('material', '青铜').label).toBe('青铜')
    expect((await museum.client.catalogue.page({ find })).total).toBe(4)
  })
})
