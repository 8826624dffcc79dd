import { describe, expect, it } from 'vitest'
import { errands } from '../../electron/shell/errands.ts'
import { MOST_BYTES, MOST_IN_FLIGHT, intake } from '../../electron/shell/intake.ts'
import type { Reply } from '../../shared/contract/define.ts'
import { Fault } from '../../shared/contract/faults.ts'

describe('S46 a page gone wild', () => {
  it(`has ${MOST_IN_FLIGHT} calls waiting and no more; other windows are not held up`, async () => {
    const take = intake()
    const open: (() => void)[] = []
    const slow = () => new Promise<Reply>((resolve) => open.push(() => resolve({ ok: true, value: 1 })))
    const [wild, calm] = [{}, {}]
    const waiting = Array.from({ length: MOST_IN_FLIGHT }, () => take(wild, 'workspace.state', {}, slow))
    for (let n = 0; n < 1000; n += 1)
      expect(await take(wild, 'workspace.state', {}, slow)).toMatchObject({ fault: { code: 'call.tooMany' } })
    expect(open).toHaveLength(MOST_IN_FLIGHT)

    const other = take(calm, 'workspace.state', {}, slow)
    for (const answer of open) answer()
    expect(await Promise.all([...waiting, other])).toEqual(
      Array.from({ length: MOST_IN_FLIGHT + 1 }, () => ({ ok: true, value: 1 }))
    )
    expect(
      await take(wild, 'workspace.state', {}, () => Promise.resolve({ ok: true, value: 2 }))
    ).toMatchObject({ ok: true })
  })

  it('dropped files count as calls do', async () => {
    const open: (() => void)[] = []
    const dropped: unknown[] = []
    const run = errands({
      answer: () => new Promise<Reply>((resolve) => open.push(() => resolve({ ok: true, value: 1 }))),
      dropped(path) {
        dropped.push(path)
        if (path === 'no') throw new Fault('file.unsupported')
        if (path === 'odd') throw new Error('/home/museum')
        return { token: 't', name: 'a.csv', size: 1 }
      },
    })
    const wild = {}
    const waiting = Array.from({ length: MOST_IN_FLIGHT - 1 }, () => run(wild, 'call', 'a.b', {}))
    expect(await run(wild, 'dropped', '/a.csv', undefined)).toMatchObject({ ok: true, value: { token: 't' } })
    expect(await run(wild, 'dropped', 'no', undefined)).toMatchObject({ fault: { code: 'file.unsupported' } })
    expect(await run(wild, 'dropped', 'odd', undefined)).toEqual({
      ok: false,
      fault: { code: 'call.internal', detail: {} },
    })
    waiting.push(run(wild, 'call', 'a.b', {}))
    expect(await run(wild, 'dropped', '/a.csv', undefined)).toMatchObject({
      fault: { code: 'call.tooMany' },
    })
    const long = 'a'.repeat(MOST_BYTES)
    expect(await run({}, 'dropped', long, undefined)).toMatchObject({ fault: { code: 'call.tooLarge' } })
    expect(await run({}, 'open', '/a.csv', undefined)).toMatchObject({ fault: { code: 'call.unknown' } })
    expect(dropped).toEqual(['/a.csv', 'no', 'odd'])
    for (const answer of open) answer()
    await Promise.all(waiting)
  })

  it('gets its places back when calls fail', async () => {
    const take = intake()
    const window = {}
    for (let n = 0; n < MOST_IN_FLIGHT * 2; n += 1)
      await expect(take(window, 'a.b', {}, () => Promise.reject<Reply>(new Error('x')))).rejects.toThrow('x')
    expect(await take(window, 'a.b', {}, () => Promise.resolve({ ok: true, value: 1 }))).toMatchObject({
      ok: true,
    })
  })
})
