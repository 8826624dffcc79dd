import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mintId } from '../../electron/services/ids.ts'
import type { Sort } from '../../shared/catalogue/record.ts'
import { SORTS } from '../../shared/catalogue/fields.ts'
import { aBronze } from '../kit/builders.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'

const GRADES = ['一级', '二级', '三级', '一般', '未定级', null]
const MATERIALS = ['铜', '铜,金', '瓷', null, '铁,金']
const COUNT = 60

describe.each(ENGINES)('pages and counts on %s', (engine) => {
  let museum: TestMuseum

  beforeAll(async () => {
    museum = await aMuseum({ engine })
    for (let at = 0; at < COUNT; at++) {
      const values = aBronze({
        number: String(at + 1),
        name: at % 4 === 0 ? '青花碗' : '青铜镜',
        grade: GRADES[at % 6] ?? null,
        materials: MATERIALS[at % 5] ?? null,
        eraText: at % 7 === 0 ? null : at % 2 === 0 ? '唐' : '公元前350年',
        place: at % 3 === 0 ? '一号库房/甲柜' : null,
      })
      await museum.client.catalogue.register({ id: mintId(), values })
    }
  })
  afterAll(() => museum.close())

  it.each(SORTS.flatMap((by): Sort[] => [false, true].map((descending) => ({ by, descending }))))(
    'walks the whole catalogue page by page without gap or repeat: $by, descending $descending',
    async (sort) => {
      const whole = await museum.client.catalogue.page({ find: {}, sort, limit: 500 })
      expect(whole.total).toBe(COUNT)
      expect(new Set(whole.rows.map((row) => row.id)).size).toBe(COUNT)
      const walked: string[] = []
      let after: string | null = null
      do {
        const page: { rows: { id: string }[]; next: string | null } = await museum.client.catalogue.page({
          find: {},
          sort,
          after,
          limit: 7,
        })
        walked.push(...page.rows.map((row) => row.id))
        after = page.next
      } while (after !== null)
      expect(walked).toEqual(whole.rows.map((row) => row.id))
    }
  )

  it('sorts numbers as people count: 2 before 10', async () => {
    const { rows } = await museum.client.catalogue.page({ find: {}, limit: 500 })
    expect(rows.map((row) => row.values.number)).toEqual(
      Array.from({ length: COUNT }, (_, at) => String(at + 1))
    )
  })

  it('jumps: rows behind a cursor with some left out', async () => {
    const first = await museum.client.catalogue.page({ find: {}, limit: 10 })
    const jump = await museum.client.catalogue.page({
      find: {},
      after: first.next,
      skip: 20,
      limit: 5,
      count: false,
    })
    expect(jump.rows.map((row) => row.values.number)).toEqual(['31', '32', '33', '34', '35'])
    expect(jump.total).toBeNull()
  })

  it('counts each value, the empty ones too, and each of several materials', async () => {
    const { total, facets } = await museum.client.catalogue.facets({ find: {} })
    expect(total).toBe(COUNT)
    expect(facets.grade?.reduce((sum, one) => sum + one.count, 0)).toBe(COUNT)
    expect(facets.grade).toContainEqual({ value: null, count: 10 })
    expect(facets.materials).toContainEqual({ value: '铜', count: 24 })
    expect(facets.materials).toContainEqual({ value: '金', count: 24 })
    expect(facets.place).toEqual([
      { value: null, count: 40 },
      { value: '一号库房/甲柜', count: 20 },
    ])
  })

  it("narrows by text and facets; a facet's own choice does not hide its other values", async () => {
    const find = { text: '青花', facets: { grade: ['一级', null], materials: ['金'] } }
    const { total, rows } = await museum.client.catalogue.page({ find, limit: 500 })
    expect(total).toBe(rows.length)
    expect(total).toBeGreaterThan(0)
    for (const { values } of rows) {
      expect(['一级', undefined]).toContain(values.grade)
      expect(String(values.materials).split(',')).toContain('金')
      expect(values.name).toBe('青花碗')
    }
    const { facets } = await museum.client.catalogue.facets({ find })
    expect(facets.grade?.length).toBeGreaterThan(2)
    expect(facets.category).toEqual([{ value: '铜器', count: total }])
  })
})
