import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { z } from 'zod'
import { client } from '../../shared/contract/define.ts'
import { Fault } from '../../shared/contract/faults.ts'
import { contract, type MuseumClient } from '../../shared/contract/index.ts'
import { ROLES } from '../../shared/contract/roles.ts'
import type { FilePurpose } from '../../shared/shell/contract.ts'
import type { StartDecoder } from '../../shared/media/decoding.ts'
import { decoderOf, forkedDecoder } from '../files/decoder.ts'
import { inlineJobs } from '../jobs/inline.ts'
import { jobs } from '../jobs/index.ts'
import { now, today } from '../services/clock.ts'
import type { Ctx } from '../services/context.ts'
import { House } from '../services/house.ts'
import { mintId } from '../services/ids.ts'
import { museumDispatcher } from '../services/index.ts'

/** The same services as the window's, in this process, with jobs run on the spot. */
export interface Headless {
  readonly client: MuseumClient
  readonly house: House
  /** Tokens for a path typed on the command line. */
  readonly grantSave: (path: string, purpose?: 'saveWorkbook' | 'saveExchange' | 'savePdf') => string
  readonly grantFolder: (path: string, purpose?: 'newMuseumFolder' | 'exportFolder' | 'wholeFolder') => string
  /** Starts a job that has no call of its own: one that takes a path typed on the command line. */
  readonly start: (kind: string, input: unknown) => Promise<{ job: string }>
  /** Waits for a job; its fault becomes a thrown one, its answer is parsed. */
  readonly finished: <S extends z.ZodType>(started: { job: string }, shape: S) => Promise<z.output<S>>
  readonly close: () => Promise<void>
}

/** What runs beside the program: other threads and processes, built or started elsewhere. */
export interface Parts {
  /** The built entry of the thread that reads long tables; undefined reads them here. */
  readonly reader?: string | undefined
  /** Starts a process that decodes pictures; undefined forks the source. */
  readonly decoder?: StartDecoder | undefined
}

/** `progress` is told how far a job is; `log` gets what no reply carries. */
export function headless(
  options: Parts & {
    readonly nativeBinding: string | undefined
    readonly progress: (stage: string, done: number, total: number | null) => void
    readonly log: (channel: string, error: unknown) => void
  }
): Headless {
  const grants = new Map<string, { path: string; purpose: FilePurpose }>()
  const grant = (path: string, purpose: FilePurpose): string => {
    const token = randomUUID()
    grants.set(token, { path, purpose })
    return token
  }
  const house = new House({
    // a command leaves no trace in the window's list of recent museums
    home: join(tmpdir(), `guancang-headless-${process.pid}`),
    nativeBinding: options.nativeBinding,
    now,
    remember: false,
  })
  const base: Omit<Ctx, 'jobs'> = {
    person: process.env['GUANCANG_PERSON'] ?? 'CLI',
    roles: ROLES,
    house,
    museum: () => house.museum(),
    now,
    today,
    mintId,
    reader: options.reader,
    decode: decoderOf({ start: options.decoder ?? forkedDecoder() }),
    files: {
      path(token, ...purposes) {
        const granted = grants.get(token)
        if (!granted || !purposes.includes(granted.purpose)) throw new Fault('file.token')
        return granted.path
      },
      give: (path, purpose) => ({ token: grant(path, purpose), name: basename(path), size: null }),
    },
    alone: (deed) => deed(),
    tell(event) {
      if (event.kind === 'job') options.progress(event.job.stage ?? '', event.job.done, event.job.total)
    },
  }
  const starter = inlineJobs(jobs, () => base, options.log)
  const dispatch = museumDispatcher(options.log)
  const museum = client(contract, (channel, input) => dispatch(channel, input, { ...base, jobs: starter }))
  return {
    client: museum,
    house,
    grantSave: (path, purpose = 'saveWorkbook') => grant(path, purpose),
    grantFolder: (path, purpose = 'newMuseumFolder') => grant(path, purpose),
    start: async (kind, input) => ({ job: await starter.start(kind, input) }),
    async finished({ job: id }, shape) {
      await starter.settled()
      const { job } = await museum.workspace.job({ id })
      if (job.fault) throw new Fault(job.fault.code, job.fault.detail)
      return shape.parse(job.result)
    },
    close: () => house.close(),
  }
}
