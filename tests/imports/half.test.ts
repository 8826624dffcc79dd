import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { House } from '../../electron/services/house.ts'
import { countRows } from '../../electron/store/workspace.ts'
import type { Job } from '../../shared/workspace/contract.ts'
import { killedWhileWriting } from '../kit/killed.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { asSeen, bring, commit, inspect, objects, rehearse, textFile, workbook } from './bringing.ts'

const ROWS = 4000
/** A long list; `last` is its last row. */
const long = (last = '') =>
  Array.from(
    { length: ROWS },
    (_, at) => `L${at + 1},青花碗${at + 1},瓷器,瓷,高${at + 1}厘米,${'说明'.repeat(40)}`
  )
    .concat(last === '' ? [] : [last])
    .join('\n')
const longFile = (name: string): string => textFile(name, `总登记号,名称,类别,质地,尺寸,描述\n${long()}\n`)

const isEmpty = async (museum: TestMuseum): Promise<void> => {
  expect(await objects(museum)).toBe(0)
  for (const table of ['audit', 'import_line', 'import_heading'] as const) {
    const { n } = await museum.db
      .selectFrom(table)
      .select((of) => of.fn.countAll().as('n'))
      .executeTakeFirstOrThrow()
    expect([table, Number(n)]).toEqual([table, 0])
  }
  expect(await museum.checked()).toEqual({ ok: true, problems: [] })
}
const kept = ({ folder }: TestMuseum): string[] => {
  const originals = join(folder, 'originals')
  return existsSync(originals) ? readdirSync(originals) : []
}

/** Cancels a job the moment it says that it has done some of a stage, wherever else it may have got to by then. */
async function cancelAt(
  museum: TestMuseum,
  stage: string,
  start: () => Promise<{ job: string }>
): Promise<Job> {
  museum.listen((event) => {
    if (event.kind !== 'job' || event.job.stage !== stage || event.job.done === 0) return false
    void museum.ctx.jobs.cancel(event.job.id)
    return true
  })
  const job = await museum.finished(await start())
  expect(job.done).toBeLessThan(ROWS)
  return job
}

describe.each(ENGINES)('an import that does not end, on %s', (engine) => {
  let museum: TestMuseum
  beforeEach(async () => {
    museum = await aMuseum({ engine })
  })
  afterEach(() => museum.close())

  it('leaves nothing when it is cancelled in the middle of entering', async () => {
    const file = longFile('取消.csv')
    const job = await cancelAt(museum, 'writing', () => museum.client.imports.bring({ file }))
    expect(job).toMatchObject({ status: 'cancelled' })
    await isEmpty(museum)
    expect((await museum.client.imports.batches({})).batches).toEqual([])
    expect(kept(museum)).toEqual([])
  })

  it('leaves no batch when its rehearsal is cancelled', async () => {
    const file = longFile('预演.csv')
    const sheets = asSeen(await inspect(museum, file))
    const job = await cancelAt(museum, 'reading', () => museum.client.imports.rehearse({ file, sheets }))
    expect(job).toMatchObject({ status: 'cancelled' })
    await isEmpty(museum)
    expect((await museum.client.imports.batches({})).batches).toEqual([])
    expect(kept(museum)).toEqual([])
  })

  it('stays rehearsed when it is cancelled after that, and can be entered later', async () => {
    const { batch } = await rehearse(museum, longFile('再来.csv'))
    const lines = (await museum.client.imports.lines({ batch })).total
    const job = await cancelAt(museum, 'writing', () => museum.client.imports.commit({ batch, name: '一' }))
    expect(job).toMatchObject({ status: 'cancelled' })
    expect(await objects(museum)).toBe(0)
    expect((await museum.client.imports.batches({})).batches).toMatchObject([
      { id: batch, status: 'rehearsed' },
    ])
    expect((await museum.client.imports.lines({ batch })).total).toBe(lines)
    expect(await commit(museum, batch)).toMatchObject({ created: ROWS })
  })

  it('is entered once and kept, though asked for twice and told to be forgotten meanwhile', async () => {
    const { batch } = await rehearse(museum, longFile('两次.csv'))
    const first = await museum.client.imports.commit({ batch, name: '一' })
    const second = await museum.client.imports.commit({ batch, name: '二' })
    let forgotten: Promise<unknown> = Promise.resolve()
    museum.listen((event) => {
      if (event.kind !== 'job' || event.job.stage !== 'writing') return false
      // while it is being entered
      forgotten = museum.client.imports.forget({ batch }).catch((error: unknown) => error)
      return true
    })
    const ends = [await museum.finished(first), await museum.finished(second)]
    // whichever had its turn first
    expect(ends.find(({ status }) => status === 'finished')).toMatchObject({ result: { created: ROWS } })
    expect(ends.find(({ status }) => status === 'failed')).toMatchObject({ fault: { code: 'batch.missing' } })
    expect((await museum.client.imports.batches({})).batches).toMatchObject([
      { status: 'committed', counts: { created: ROWS } },
    ])
    expect(await forgotten).toMatchObject({ code: 'batch.missing' })
    expect(kept(museum)).toHaveLength(1)
    expect(await museum.checked()).toEqual({ ok: true, problems: [] })
  })

  it('leaves nothing when the file turns out bad near its end', async () => {
    const rows = Array.from({ length: 1500 }, (_, at) => [`B${at}`, `碗${at}`])
    const file = await workbook({ 一: [['总登记号', '名称'], ...rows, ['B-last', '长'.repeat(32_768)]] })
    const job = await museum.finished(await museum.client.imports.bring({ file }))
    expect(job).toMatchObject({
      status: 'failed',
      fault: { code: 'file.cellTooLong', detail: { row: 1502 } },
    })
    await isEmpty(museum)
    expect(kept(museum)).toEqual([])
  })
})

describe('an import into a full disk', () => {
  it('leaves nothing, says so, and goes through once there is room', async () => {
    const museum = await aMuseum()
    const file = museum.house.store?.file
    const pages = Number(file?.pragma('page_count', { simple: true }))
    file?.pragma(`max_page_count = ${pages + 200}`)
    const path = longFile('满.csv')
    const job = await museum.finished(await museum.client.imports.bring({ file: path }))
    expect(job).toMatchObject({ status: 'failed', fault: { code: 'museum.diskFull' } })
    await isEmpty(museum)
    file?.pragma('max_page_count = 1073741823')
    expect(await bring(museum, path)).toMatchObject({ created: ROWS })
    await museum.close()
  })
})

describe('an import whose program is killed', () => {
  it('leaves nothing half, and the museum opens as it was', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'guancang-killed-'))
    const data = join(folder, 'museum')
    const open = (): House =>
      new House({ home: join(folder, 'home'), nativeBinding: undefined, now: () => new Date().toISOString() })
    const first = open()
    await first.create(data, { name: '云河县博物馆', province: 'default' })
    await first.close()
    const file = longFile('断电.csv')
    const given = { file: 'f', name: 'f', sheet: null, mapping: {}, dryRun: false }
    await killedWhileWriting(data, 'imports.bring', { path: file, ...given })
    const left = () => readdirSync(join(data, 'originals'))
    expect(left()).toHaveLength(1)
    const again = open()
    const { db, id } = await again.open(data)
    expect(await countRows(db, 'object', id)).toBe(0)
    expect(await countRows(db, 'batch', id)).toBe(0)
    expect(left()).toEqual([])
    const jobs = await db.selectFrom('job').select(['kind', 'status']).execute()
    expect(jobs).toEqual([{ kind: 'imports.bring', status: 'interrupted' }])
    await again.close()
    rmSync(folder, { recursive: true, force: true })
  })
})
