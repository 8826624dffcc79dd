import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { definitionOf, isSameView, readView, viewDefinition } from '../../shared/views/record.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { idOf, register } from '../changes/kit.ts'

const viewId = (at: number): string => `01920000-0000-7000-8000-${String(at).padStart(12, '0')}`
const colour = `own.${'0'.repeat(31)}7` as const
const known = {
  year: 2026,
  isRule: (rule: string) => rule === 'N2',
  isSet: () => true,
  isOwn: (id: string) => id === colour,
}
const precious = viewDefinition.parse({
  facets: { grade: ['一级', '二级'] },
  columns: [{ id: 'number', width: 90, hidden: false }],
  sort: { by: 'grade', descending: false },
})

describe.each(ENGINES)('saved views on %s', (engine) => {
  let museum: TestMuseum
  beforeEach(async () => {
    museum = await aMuseum({ engine, today: '2026-03-01' })
  })
  afterEach(() => museum.close())
  const names = async () => (await museum.client.views.list({})).views.map(({ name }) => name)

  it('are kept in the museum, renamed, put in order, removed and brought back', async () => {
    const { view } = await museum.client.views.keep({ id: viewId(1), name: ' 珍贵 ', definition: precious })
    expect(view).toMatchObject({ name: '珍贵', revision: 1, person: '登记员', definition: precious })
    await museum.client.views.keep({ id: viewId(2), name: '待查', definition: viewDefinition.parse({}) })
    await museum.client.views.arrange({ ids: [viewId(2)] })
    expect(await names()).toEqual(['待查', '珍贵'])
    await museum.client.views.amend({ id: viewId(1), revision: 1, name: '珍贵文物' })
    await museum.client.views.remove({ id: viewId(1) })
    expect(await names()).toEqual(['待查'])
    expect((await museum.client.views.restore({ id: viewId(1) })).view.definition).toEqual(precious)
    expect(await names()).toEqual(['待查', '珍贵文物'])
    expect(
      (await museum.client.views.keep({ id: viewId(1), name: '再来', definition: precious })).view.name
    ).toBe('珍贵文物')
  })

  it('of two windows do not lose each other’s', async () => {
    await museum.client.views.keep({ id: viewId(1), name: '珍贵', definition: precious })
    const mine = { ...precious, text: '铜' }
    await museum.client.views.amend({ id: viewId(1), revision: 1, definition: mine })
    await expect(
      museum.client.views.amend({ id: viewId(1), revision: 1, definition: { ...precious, text: '陶' } })
    ).rejects.toMatchObject({ code: 'view.changedMeanwhile', detail: { name: '珍贵' } })
    await expect(
      museum.client.views.keep({ id: viewId(2), name: '珍贵', definition: precious })
    ).rejects.toMatchObject({ code: 'view.nameTaken' })
    expect((await museum.client.views.list({})).views).toMatchObject([{ definition: mine, revision: 2 }])
    await museum.client.views.remove({ id: viewId(1) })
    await expect(
      museum.client.views.amend({ id: viewId(1), revision: 2, name: '还在' })
    ).rejects.toMatchObject({ code: 'view.missing' })
  })

  it('one of them, or one of the program’s, is shown first', async () => {
    expect((await museum.client.views.list({})).start).toBeNull()
    await museum.client.views.startWith({ view: 'precious' })
    expect((await museum.client.views.list({})).start).toBe('precious')
    await museum.client.views.startWith({ view: null })
    expect((await museum.client.views.list({})).start).toBeNull()
    const { entries } = await museum.client.audit.ofRecord({ recordId: museum.house.museum().id })
    expect(entries).toMatchObject([
      { changes: { start: ['precious', null] } },
      { changes: { start: [null, 'precious'] } },
    ])
  })

  it('find what the program’s own views promise', async () => {
    await register(museum, [
      { name: '铜鼎', acquiredOn: '2026-02-01', acquisitionYear: 2026 },
      { name: '铜爵', acquiredOn: null, acquisitionYear: 2026 },
      { name: '铜镜', acquiredOn: '2025-12-31', acquisitionYear: 2026 },
      { name: '铜戈', acquiredOn: null, acquisitionYear: null, grade: null },
    ])
    const total = async (find: object) => {
      const { total: paged } = await museum.client.catalogue.page({ find: { ...find } })
      const { total: counted } = await museum.client.catalogue.facets({ find: { ...find } })
      const { rows } = await museum.client.catalogue.page({ find: { ...find }, count: false })
      expect([counted, rows.length]).toEqual([paged, paged])
      return paged
    }
    expect(await total({ acquiredIn: 2026 })).toBe(2)
    expect(await total({ rule: 'pictureless' })).toBe(4)
    const found = await museum.client.catalogue.page({ find: {} })
    expect(await total({ rule: 'warning' })).toBe(found.rows.filter(({ warnings }) => warnings > 0).length)
    expect(await total({ facets: { grade: [null] }, acquiredIn: 2026 })).toBe(0)
    expect(idOf(1)).toBe(found.rows[0]?.id)
  })
})

