import type { Kysely } from 'kysely'
import type { Role } from '../../shared/contract/roles.ts'
import type { Press } from '../../shared/paper/press.ts'
import type { ChosenFile, FilePurpose } from '../../shared/shell/contract.ts'
import type { MuseumEvent } from '../../shared/shell/events.ts'
import type { Decode } from '../files/decoder.ts'
import type { Database } from '../store/schema.ts'
import type { House } from './house.ts'

/** An open museum: its folder on this machine and its store. */
export interface OpenMuseum {
  readonly id: string
  /** Folder of museum.db, media/ and backups/; null for an in-memory or server store. */
  readonly folder: string | null
  readonly db: Kysely<Database>
}

/** Files that main has granted: the window only ever holds tokens. */
export interface FileGrants {
  /** The path behind a token given for one of those purposes; `Fault('file.token')` for anything else. */
  path(token: string, ...purposes: readonly FilePurpose[]): string
  /** A token for a file that the program itself has made for the user. */
  give(path: string, purpose: FilePurpose): ChosenFile
}

/** Starts, watches and stops long work. The input must be plain and small: it crosses to a worker thread. */
export interface JobStarter {
  start(kind: string, input: unknown): Promise<string>
  cancel(id: string): Promise<boolean>
}

/** Who asks, when, and with what at hand. Services take it as their last argument. */
export interface Ctx {
  readonly person: string
  readonly roles: readonly Role[]
  /** Opens and closes museums. Only the workspace room asks. */
  readonly house: House
  /** The open museum; throws `Fault('museum.none')` where there is none. */
  museum(): OpenMuseum
  /** Now as an instant, `2026-03-01T08:00:00.000Z`. */
  now(): string
  /** Today in the museum's zone, `2026-03-01`. */
  today(): string
  /** A fresh UUIDv7. */
  mintId(): string
  readonly files: FileGrants
  readonly jobs: JobStarter
  /** The built entry of the thread that reads long tables; without it they are read where they are written. */
  readonly reader?: string | undefined
  /** Prints a sheet into PDF; without a window there is none. */
  readonly press?: Press | undefined
  /** Decodes a picture in a process of its own. */
  readonly decode: Decode
  /** Runs `deed` alone among all that write to this store: an import in a worker thread waits its turn here too. */
  alone<T>(deed: () => Promise<T>): Promise<T>
  /** Tells the windows. */
  tell(event: Extract<MuseumEvent, { kind: 'changed' | 'job' | 'making' }>): void
}

/** What a job gets besides the context: its own progress and the wish to stop. */
export interface JobCtx extends Ctx {
  readonly signal: AbortSignal
  /** `done` of `total` (null while unknown) in a named stage; also lets a cancel come through. Throws when cancelled. */
  progress(stage: string, done: number, total: number | null): Promise<void>
}
