import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { putSetting, readSetting } from '../../electron/store/workspace.ts'
import { jobBench, type JobBench } from './jobBench.ts'

let bench: JobBench
beforeEach(async () => {
  bench = await jobBench()
})
afterEach(() => bench.close())

describe('a job in a thread', () => {
  it('works on the same museum with a connection of its own', async () => {
    const runner = bench.inThreads()
    const job = await bench.ended(runner, await runner.start('look', { 名称: '铜鼎' }))
    expect(job).toMatchObject({ status: 'finished', fault: null })
    expect(job.result).toEqual({
      input: { 名称: '铜鼎' },
      museum: '测试县博物馆',
      person: '登记员',
      pid: process.pid,
    })
  })

  it('takes turns with the host and with other threads: no step is lost', async () => {
    const { db, id } = bench.house.museum()
    await putSetting(db, id, 'tally', 0)
    const runner = bench.inThreads()
    const started = await Promise.all([1, 2, 3].map(() => runner.start('tally', { count: 20 })))
    for (let n = 0; n < 20; n += 1)
      await bench.alone(async () => {
        const value = Number(await readSetting(db, id, 'tally'))
        await new Promise((resolve) => setTimeout(resolve, 1))
        await putSetting(db, id, 'tally', value + 1)
      })
    for (const one of started) expect((await bench.ended(runner, one)).status).toBe('finished')
    expect(await readSetting(db, id, 'tally')).toBe(80)
  })

  it('is cancelled at its next progress', async () => {
    const runner = bench.inThreads()
    const id = await runner.start('endless', null)
    await bench.underWay()
    await runner.cancel(id)
    expect(await bench.ended(runner, id)).toMatchObject({ status: 'cancelled', stage: 'counting' })
  })

  it('that hears nothing is ended all the same', async () => {
    const runner = bench.inThreads()
    const id = await runner.start('deaf', null)
    await runner.cancel(id)
    expect(await bench.ended(runner, id)).toMatchObject({ status: 'cancelled' })
  })

  it('that dies fails, leaves nothing half, and gives its turn back', async () => {
    const { db, id } = bench.house.museum()
    await putSetting(db, id, 'tally', 5)
    const runner = bench.inThreads()
    const job = await bench.ended(runner, await runner.start('crash', null))
    expect(job).toMatchObject({ status: 'failed', fault: { code: 'job.interrupted' } })
    expect(await readSetting(db, id, 'tally')).toBe(5)
    await bench.alone(() => putSetting(db, id, 'tally', 6))
    expect(await readSetting(db, id, 'tally')).toBe(6)
  })

  it('refuses with words and breaks without telling why', async () => {
    const runner = bench.inThreads()
    const end = async (kind: string) => bench.ended(runner, await runner.start(kind, null))
    expect(await end('refuse')).toMatchObject({
      status: 'failed',
      fault: { code: 'file.html', detail: { name: '名册.xlsx' } },
    })
    expect(await end('break')).toMatchObject({
      status: 'failed',
      fault: { code: 'call.internal', detail: {} },
    })
    expect(bench.logged.map((error) => (error as Error).message)).toEqual([
      'select * from object at /home/museum',
    ])
    expect(await end('ask')).toMatchObject({ status: 'failed', fault: { code: 'file.token' } })
  })
})