describe('a view that is opened', () => {
  it('leaves out what is not there any more and says what', () => {
    const old = viewDefinition.parse({
      facets: { grade: ['一级'], 展厅: ['甲'] },
      rule: 'N99',
      set: viewId(7),
      sort: { by: '展厅', descending: true },
    })
    const { find, sort, lost } = readView(old, { ...known, isSet: () => false })
    expect(find).toEqual({ text: '', facets: { grade: ['一级'] }, set: viewId(7) })
    expect(sort).toBeNull()
    expect(lost).toEqual([
      { kind: 'facet', name: '展厅' },
      { kind: 'rule', name: 'N99' },
      { kind: 'set', name: viewId(7) },
      { kind: 'sort', name: '展厅' },
    ])
  })

  it('is the list that was saved, and the running year stays the running year', () => {
    const { find, sort } = readView(precious, known)
    const now = {
      find: { ...find, acquiredIn: 2026 },
      sort: sort ?? { by: 'number' as const, descending: false },
      columns: precious.columns,
    }
    const saved = definitionOf(now, 2026)
    expect(saved.acquiredIn).toBe('thisYear')
    const years = { from: -350, to: 618, how: 'touch' as const }
    const dated = definitionOf({ ...now, find: { ...find, years, redHint: true } }, 2026)
    expect(readView(dated, known).find).toMatchObject({ years, redHint: true })
    expect(isSameView(dated, saved)).toBe(false)
    expect(readView(saved, { ...known, year: 2027 }).find.acquiredIn).toBe(2027)
  })

  it('asks for a field of the museum’s own as long as there is one', () => {
    const own = { [colour]: ['红', null] }
    const sort = { by: colour, descending: true } as const
    const saved = definitionOf({ find: { text: '', facets: {}, own }, sort, columns: null }, 2026)
    expect(readView(saved, known)).toMatchObject({ find: { facets: {}, own }, sort, lost: [] })
    const gone = readView(saved, { ...known, isOwn: () => false })
    expect(gone.find.own).toBeUndefined()
    expect(gone.lost).toEqual([
      { kind: 'facet', name: colour },
      { kind: 'sort', name: colour },
    ])
  })

  it('is changed by what is asked, not by the order in which it was ticked', () => {
    const ticked = { ...precious, facets: { grade: ['二级', '一级'] } }
    expect(isSameView(precious, ticked)).toBe(true)
    expect(isSameView(precious, { ...precious, text: '铜' })).toBe(false)
    expect(isSameView(precious, { ...precious, columns: [{ id: 'number', width: 91, hidden: false }] })).toBe(
      false
    )
    const more = [...(precious.columns ?? []), { id: 'remarks', width: 180, hidden: true }]
    expect(isSameView(precious, { ...precious, columns: more })).toBe(true)
    expect(isSameView({ ...precious, columns: null, sort: null }, precious)).toBe(true)
  })
})
