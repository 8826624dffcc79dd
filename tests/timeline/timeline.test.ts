import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AXIS_NAMES, counted, dynasties, signed, spansOf } from '../../shared/timeline/axis.ts'
import { spread } from '../../shared/timeline/spread.ts'
import type { Find } from '../../shared/catalogue/record.ts'
import { register } from '../changes/kit.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'

const ALL: Find = { text: '', facets: {} }

describe('the axis', () => {
  it.each(AXIS_NAMES)('%s leaves no year out and counts none twice, without a year 0', (axis) => {
    const spans = spansOf(axis, 2026)
    expect(spans[0]?.from).toBeNull()
    for (const [at, { from, to }] of spans.entries()) {
      expect(from).not.toBe(0)
      expect(to).not.toBe(0)
      const before = spans[at - 1]
      if (before) expect(counted(from ?? 0)).toBe(counted(before.to ?? 0) + 1)
    }
    expect(spans.at(-1)?.to).toBeGreaterThanOrEqual(2026)
    expect(signed(counted(-1))).toBe(-1)
  })

  it('has centuries as they are counted: 公元前1世纪 ends with 1 BCE', () => {
    const spans = spansOf('all', 2026)
    expect(spans).toContainEqual({ from: -100, to: -1 })
    expect(spans).toContainEqual({ from: 1, to: 100 })
    expect(spans[1]).toEqual({ from: -2100, to: -2001 })
  })

  it('draws no dynasty over another', () => {
    for (const one of dynasties())
      for (const other of dynasties())
        if (one !== other && one.lane === other.lane)
          expect(
            (one.to ?? 9999) <= other.from || (other.to ?? 9999) <= one.from,
            `${one.label} ${other.label}`
          ).toBe(true)
    expect(dynasties().map(({ label }) => label)).toEqual(
      expect.arrayContaining(['商', '战国', '唐', '金', '中华民国'])
    )
  })
})

describe('objects spread over the axis', () => {
  it('give each span its share of the years, and the bars add up to the dated objects', () => {
    const year = fc.integer({ min: -9000, max: 2026 }).filter((one) => one !== 0)
    const row = fc
      .tuple(year, year, fc.integer({ min: 1, max: 9 }), fc.constantFrom('both', 'start', 'end'))
      .map(([a, b, count, known]) => ({
        start: known === 'end' ? null : Math.min(a, b),
        end: known === 'start' ? null : Math.max(a, b),
        colour: count % 2,
        count,
      }))
    fc.assert(
      fc.property(fc.array(row), fc.constantFrom(...AXIS_NAMES), (rows, axis) => {
        const bars = spread(rows, spansOf(axis, 2026), 2, 2026)
        const all = rows.reduce((sum, { count }) => sum + count, 0)
        expect(bars.flatMap(({ shares }) => shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(
          all,
          6
        )
        for (const { shares, within, touching } of bars) {
          const share = shares.reduce((sum, one) => sum + one, 0)
          expect(within).toBeLessThanOrEqual(share + 1e-6)
          expect(share).toBeLessThanOrEqual(touching + 1e-6)
        }
      })
    )
  })

  it('says 清 of 1616–1911 in four centuries, by its years', () => {
    const bars = spread([{ start: 1616, end: 1911, colour: 0, count: 296 }], spansOf('all', 2026), 1, 2026)
    const told = bars.filter(({ touching }) => touching > 0).map(({ from, shares }) => [from, shares[0]])
    expect(told).toEqual([
      [1601, 85],
      [1701, 100],
      [1801, 100],
      [1901, 11],
    ])
  })
})

describe.each(ENGINES)('the timeline on %s', (engine) => {
  let museum: TestMuseum
  beforeEach(async () => {
    museum = await aMuseum({ engine, today: '2026-03-01' })
    const undated = { eraText: null, era: null }
    await register(museum, [
      { name: '唐三彩', eraText: '唐', grade: '一级' },
      { name: '铜钱', eraText: '唐开元三年', grade: '三级' },
      { name: '铜鼎', eraText: '公元前350年—前250年', grade: '一级' },
      { name: '陶罐', eraText: '新石器时代', grade: null },
      { name: '粮票', eraText: '1962年', grade: '一般' },
      { name: '石磨', ...undated },
    ])
  })
  afterEach(() => museum.close())
  const draw = (find: Find = ALL) => museum.client.timeline.draw({ find, axis: 'all', by: 'grade' })
  const total = async (years: NonNullable<Find['years']>) => {
    const find = { ...ALL, years }
    const page = await museum.client.catalogue.page({ find })
    expect((await museum.client.catalogue.facets({ find })).total).toBe(page.total)
    expect(page.rows).toHaveLength(page.total ?? -1)
    return page.total
  }

  it('counts what is found, and every figure opens as many objects as it says', async () => {
    const drawn = await draw()
    expect(drawn).toMatchObject({ total: 6, unknown: 1 })
    expect(drawn.colours.map(({ value }) => value)).toEqual(['一级', '二级', '三级', '一般', null])
    for (const { from, to, touching, within } of drawn.bars.filter((bar) => bar.touching > 0)) {
      expect(await total({ from, to, how: 'touch' })).toBe(touching)
      expect(await total({ from, to, how: 'within' })).toBe(within)
    }
    for (const { from, to, within } of drawn.dynasties)
      expect(await total({ from, to, how: 'within' })).toBe(within)
    expect(drawn.dynasties.find(({ label }) => label === '唐')?.within).toBe(2)
    expect(drawn.dynasties.find(({ label }) => label === '战国')?.within).toBe(1)
    expect(await total({ from: null, to: null, how: 'unknown' })).toBe(1)
  })

  it('respects the search and heeds its facets, but not its own years', async () => {
    expect((await draw({ ...ALL, text: '陶罐' })).total).toBe(1)
    expect((await draw({ ...ALL, facets: { grade: ['一级'] } })).total).toBe(2)
    expect((await draw({ ...ALL, years: { from: 618, to: 907, how: 'within' } })).total).toBe(6)
  })

  it('an empty catalogue has empty bars', async () => {
    const drawn = await draw({ ...ALL, text: '没有这件' })
    expect(drawn).toMatchObject({ total: 0, unknown: 0, colours: [] })
    expect(drawn.bars.every(({ touching }) => touching === 0)).toBe(true)
  })
})
