import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aloneBy, turns } from '../../electron/services/alone.ts'
import { MOST_RUNNING, MOST_WAITING } from '../../electron/jobs/runner.ts'
import { now } from '../../electron/services/clock.ts'
import { insertJob } from '../../electron/store/jobs.ts'
import { Fault } from '../../shared/contract/faults.ts'
import { jobBench, type JobBench } from './jobBench.ts'

let bench: JobBench
beforeEach(async () => {
  bench = await jobBench()
})
afterEach(() => bench.close())

const gate = () => {
  let open = () => {}
  const passed = new Promise<void>((resolve) => (open = resolve))
  return { open, passed }
}

describe('a job', () => {
  it('has a row from the start, and ends with its answer', async () => {
    const { open, passed } = gate()
    const runner = bench.inline({
      'reports.count': async (input, ctx) => {
        await ctx.progress('counting', 1, 3)
        await passed
        return { input, for: ctx.person }
      },
    })
    const id = await runner.start('reports.count', { sheet: '总登记账' })
    await bench.underWay()
    expect((await bench.rowOf(id)).status).toMatch(/queued|running/)
    open()
    const job = await bench.ended(runner, id)
    expect(job).toMatchObject({
      kind: 'reports.count',
      status: 'finished',
      stage: 'counting',
      done: 1,
      total: 3,
      fault: null,
    })
    expect(job.result).toEqual({ input: { sheet: '总登记账' }, for: '登记员' })
    expect(job.endedAt).toMatch(/Z$/)
    expect(bench.told.map(({ status }) => status)).toEqual(['queued', 'running', 'running', 'finished'])
    expect(bench.told.at(-1)).toEqual(job)
  })

  it('tells its progress ten times a second at most, and writes it once a second at most', async () => {
    const seen = new Set<number>()
    const runner = bench.inline({
      walk: async (_, ctx) => {
        const until = performance.now() + 1300
        for (let done = 0; performance.now() < until; done += 1) {
          await ctx.progress('walking', done, null)
          if (done % 500 === 0) seen.add((await bench.rowOf(id)).done)
        }
      },
    })
    let id = ''
    const starting = runner.start('walk', null)
    id = await starting
    await runner.settled()
    const steps = bench.told.filter(({ status, stage }) => status === 'running' && stage !== null)
    expect(steps.length).toBeGreaterThan(2)
    expect(steps.length).toBeLessThanOrEqual(15)
    expect(seen.size, 'different values in the row').toBeLessThanOrEqual(4)
    expect(seen.size).toBeGreaterThan(1)
  })

  it('stops at its next progress when cancelled, and says so', async () => {
    const runner = bench.inline({
      endless: async (_, ctx) => {
        for (let done = 0; ; done += 1) await ctx.progress('counting', done, null)
      },
    })
    const id = await runner.start('endless', null)
    await bench.underWay()
    expect(await runner.cancel(id)).toBe(true)
    expect(await bench.ended(runner, id)).toMatchObject({ status: 'cancelled', fault: null, result: null })
    expect(await runner.cancel(id), 'no longer there').toBe(false)
    expect(await runner.cancel('nonsense')).toBe(false)
  })

  it("fails with words: its own refusal, the store's, or none that would tell too much", async () => {
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    const runner = bench.inline({
      refused: () => Promise.reject(new Fault('file.html', { name: '名册.xlsx' })),
      full: () => Promise.reject(full),
      broken: () => Promise.reject(new Error('insert into object at /home/museum')),
      sudden: () => {
        throw new Error('before it even began')
      },
    })
    const end = async (kind: string) => bench.ended(runner, await runner.start(kind, null))
    expect(await end('refused')).toMatchObject({
      status: 'failed',
      fault: { code: 'file.html', detail: { name: '名册.xlsx' } },
    })
    expect(await end('full')).toMatchObject({ status: 'failed', fault: { code: 'museum.diskFull' } })
    expect(bench.logged).toEqual([])
    expect(await end('broken')).toMatchObject({
      status: 'failed',
      fault: { code: 'call.internal', detail: {} },
    })
    expect(await end('sudden')).toMatchObject({ status: 'failed', fault: { code: 'call.internal' } })
    expect(await end('unheardOf')).toMatchObject({ status: 'failed', fault: { code: 'call.internal' } })
    expect(bench.logged).toHaveLength(3)
  })

  it('left running by a crash is interrupted when the museum is opened again', async () => {
    const { db, id: museum_id } = bench.house.museum()
    const row = { museum_id, kind: 'imports.commit', done: 12_400, total: 69_202, started_at: now() }
    await insertJob(db, { ...row, id: 'a', status: 'running', stage: 'rows' })
    await insertJob(db, { ...row, id: 'b', status: 'queued' })
    await insertJob(db, { ...row, id: 'c', status: 'finished' })
    await bench.house.close()
    await bench.house.open(join(bench.folder, 'museum'))
    expect(await bench.rowOf('a')).toMatchObject({
      status: 'interrupted',
      done: 12_400,
      fault: { code: 'job.interrupted' },
    })
    expect(await bench.rowOf('b')).toMatchObject({ status: 'interrupted' })
    expect(await bench.rowOf('c')).toMatchObject({ status: 'finished', fault: null })
  })
})

