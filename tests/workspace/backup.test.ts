import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import SQLite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isBackupDue, superfluous } from '../../electron/services/backup.ts'
import { mintId } from '../../electron/services/ids.ts'
import { backupResult } from '../../shared/workspace/contract.ts'
import { aBronze } from '../kit/builders.ts'
import { aMuseum, type TestMuseum } from '../kit/museum.ts'

let museum: TestMuseum
beforeEach(async () => {
  museum = await aMuseum({ name: '云河县博物馆', province: 'shanxi' })
})
afterEach(() => museum.close())

describe('a torn file', () => {
  it('is called by its name by every call that meets it, and the check tells of it', async () => {
    for (let at = 0; at < 200; at++)
      await museum.client.catalogue.register({ id: mintId(), values: aBronze({ number: String(at) }) })
    await museum.client.workspace.close({})
    const path = join(museum.folder, 'museum.db')
    const file = new SQLite(path)
    const size = Number(file.pragma('page_size', { simple: true }))
    const root =
      "select rootpage from sqlite_master where name in ('object', 'object_by_number', 'object_facets')"
    const pages = file.prepare(root).pluck().all() as number[]
    file.close()
    const bytes = readFileSync(path)
    for (const page of pages) bytes.fill(0xa5, (page - 1) * size, page * size)
    writeFileSync(path, bytes)
    await museum.client.workspace.open({ folder: museum.folder })
    await expect(museum.client.catalogue.page({ find: {} })).rejects.toMatchObject({ code: 'museum.damaged' })
    await expect(museum.client.catalogue.facets({ find: {} })).rejects.toMatchObject({
      code: 'museum.damaged',
    })
    const { ok, problems } = await museum.checked()
    expect(ok).toBe(false)
    expect(problems.map(({ code }) => code)).toContain('check.integrity')
    const job = await museum.finished(await museum.client.workspace.backup({}))
    expect(job).toMatchObject({ status: 'failed', fault: { code: 'museum.damaged' } })
    expect(readdirSync(join(museum.folder, 'backups'))).toEqual([])
  })
})

describe('backup and check', () => {
  const backUp = async () => {
    const job = await museum.finished(await museum.client.workspace.backup({}))
    return backupResult.parse(job.result)
  }

  it('keeps the newest copy of each of seven days, four weeks and twelve months', () => {
    const days = Array.from({ length: 800 }, (_, day) =>
      new Date(Date.parse('2024-01-01T04:00:00.000Z') + day * 86_400_000).toISOString()
    )
    const names = days.flatMap((day) => [
      `museum-${day.slice(0, 10)}T01-00-00-000Z.db`,
      `museum-${day.slice(0, 10)}T09-00-00-000Z.db`,
    ])
    const gone = new Set(superfluous(names))
    const kept = names.filter((name) => !gone.has(name)).map((name) => name.slice(7, 20))
    // a month's or week's copy is its last: 2026-03-10 is a Tuesday, the weeks before end on Sundays
    const months = [
      '2025-04-30',
      '2025-05-31',
      '2025-06-30',
      '2025-07-31',
      '2025-08-31',
      '2025-09-30',
      '2025-10-31',
      '2025-11-30',
      '2025-12-31',
      '2026-01-31',
    ]
    const weeks = ['2026-02-22', '2026-02-28', '2026-03-01']
    const last = [
      '2026-03-04',
      '2026-03-05',
      '2026-03-06',
      '2026-03-07',
      '2026-03-08',
      '2026-03-09',
      '2026-03-10',
    ]
    expect(kept).toEqual([...months, ...weeks, ...last].map((day) => `${day}T09`))
  })

  it('is due once a day, and what a killed copying has left is taken away', async () => {
    expect(isBackupDue(museum.folder, '2026-03-01T04:00:00.000Z')).toBe(true)
    await backUp()
    expect(isBackupDue(museum.folder, '2026-03-02T03:59:59.000Z')).toBe(false)
    expect(isBackupDue(museum.folder, '2026-03-02T04:00:00.000Z')).toBe(true)
    const half = join(museum.folder, 'backups', 'museum-2026-02-01T04-00-00-000Z.db.part')
    writeFileSync(half, 'half')
    museum.at('2026-03-02T04:00:00.000Z')
    await backUp()
    expect(readdirSync(join(museum.folder, 'backups'))).toEqual([
      'museum-2026-03-01T04-00-00-000Z.db',
      'museum-2026-03-02T04-00-00-000Z.db',
    ])
  })

  it('makes a copy that opens, holds everything, and is checked before it counts', async () => {
    await museum.client.catalogue.register({ id: mintId(), values: aBronze() })
    const { file, bytes } = await backUp()
    expect(bytes).toBeGreaterThan(10_000)
    const copy = new SQLite(join(museum.folder, 'backups', file), { readonly: true })
    expect(copy.prepare('select name from object').get()).toEqual({ name: '商青铜鼎' })
    copy.close()
    expect(readdirSync(join(museum.folder, 'backups')).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('names what is wrong: an object missing from the index, a picture lost, an original altered', async () => {
    const { record } = await museum.client.catalogue.register({
      id: mintId(),
      values: aBronze({ number: 'K-1' }),
    })
    expect(await museum.checked()).toEqual({ ok: true, problems: [] })
    const { id } = museum.house.museum()
    await sql`delete from object_search`.execute(museum.db)
    const sha256 = 'a'.repeat(64)
    const picture = {
      museum_id: id,
      id: mintId(),
      object_id: record.id,
      sha256,
      type: 'image/jpeg',
      bytes: 1,
      view: '正视',
    }
    await museum.db
      .insertInto('picture')
      .values({ ...picture, caption: null, position: 0, created_at: 'x' })
      .execute()
    writeFileSync(join(museum.folder, 'originals', 'b'.repeat(64)), 'not what it was')
    await museum.db
      .insertInto('batch')
      .values({
        museum_id: id,
        id: mintId(),
        kind: 'import',
        name: '二〇二六年导入',
        status: 'committed',
        person: '甲',
        file_name: 'a.xlsx',
        file_sha256: 'b'.repeat(64),
        plan: '{}',
        result: '{}',
        created: 0,
        changed: 0,
        unchanged: 0,
        refused: 0,
        created_at: 'x',
        undone_at: null,
      })
      .execute()
    const { ok, problems } = await museum.checked()
    expect(ok).toBe(false)
    expect(problems).toEqual([
      { code: 'check.notSearchable', where: 'K-1' },
      { code: 'check.pictureMissing', where: 'K-1 正视' },
      { code: 'check.originalAltered', where: '二〇二六年导入' },
    ])
  })
})
