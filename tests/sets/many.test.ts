import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertObjects } from '../../electron/store/catalogue.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { ALL } from '../changes/kit.ts'
import { aWrittenObject } from '../kit/builders.ts'
import { drain, fill, makeSet } from './kit.ts'

const SIZE = { sqlite: 100_000, postgres: 10_000 } as const
const GRADES = ['一级', '二级', '三级', '一般', '未定级'] as const

describe.each(ENGINES)('sets in a large museum on %s', (engine) => {
  const size = SIZE[engine]
  let museum: TestMuseum
  let all = ''
  let some = ''
  beforeAll(async () => {
    museum = await aMuseum({ engine })
    const { id } = museum.house.museum()
    await museum.db.transaction().execute(async (tx) => {
      for (let at = 0; at < size; at += 1000) {
        const objects = Array.from({ length: 1000 }, (_, step) => {
          const number = String(at + step + 1).padStart(6, '0')
          return aWrittenObject(id, number, { grade: GRADES[(at + step) % 5] ?? null })
        })
        await insertObjects(tx, objects)
      }
    })
    all = await makeSet(museum, 1, '全部')
    some = await makeSet(museum, 2, '一成')
  }, 600_000)
  afterAll(() => museum.close())
  const found = (find: object) => ({
    kind: 'found' as const,
    find: { text: '', facets: {}, ...find },
    except: [],
  })

  it('take all objects there are, once, and let most of them go again', async () => {
    const filled = await fill(museum, all, { from: 'catalogue', chosen: ALL })
    expect(filled).toMatchObject({ moved: size, already: 0 })
    expect(await fill(museum, all, { from: 'catalogue', chosen: ALL })).toMatchObject({
      moved: 0,
      already: size,
    })
    const page = await museum.client.catalogue.page({
      find: { set: all },
      sort: { by: 'inSet' },
      skip: size - 2,
    })
    expect(page.total).toBe(size)
    expect(page.rows.map(({ values }) => values.number)).toEqual(
      [size - 1, size].map((n) => String(n).padStart(6, '0'))
    )
    await drain(museum, all, found({ set: all, facets: { grade: ['一级', '二级', '三级', '一般'] } }))
    expect((await museum.client.catalogue.page({ find: { set: all } })).total).toBe(size / 5)
  }, 600_000)

  it('page as fast as a facet does', async () => {
    const tenth = found({ facets: { grade: ['一级'] } })
    await fill(museum, some, { from: 'catalogue', chosen: tenth })
    const took = async (ask: object): Promise<number> => {
      const times: number[] = []
      for (let run = 0; run < 5; run += 1) {
        const began = performance.now()
        await museum.client.catalogue.page({ find: {}, ...ask })
        times.push(performance.now() - began)
      }
      return times.sort((a, b) => a - b)[2] ?? Infinity
    }
    await museum.client.catalogue.facets({ find: {} })
    const facet = await took({ find: { facets: { grade: ['一级'] } } })
    const inOrder = await took({ find: { set: some }, sort: { by: 'inSet' } })
    const byNumber = await took({ find: { set: some } })
    const deep = await took({ find: { set: some }, sort: { by: 'inSet' }, skip: size / 5 - 100 })
    const told = [facet, inOrder, byNumber, deep].map((ms) => Math.round(ms * 10) / 10)
    console.info(
      `${engine}: facet ${told[0]} ms, set in its order ${told[1]}, by number ${told[2]}, its end ${told[3]}`
    )
    // twice the time of a facet, and what a busy machine takes
    expect(inOrder).toBeLessThan(2 * facet + 40)
    expect(byNumber).toBeLessThan(2 * facet + 40)
  }, 600_000)
})