describe('S46 jobs at once', () => {
  it('four run, sixteen wait, more are refused; all come to their turn', async () => {
    let running = 0
    let most = 0
    const { open, passed } = gate()
    const runner = bench.inline({
      slow: async () => {
        running += 1
        most = Math.max(most, running)
        await passed
        running -= 1
      },
    })
    const started = await Promise.all(
      Array.from({ length: MOST_RUNNING + MOST_WAITING }, () => runner.start('slow', null))
    )
    await expect(runner.start('slow', null)).rejects.toMatchObject({ code: 'call.tooMany' })
    expect(running).toBe(MOST_RUNNING)
    open()
    for (const id of started) expect((await bench.ended(runner, id)).status).toBe('finished')
    expect(most).toBe(MOST_RUNNING)
    expect((await bench.ended(runner, await runner.start('slow', null))).status).toBe('finished')
  })

  it('one that waits is gone at once when it is cancelled, and holds nobody up', async () => {
    const { open, passed } = gate()
    const runner = bench.inline({ slow: () => passed })
    const busy = await Promise.all(Array.from({ length: MOST_RUNNING }, () => runner.start('slow', null)))
    const [waiting, next] = [await runner.start('slow', null), await runner.start('slow', null)]
    expect(await runner.cancel(waiting)).toBe(true)
    expect(await bench.ended(runner, waiting)).toMatchObject({ status: 'cancelled' })
    expect((await bench.rowOf(busy[0] ?? '')).status).toBe('running')
    open()
    for (const id of [...busy, next]) expect((await bench.ended(runner, id)).status).toBe('finished')
  })

  it('all stop, those waiting too, before a museum closes', async () => {
    const runner = bench.inline({
      endless: async (_, ctx) => {
        for (let done = 0; ; done += 1) await ctx.progress('counting', done, null)
      },
    })
    const started = await Promise.all(Array.from({ length: 6 }, () => runner.start('endless', null)))
    await runner.stopAll()
    for (const id of started) expect((await bench.rowOf(id)).status).toBe('cancelled')
  })
})

describe('turns', () => {
  it('are taken one at a time, in order, and a deed that fails gives its turn on', async () => {
    const order: string[] = []
    const mine = aloneBy(turns())
    const deed = (name: string, fails = false) =>
      mine(async () => {
        order.push(`${name} begins`)
        await new Promise((resolve) => setTimeout(resolve, 3))
        order.push(`${name} ends`)
        if (fails) throw new Error(name)
        return name
      })
    const all = await Promise.allSettled([deed('a'), deed('b', true), deed('c')])
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })
})
