import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Kysely } from 'kysely'
import { aloneBy, turns } from '../../electron/services/alone.ts'
import { decoderOf, forkedDecoder } from '../../electron/files/decoder.ts'
import { inlineJobs } from '../../electron/jobs/inline.ts'
import { jobs } from '../../electron/jobs/index.ts'
import { today } from '../../electron/services/clock.ts'
import type { Ctx, FileGrants } from '../../electron/services/context.ts'
import { House } from '../../electron/services/house.ts'
import { mintId } from '../../electron/services/ids.ts'
import { museumDispatcher } from '../../electron/services/index.ts'
import type { Engine } from '../../electron/store/dialects.ts'
import { migrate } from '../../electron/store/migrations/index.ts'
import type { Database } from '../../electron/store/schema.ts'
import { insertMuseum } from '../../electron/store/workspace.ts'
import { client, type Reply } from '../../shared/contract/define.ts'
import { contract, type MuseumClient } from '../../shared/contract/index.ts'
import { ROLES, type Role } from '../../shared/contract/roles.ts'
import type { MuseumEvent } from '../../shared/shell/events.ts'
import { checkResult, type CheckResult, type Job } from '../../shared/workspace/contract.ts'
import { inMemory } from './engines.ts'

export { ENGINES } from './engines.ts'

/** A whole program without a window: the real services over a real store, a clock that stands still unless moved. */
export interface TestMuseum {
  readonly client: MuseumClient
  readonly ctx: Ctx
  readonly house: House
  readonly db: Kysely<Database>
  /** The museum's folder; on PostgreSQL only what is kept beside the store. */
  readonly folder: string
  /** Everything that was told to the windows. */
  readonly told: unknown[]
  /** Hears what is told while it is being told; a listener that answers true is done. */
  listen(listener: (event: MuseumEvent) => boolean): void
  call(channel: string, input: unknown, roles?: readonly Role[]): Promise<Reply>
  /** Sets the clock: `2026-03-01T08:00:00.000Z`. */
  at(instant: string): void
  /** What `check` finds. */
  checked(): Promise<CheckResult>
  /** Starts a job by a call's answer and waits for its end. */
  finished(started: { job: string }): Promise<Job>
  close(): Promise<void>
}

/** One for all museums of a test file. */
const decode = decoderOf({ start: forkedDecoder() })

export async function aMuseum(
  options: { engine?: Engine; today?: string; name?: string; province?: string } = {}
): Promise<TestMuseum> {
  const folder = mkdtempSync(join(tmpdir(), 'guancang-'))
  let now = `${options.today ?? '2026-03-01'}T04:00:00.000Z`
  const house = new House({ home: join(folder, 'home'), nativeBinding: undefined, now: () => now })
  const name = options.name ?? '测试县博物馆'
  const province = options.province ?? 'default'
  if ((options.engine ?? 'sqlite') === 'sqlite')
    await house.create(join(folder, 'museum'), { name, province })
  else await adoptPostgres(house, join(folder, 'museum'), name, province, now)

  const told: unknown[] = []
  let listeners: ((event: MuseumEvent) => boolean)[] = []
  // tests hand paths about as tokens
  const files: FileGrants = {
    path: (token) => token,
    give: (path) => ({ token: path, name: basename(path), size: null }),
  }
  const base = {
    person: '登记员',
    roles: ROLES,
    house,
    museum: () => house.museum(),
    now: () => now,
    today: () => today(() => Date.parse(now)),
    mintId,
    files,
    alone: aloneBy(turns()),
    decode,
    tell(event: MuseumEvent) {
      told.push(event)
      listeners = listeners.filter((listener) => !listener(event))
    },
  }
  const starter = inlineJobs(jobs, () => base)
  const ctx: Ctx = { ...base, jobs: starter }
  const failures: unknown[] = []
  const dispatch = museumDispatcher((_channel, error) => failures.push(error))
  const call = async (channel: string, input: unknown, roles: readonly Role[] = ROLES): Promise<Reply> => {
    // structuredClone is what a call goes through between processes
    const reply = structuredClone(await dispatch(channel, structuredClone(input), { ...ctx, roles }))
    const failure = failures.pop()
    if (failure) throw failure instanceof Error ? failure : new Error('a service failed', { cause: failure })
    return reply
  }
  const museum = client(contract, call)
  const finished = async ({ job }: { job: string }): Promise<Job> => {
    await starter.settled()
    return (await museum.workspace.job({ id: job })).job
  }
  return {
    client: museum,
    ctx,
    house,
    db: house.museum().db,
    folder: join(folder, 'museum'),
    told,
    listen: (listener) => void listeners.push(listener),
    call,
    at: (instant) => void (now = instant),
    finished,
    checked: async () => checkResult.parse((await finished(await museum.workspace.check({}))).result),
    close: async () => {
      if (house.store) await house.close()
      else await house.opened?.db.destroy()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function adoptPostgres(
  house: House,
  folder: string,
  name: string,
  province: string,
  at: string
): Promise<void> {
  const db = inMemory('postgres')
  await migrate(db)
  const row = { id: mintId(), name, province, code: null, is_sample: 0 }
  await insertMuseum(db, row, at)
  await house.adopt({ id: row.id, folder, db, row })
}
