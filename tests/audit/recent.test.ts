import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { insertAudit, type NewAudit } from '../../electron/store/audit.ts'
import { mintId } from '../../electron/services/ids.ts'
import type { RecentEntry } from '../../shared/audit/contract.ts'
import { idOf, register } from '../changes/kit.ts'
import { bring, textFile, undo } from '../imports/bringing.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { amend } from './kit.ts'

describe.each(ENGINES)('what happened in the museum on %s', (engine) => {
  let museum: TestMuseum
  beforeEach(async () => {
    museum = await aMuseum({ engine })
  })
  afterEach(() => museum.close())

  /** Reads on to the end. */
  async function all(wish: object = {}, limit = 7): Promise<RecentEntry[]> {
    const found: RecentEntry[] = []
    let after: string | null = null
    do {
      const page: { entries: RecentEntry[]; next: string | null } = await museum.client.audit.recent({
        ...wish,
        after,
        limit,
      })
      found.push(...page.entries)
      after = page.next
    } while (after !== null)
    return found
  }

  const entry = (at: string, more: Partial<NewAudit> = {}): NewAudit => ({
    museumId: museum.house.museum().id,
    id: mintId(),
    at,
    person: '登记员',
    action: 'amended',
    room: 'catalogue',
    recordId: idOf(1),
    batchId: null,
    reason: null,
    changes: { place: ['甲', '乙'] },
    ...more,
  })

  it('is empty at first', async () => {
    expect(await museum.client.audit.recent({})).toEqual({ entries: [], next: null })
    expect(await museum.client.audit.kinds({})).toEqual({ persons: [], rooms: [] })
  })

  it('comes newest first, page by page, none twice and none left out, also of one instant', async () => {
    const instants = Array.from(
      { length: 40 },
      (_, at) => `2026-03-0${1 + Math.floor(at / 15)}T04:00:00.000Z`
    )
    const rows = instants.map((at) => entry(at))
    await insertAudit(museum.db, rows)
    const read = await all()
    expect(read.map(({ id }) => id)).toEqual(
      rows.toSorted((a, b) => (a.at + a.id < b.at + b.id ? 1 : -1)).map(({ id }) => id)
    )
    // what is written while one reads on does not shift the pages
    const { next } = await museum.client.audit.recent({ limit: 10 })
    await insertAudit(museum.db, [entry('2026-03-09T04:00:00.000Z')])
    const behind = await museum.client.audit.recent({ after: next, limit: 10 })
    expect(behind.entries.map(({ id }) => id)).toEqual(read.slice(10, 20).map(({ id }) => id))
  })

  it('is narrowed by person, kind, batch and days of the museum', async () => {
    await insertAudit(museum.db, [
      entry('2026-03-01T15:59:59.999Z', { person: '甲' }),
      entry('2026-03-01T16:00:00.000Z', { person: '乙', room: 'quality', action: 'accepted' }),
      entry('2026-03-02T15:59:59.999Z', { person: '甲', room: 'media', batchId: 'b1' }),
      entry('2026-03-02T16:00:00.000Z', { person: '丙' }),
    ])
    const persons = async (wish: object) => (await all(wish)).map(({ person }) => person)
    expect(await persons({ from: '2026-03-02', until: '2026-03-02' })).toEqual(['甲', '乙'])
    expect(await persons({ person: '甲' })).toEqual(['甲', '甲'])
    expect(await persons({ person: '甲', until: '2026-03-01' })).toEqual(['甲'])
    expect(await persons({ room: 'quality' })).toEqual(['乙'])
    expect(await persons({ batch: 'b1' })).toEqual(['甲'])
    expect(await persons({ person: '丁' })).toEqual([])
    expect(await museum.client.audit.kinds({})).toEqual({
      persons: ['丙', '乙', '甲'].toSorted(),
      rooms: ['catalogue', 'media', 'quality'],
    })
  })

  it('names objects and batches, says which batch can still be undone, and what it has no word for is kept', async () => {
    await register(museum, [{ name: '商青铜鼎' }])
    await amend(museum, '2026-03-02T04:00:00.000Z', { place: '甲库' })
    museum.at('2026-03-03T04:00:00.000Z')
    const { batch } = await bring(museum, textFile('三件.csv', '总登记号,名称\n0101,镜\n0102,鼎\n0103,爵\n'))
    const [came, changed, entered] = await all()
    expect(came).toMatchObject({ action: 'imported', recordId: batch, object: null, canUndo: true })
    expect(changed).toMatchObject({ object: { number: '0001', name: '商青铜鼎' }, canUndo: false })
    expect(entered).toMatchObject({ action: 'registered' })
    museum.at('2026-03-04T04:00:00.000Z')
    await undo(museum, batch)
    expect((await all()).filter(({ canUndo }) => canUndo)).toEqual([])
    const strange = entry('2026-03-09T04:00:00.000Z', { room: 'relations' })
    await insertAudit(museum.db, [strange])
    await museum.db.updateTable('audit').set({ action: 'joined' }).where('id', '=', strange.id).execute()
    expect((await all())[0]).toMatchObject({ action: 'other', room: 'relations' })
  })
})
