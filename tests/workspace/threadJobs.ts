import { parentPort, workerData } from 'node:worker_threads'
import type { JobFns } from '../../electron/jobs/jobFn.ts'
import type { JobOrders } from '../../electron/jobs/thread.ts'
import { workInThread } from '../../electron/jobs/threadWork.ts'
import { Fault } from '../../shared/contract/faults.ts'

// What electron/job.ts is in the program, with jobs that try the thread itself.
const jobs: JobFns = {
  /** Who runs where, on which museum. */
  async look(input, ctx) {
    const row = await ctx.museum().db.selectFrom('museum').select('name').executeTakeFirstOrThrow()
    return { input, museum: row.name, person: ctx.person, pid: process.pid }
  },
  async endless(_, ctx) {
    for (let done = 0; ; done += 1) await ctx.progress('counting', done, null)
  },
  /** Writes `count` settings, each alone, reading and writing in two steps: another writer between them would show. */
  async tally(input, ctx) {
    const { id, db } = ctx.museum()
    for (let n = 0; n < (input as { count: number }).count; n += 1) {
      await ctx.alone(async () => {
        const row = await db
          .selectFrom('setting')
          .select('value')
          .where('key', '=', 'tally')
          .executeTakeFirstOrThrow()
        await new Promise((resolve) => setTimeout(resolve, 1))
        const value = String(Number(row.value) + 1)
        await db
          .updateTable('setting')
          .set({ value })
          .where('museum_id', '=', id)
          .where('key', '=', 'tally')
          .execute()
      })
    }
  },
  /** Begins a transaction while it has the turn, and the thread dies. */
  crash: (_, ctx) =>
    ctx.alone(() =>
      ctx
        .museum()
        .db.transaction()
        .execute(async (tx) => {
          await tx.updateTable('setting').set({ value: 'half' }).execute()
          process.exit(7)
        })
    ),
  refuse: () => Promise.reject(new Fault('file.html', { name: '名册.xlsx' })),
  break: () => Promise.reject(new Error('select * from object at /home/museum')),
  ask: (_, ctx) => Promise.resolve(ctx.files.path('token', 'table')),
  deaf() {
    for (;;);
  },
}

if (parentPort) void workInThread(parentPort, workerData as JobOrders, jobs)
