import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import sample from '../../resources/sample/yunhe.json' with { type: 'json' }
import { isDrawable } from '../../electron/services/sample/drawing.ts'
import { withSlips } from '../../electron/services/sample/dirt.ts'
import { sampleHistory } from '../../electron/services/sample/history.ts'
import { makeSample } from '../../electron/services/sample/index.ts'
import { sampleObjects } from '../../electron/services/sample/objects.ts'
import { seeded } from '../../electron/services/sample/seeded.ts'
import { readMedia } from '../../electron/files/mediaStore.ts'
import { judge } from '../../shared/catalogue/rules.ts'
import { table } from '../../shared/vocabulary/tables.ts'
import { eraByCode, readEra } from '../../shared/kernel/era/index.ts'
import { aMuseum, type TestMuseum } from '../kit/museum.ts'

const labels = (name: 'category' | 'grade' | 'source' | 'completeness' | 'condition'): string[] =>
  table(name)
    .values.map((value) => value.label)
    .sort()

describe('what the sample museum holds', () => {
  it('can be drawn and dated: every shape, colour and period of its list', () => {
    for (const { category, of } of sample.groups) {
      expect(labels('category')).toContain(category)
      for (const { eras, shapes, colours } of of) {
        for (const era of eras) expect([era, readEra(era).code]).not.toEqual([era, null])
        for (const shape of shapes) {
          const [, drawn = '', size = '', grams = '', , own] = shape.split(':')
          expect([shape, [own ?? [], colours].flat().every((colour) => isDrawable(drawn, colour))]).toEqual([
            shape,
            true,
          ])
          expect(size).toMatch(/^\d+x\d+$/)
          expect(Number(grams)).toBeGreaterThan(0)
        }
      }
    }
  })

  it('is the same on every machine', () => {
    const make = (seed: number) => {
      const chance = seeded(seed)
      const objects = withSlips(sampleObjects(chance))
      return JSON.stringify([objects, sampleHistory(objects, chance)])
    }
    expect(make(1)).toBe(make(1))
    expect(make(1)).not.toBe(make(2))
  })

  it('breaks no rule but where the slips of real registers are meant to be seen', () => {
    const objects = sampleObjects(seeded(1953))
    const found = objects.flatMap(({ values }) => {
      const said =
        values.eraText === undefined ? eraByCode(String(values.era)) : readEra(String(values.eraText))
      const era = { eraStart: said?.start ?? null, eraEnd: said?.end ?? null }
      return judge(values, { today: '2026-01-01', ...era }).map(({ code, detail }) => [
        values.name,
        code,
        detail,
      ])
    })
    expect(found).toEqual([])
    const numbers = objects.map(({ values }) => values.number)
    expect(new Set(numbers).size).toBe(objects.length)
  })
})

describe('云河县博物馆', () => {
  let museum: TestMuseum
  let folder: string
  const stages: [string, number, number | null][] = []

  beforeAll(async () => {
    museum = await aMuseum({ today: '2026-03-01' })
    folder = join(dirname(museum.folder), 'sample')
    // a making that was cut short, and nothing of it is left
    mkdirSync(`${folder}.making`)
    writeFileSync(join(`${folder}.making`, 'museum.db'), 'half')
    await makeSample(museum.ctx, folder, (...told) => void stages.push(told))
    await museum.house.open(folder)
  }, 180_000)
  afterAll(() => museum.close())

  it('is made beside its folder and named when it is whole', () => {
    expect(existsSync(`${folder}.making`)).toBe(false)
    expect(
      readdirSync(folder)
        .filter((name) => !/-(wal|shm)$|lock/.test(name))
        .sort()
    ).toEqual(['backups', 'media', 'museum.db', 'originals'])
    expect(stages.at(-1)).toEqual(['sample', stages.length, stages.length])
  })

  it('has about three hundred objects of every category, grade, source and state', async () => {
    const { client } = museum
    const state = await client.workspace.state({})
    expect(state.museum).toMatchObject({ name: '云河县博物馆', sample: true, uncleanEnd: false })
    expect(state.museum?.objects).toBeGreaterThan(280)
    const { facets } = await client.catalogue.facets({ find: {} })
    const inUse = (facet: 'category' | 'grade' | 'source' | 'completeness' | 'condition') =>
      facets[facet]?.flatMap(({ value }) => (value === null ? [] : [value])).sort()
    for (const facet of ['category', 'grade', 'source', 'completeness', 'condition'] as const) {
      expect(inUse(facet)).toEqual(labels(facet))
    }
    expect(facets.place?.length).toBeGreaterThan(20)
  })

  it('is found by Chinese words and by initials', async () => {
    const found = async (text: string) => (await museum.client.catalogue.page({ find: { text } })).total ?? 0
    expect(await found('青花')).toBeGreaterThan(3)
    expect(await found('鼎')).toBeGreaterThan(0)
    expect(await found('qh')).toBeGreaterThan(3)
  })

  it('shows some warnings, but not everywhere', async () => {
    const { rows } = await museum.client.catalogue.page({ find: {}, limit: 500 })
    const warned = rows.filter((row) => row.warnings > 0).length
    expect(warned).toBeGreaterThan(10)
    expect(warned).toBeLessThan(rows.length / 5)
  })

  it('has a past: four people, three years, corrections with reasons, one object that left', async () => {
    const { rows } = await museum.client.catalogue.page({ find: {}, limit: 500 })
    const histories = await Promise.all(rows.map((row) => museum.client.audit.ofRecord({ recordId: row.id })))
    const entries = histories.flatMap((history) => history.entries)
    expect(new Set(entries.map((entry) => entry.person))).toEqual(new Set(sample.people))
    const years = new Set(entries.map((entry) => entry.at.slice(0, 4)))
    expect([...years].sort()).toEqual(['2023', '2024', '2025'])
    expect(entries.filter((entry) => entry.reason !== null).length).toBeGreaterThanOrEqual(6)
    expect(entries.filter((entry) => entry.action === 'amended').length).toBeGreaterThan(60)
    const left = rows.filter((row) => row.values.deaccessionVoucher)
    expect(left.map((row) => row.values.deaccessionVoucher)).toEqual(['注〔2025〕001号'])
    // ids tell the order of events
    const ids = entries.map((entry) => entry.id).sort()
    const ats = ids.map((id) => entries.find((entry) => entry.id === id)?.at ?? '')
    expect(ats).toEqual([...ats].sort())
  })

  it('has a picture of every object, three of the precious ones, all of them whole', async () => {
    const { rows } = await museum.client.catalogue.page({
      find: { facets: { grade: ['一级', '一般'] } },
      limit: 500,
    })
    for (const row of rows.slice(0, 40)) {
      const { pictures } = await museum.client.media.ofObject({ objectId: row.id })
      expect(pictures[0]?.view).toBe('正视')
      if (row.values.grade === '一级') expect(pictures.length).toBe(3)
      for (const { sha256 } of pictures)
        expect((await readMedia(folder, sha256)).subarray(0, 3).toString('hex')).toBe('ffd8ff')
    }
    expect(await museum.checked()).toEqual({ ok: true, problems: [] })
    expect((await museum.client.workspace.stats({})).media).toBeGreaterThan(300)
  })
})
