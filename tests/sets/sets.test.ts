import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { ALL, commit, idOf, register, rehearse } from '../changes/kit.ts'
import { bring, workbook } from '../imports/bringing.ts'
import { drain, fill, makeSet, numbersIn, setId } from './kit.ts'

const everything = { from: 'catalogue', chosen: ALL } as const

describe.each(ENGINES)('a set on %s', (engine) => {
  let museum: TestMuseum
  beforeEach(async () => {
    museum = await aMuseum({ engine, today: '2026-03-01' })
    await register(museum, [
      { name: '铜鼎', grade: '二级' },
      { name: '铜爵', grade: '三级' },
      { name: '铜镜', grade: '一级' },
      { name: '陶罐', grade: null },
      { name: '陶俑', grade: '二级' },
    ])
  })
  afterEach(() => museum.close())
  const listed = async (set: string) => (await museum.client.sets.list({})).sets.find(({ id }) => id === set)
  const inOrder = async (find: object, descending = false) =>
    (
      await museum.client.catalogue.page({
        find: { text: '', facets: {}, ...find },
        sort: { by: 'inSet', descending },
      })
    ).rows.map(({ values }) => values.number)

  it('that is empty finds nothing, counts nothing, and says so', async () => {
    const set = await makeSet(museum, 1, '拟展清单')
    expect(await listed(set)).toMatchObject({ name: '拟展清单', kind: 'exhibit', count: 0, gone: 0 })
    const page = await museum.client.catalogue.page({ find: { set }, sort: { by: 'inSet' } })
    expect(page).toEqual({ rows: [], next: null, total: 0 })
    expect(await museum.client.catalogue.facets({ find: { set } })).toMatchObject({ total: 0 })
    expect(await numbersIn(museum, set)).toEqual([])
  })

  it('holds objects in the order they were put in; a second time changes nothing', async () => {
    const set = await makeSet(museum, 1, '拟展清单')
    const first = await museum.client.sets.put({ set, ids: [idOf(3), idOf(1), idOf(3)] })
    expect(first).toMatchObject({ moved: 2, already: 0 })
    const again = await museum.client.sets.put({ set, ids: [idOf(1), idOf(2), idOf(99)] })
    expect(again).toMatchObject({ moved: 1, already: 1 })
    expect(await numbersIn(museum, set)).toEqual(['0003', '0001', '0002'])
    expect(await inOrder({ set })).toEqual(['0003', '0001', '0002'])
    expect(await inOrder({ set }, true)).toEqual(['0002', '0001', '0003'])
    expect(await inOrder({ set, facets: { grade: ['二级', '三级'] } })).toEqual(['0001', '0002'])
    expect(await inOrder({ set, text: '铜镜' })).toEqual(['0003'])
    expect(await listed(set)).toMatchObject({ count: 3 })
  })

  it('is paged in its order without a gap or a double, whatever the page', async () => {
    const set = await makeSet(museum, 1, '拟展清单')
    await museum.client.sets.put({ set, ids: [5, 3, 1, 2, 4].map(idOf) })
    const seen: unknown[] = []
    let after: string | null = null
    do {
      const page: { rows: { values: { number?: unknown } }[]; next: string | null } =
        await museum.client.catalogue.page({ find: { set }, sort: { by: 'inSet' }, after, limit: 2 })
      seen.push(...page.rows.map(({ values }) => values.number))
      after = page.next
    } while (after !== null)
    expect(seen).toEqual(['0005', '0003', '0001', '0002', '0004'])
    const jump = await museum.client.catalogue.page({ find: { set }, sort: { by: 'inSet' }, skip: 3 })
    expect(jump.rows.map(({ values }) => values.number)).toEqual(['0002', '0004'])
  })

  it('narrows whatever takes a find: page, counts, bulk change', async () => {
    const set = await makeSet(museum, 1, '待修')
    await museum.client.sets.put({ set, ids: [idOf(1), idOf(4), idOf(5)] })
    const find = { text: '', facets: {}, set }
    expect(await museum.client.catalogue.page({ find })).toMatchObject({ total: 3 })
    const { total, facets } = await museum.client.catalogue.facets({ find, only: ['grade'] })
    expect([total, facets.grade]).toEqual([
      3,
      [
        { value: '二级', count: 2 },
        { value: null, count: 1 },
      ],
    ])
    const byText = { ...find, text: '陶' }
    expect((await museum.client.catalogue.page({ find: byText })).total).toBe(2)
    expect((await museum.client.catalogue.facets({ find: byText })).total).toBe(2)
    const told = await rehearse(
      museum,
      { kind: 'found', find, except: [idOf(5)] },
      { set: { place: '修复室' } }
    )
    expect(told).toMatchObject({ chosen: 2, changed: 2 })
    await commit(museum, told.batch)
    expect((await museum.client.catalogue.page({ find: { text: '修复室' } })).total).toBe(2)
    expect(await listed(set)).toMatchObject({ count: 3 })
  })

  it('takes objects out and puts them back where they were, with their notes', async () => {
    const set = await makeSet(museum, 1, '拟展清单')
    const put = await museum.client.sets.put({ set, ids: [1, 2, 3].map(idOf) })
    expect(await museum.client.sets.note({ set, id: idOf(2), note: '展柜三' })).toEqual({ was: null })
    const taken = await museum.client.sets.take({ set, ids: [idOf(2), idOf(5)] })
    expect(taken).toMatchObject({ moved: 1, already: 1 })
    expect(await numbersIn(museum, set)).toEqual(['0001', '0003'])
    const back = await museum.client.sets.undo({ entry: taken.entry })
    expect(back.moved).toBe(1)
    expect((await museum.client.sets.members({ set })).members).toMatchObject([
      { number: '0001', note: null },
      { number: '0002', note: '展柜三' },
      { number: '0003' },
    ])
    await museum.client.sets.undo({ entry: back.entry })
    expect(await numbersIn(museum, set)).toEqual(['0001', '0003'])
    await museum.client.sets.undo({ entry: put.entry })
    expect(await numbersIn(museum, set)).toEqual([])
    await expect(museum.client.sets.undo({ entry: 'nothing' })).rejects.toMatchObject({
      code: 'record.nothingToUndo',
    })
  })

  it('is ordered by hand, also when there is no room left between two', async () => {
    const set = await makeSet(museum, 1, '拟展清单')
    await museum.client.sets.put({ set, ids: [1, 2, 3].map(idOf) })
    expect(await museum.client.sets.move({ set, id: idOf(3), before: idOf(1) })).toEqual({ was: null })
    expect(await numbersIn(museum, set)).toEqual(['0003', '0001', '0002'])
    const { was } = await museum.client.sets.move({ set, id: idOf(3), before: null })
    expect([was, await numbersIn(museum, set)]).toEqual([idOf(1), ['0001', '0002', '0003']])
    await museum.client.sets.move({ set, id: idOf(3), before: was })
    expect(await numbersIn(museum, set)).toEqual(['0003', '0001', '0002'])
    for (let times = 0; times < 60; times += 1)
      await museum.client.sets.move({
        set,
        id: idOf(times % 2 === 0 ? 2 : 1),
        before: idOf(times % 2 === 0 ? 1 : 2),
      })
    expect(await numbersIn(museum, set)).toEqual(['0003', '0001', '0002'])
    await expect(museum.client.sets.move({ set, id: idOf(5), before: null })).rejects.toMatchObject({
      code: 'set.notMember',
    })
  })

  it('keeps the place of an object whose import is undone, and takes it back when its number is there again', async () => {
    const set = await makeSet(museum, 1, '拟展清单')
    const batch = await imported(museum, ['0901', '0902'])
    await museum.client.sets.put({ set, ids: [idOf(1)] })
    await fill(museum, set, {
      from: 'catalogue',
      chosen: { kind: 'found', find: { text: '0901', facets: {} }, except: [] },
    })
    await museum.client.sets.put({ set, ids: [idOf(2)] })
    const { members } = await museum.client.sets.members({ set })
    await museum.client.sets.note({ set, id: members[1]?.id ?? '', note: '借自邻县' })
    await museum.finished(await museum.client.imports.undo({ batch }))
    expect(await numbersIn(museum, set)).toEqual(['0001', '0002'])
    expect(await listed(set)).toMatchObject({ count: 2, gone: 1 })
    expect((await museum.client.sets.gone({ set })).gone).toMatchObject([
      { number: '0901', name: '铜甗', note: '借自邻县', back: false },
    ])
    expect(await museum.client.sets.rejoin({ set })).toEqual({ moved: 0 })
    await imported(museum, ['0901'])
    expect((await museum.client.sets.gone({ set })).gone).toMatchObject([{ back: true }])
    expect(await museum.client.sets.rejoin({ set })).toEqual({ moved: 1 })
    expect((await museum.client.sets.members({ set })).members).toMatchObject([
      { number: '0001' },
      { number: '0901', note: '借自邻县' },
      { number: '0002' },
    ])
    expect(await listed(set)).toMatchObject({ count: 3, gone: 0 })
    expect(await museum.checked()).toEqual({ ok: true, problems: [] })
  })

  it('forgets those that left with a batch when it is told to', async () => {
    const set = await makeSet(museum, 1, '拟展清单')
    const batch = await imported(museum, ['0901'])
    await fill(museum, set, everything)
    await museum.finished(await museum.client.imports.undo({ batch }))
    expect(await museum.client.sets.forget({ set })).toEqual({ moved: 1 })
    expect(await listed(set)).toMatchObject({ count: 5, gone: 0 })
  })

  it('is put together of two others, in their order and with their notes', async () => {
    const one = await makeSet(museum, 1, '甲')
    const other = await makeSet(museum, 2, '乙')
    await museum.client.sets.put({ set: one, ids: [4, 1, 2].map(idOf) })
    await museum.client.sets.put({ set: other, ids: [5, 2, 4].map(idOf) })
    await museum.client.sets.note({ set: one, id: idOf(4), note: '破' })
    const wanted = {
      union: ['0004', '0001', '0002', '0005'],
      common: ['0004', '0002'],
      without: ['0001'],
      copy: ['0004', '0001', '0002'],
    }
    for (const [at, [combination, numbers]] of Object.entries(wanted).entries()) {
      const set = await makeSet(museum, 10 + at, combination)
      await fill(museum, set, {
        from: 'sets',
        combination: combination as keyof typeof wanted,
        first: one,
        second: other,
      })
      expect(await numbersIn(museum, set), combination).toEqual(numbers)
    }
    const { members } = await museum.client.sets.members({ set: setId(10) })
    expect(members[0]).toMatchObject({ number: '0004', note: '破' })
  })

  it('goes and comes back with all that is in it; two cannot bear one name', async () => {
    const set = await makeSet(museum, 1, '拟展清单')
    await museum.client.sets.put({ set, ids: [idOf(1)] })
    await museum.client.sets.remove({ id: set })
    expect((await museum.client.sets.list({})).sets).toEqual([])
    expect(await inOrder({ set })).toEqual([])
    expect((await museum.client.catalogue.page({ find: { set } })).total).toBe(0)
    expect((await museum.client.catalogue.facets({ find: { set } })).total).toBe(0)
    await expect(museum.client.sets.put({ set, ids: [idOf(2)] })).rejects.toMatchObject({
      code: 'set.missing',
    })
    expect((await museum.client.sets.ofObject({ id: idOf(1) })).sets).toEqual([])
    const second = await makeSet(museum, 2, '拟展清单')
    await expect(museum.client.sets.restore({ id: set })).rejects.toMatchObject({
      code: 'set.nameTaken',
      detail: { name: '拟展清单' },
    })
    await museum.client.sets.amend({ id: second, revision: 1, name: '拟展清单二' })
    expect(await museum.client.sets.restore({ id: set })).toMatchObject({ set: { count: 1 } })
    expect((await museum.client.sets.ofObject({ id: idOf(1) })).sets).toMatchObject([{ name: '拟展清单' }])
  })

  it('is not overwritten by whoever saw an older state, and takes adds from two windows at once', async () => {
    const set = await makeSet(museum, 1, '拟展清单')
    await museum.client.sets.amend({ id: set, revision: 1, note: '十月开展' })
    await expect(museum.client.sets.amend({ id: set, revision: 1, name: '另一个' })).rejects.toMatchObject({
      code: 'set.changedMeanwhile',
    })
    const answers = await Promise.all([
      museum.client.sets.put({ set, ids: [idOf(1), idOf(2)] }),
      museum.client.sets.put({ set, ids: [idOf(2), idOf(3)] }),
      fill(museum, set, everything),
    ])
    expect(answers.reduce((sum, { moved }) => sum + moved, 0)).toBe(5)
    expect((await numbersIn(museum, set)).sort()).toEqual(['0001', '0002', '0003', '0004', '0005'])
    const repeated = await museum.client.sets.make({ id: set, name: '拟展清单', kind: 'exhibit' })
    expect(repeated.set).toMatchObject({ note: '十月开展', count: 5 })
  })

  it('leaves one audit row for each command', async () => {
    const set = await makeSet(museum, 1, '拟展清单')
    await museum.client.sets.put({ set, ids: [idOf(1), idOf(2)] })
    await drain(museum, set, { kind: 'found', find: { text: '', facets: {}, set }, except: [idOf(1)] })
    await museum.client.sets.remove({ id: set })
    const { entries } = await museum.client.audit.ofRecord({ recordId: set })
    expect(entries.map(({ action, changes }) => [action, changes['members']])).toEqual([
      ['removed', undefined],
      ['taken', [2, 1]],
      ['put', [0, 2]],
      ['made', undefined],
    ])
  })

  it('is not half filled by a job that is cancelled', async () => {
    const set = await makeSet(museum, 1, '拟展清单')
    museum.listen((event) => {
      if (event.kind !== 'job' || event.job.stage !== 'writing') return false
      void museum.client.workspace.cancel({ id: event.job.id })
      return true
    })
    const job = await museum.finished(await museum.client.sets.fill({ set, filling: everything }))
    expect(job.status).toBe('cancelled')
    expect(await listed(set)).toMatchObject({ count: 0 })
  })
})

/** Brings objects in as a batch; answers its id. */
async function imported(museum: TestMuseum, numbers: readonly string[]): Promise<string> {
  const rows = numbers.map((number) => [number, '铜甗'])
  await bring(museum, await workbook({ 藏品: [['总登记号', '名称'], ...rows] }))
  const { batches } = await museum.client.imports.batches({})
  return batches[0]?.id ?? ''
}
