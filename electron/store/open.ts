import SQLite from 'better-sqlite3'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely } from 'kysely'
import { Fault } from '../../shared/contract/faults.ts'
import { MuseumSqliteDialect } from './dialects.ts'
import { APPLICATION_ID, asFault, checkHeader, isCode } from './health.ts'
import { takeLock } from './lock.ts'
import { migrate, pendingMigrations } from './migrations/index.ts'
import type { Database } from './schema.ts'

export interface Store {
  readonly db: Kysely<Database>
  /** The file behind it, for pragmas, checks and backups. */
  readonly file: SQLite.Database
  close(): Promise<void>
}

/** Which connection of the folder: `owner` holds the folder's lock, `job` is a thread under an owner. */
export type StoreRole = 'owner' | 'job'

const MIB = 1024 * 1024

/** Set on every connection and read back: a setting that did not take is a refusal, not a hope. */
const PRAGMAS: readonly (readonly [name: string, set: string | number, read: string | number])[] = [
  ['journal_mode', 'wal', 'wal'],
  ['synchronous', 'full', 2],
  ['foreign_keys', 'on', 1],
  ['busy_timeout', 5000, 5000],
  ['trusted_schema', 'off', 0],
  ['cell_size_check', 'on', 1],
  ['checkpoint_fullfsync', 'on', 1],
  ['wal_autocheckpoint', 1000, 1000],
  ['journal_size_limit', 64 * MIB, 64 * MIB],
  ['cache_size', -64 * 1024, -64 * 1024],
]

/**
 * Opens `<folder>/museum.db`. A new file is made only with `create`. Faults: museum.missing, museum.exists,
 * museum.notMuseum, museum.fromFuture, museum.damaged, museum.readOnly, museum.locked, museum.diskFull.
 */
export async function openStore(
  folder: string,
  options: {
    readonly create?: boolean
    readonly role?: StoreRole
    readonly nativeBinding?: string | undefined
  } = {}
): Promise<Store> {
  const path = join(folder, 'museum.db')
  const create = options.create ?? false
  const owner = (options.role ?? 'owner') === 'owner'
  if (create) prepareFolder(folder, path)
  else if (!existsSync(path)) throw new Fault('museum.missing')
  else if (statSync(path).isDirectory()) throw new Fault('museum.notMuseum')

  let file: SQLite.Database | undefined
  let lock: { release(): void } | undefined
  try {
    if (!create) checkHeader(path)
    if (owner) lock = takeLock(folder, options.nativeBinding)
    file = new SQLite(path, {
      fileMustExist: !create,
      ...(options.nativeBinding ? { nativeBinding: options.nativeBinding } : {}),
    })
    // records are wide: larger pages hold more of them whole, and an import writes a third less
    if (create) file.pragma('page_size = 8192')
    if (create) file.pragma(`application_id = ${APPLICATION_ID}`)
    setPragmas(file)
    const db = new Kysely<Database>({ dialect: new MuseumSqliteDialect(file) })
    if (owner) await bringUpToDate(db, file, folder, create)
    return { db, file, close: closing(db, file, lock) }
  } catch (error) {
    file?.close()
    lock?.release()
    throw asFault(error)
  }
}

function prepareFolder(folder: string, path: string): void {
  if (existsSync(path)) throw new Fault('museum.exists')
  try {
    for (const inner of ['media', 'backups', 'originals']) mkdirSync(join(folder, inner), { recursive: true })
  } catch (error) {
    // node answers ENOENT where a folder cannot be made on a read-only disk
    throw isCode(error, 'ENOENT', 'ENOTDIR') ? new Fault('museum.readOnly') : asFault(error)
  }
}

function setPragmas(file: SQLite.Database): void {
  for (const [name, set, read] of PRAGMAS) {
    file.pragma(`${name} = ${set}`)
    const answer: unknown = file.pragma(name, { simple: true })
    if (answer !== read) throw new Error(`pragma ${name} is ${String(answer)}, not ${read}`)
  }
}

async function bringUpToDate(
  db: Kysely<Database>,
  file: SQLite.Database,
  folder: string,
  fresh: boolean
): Promise<void> {
  const pending = await pendingMigrations(db)
  if (pending.length === 0) return
  // the way back: a copy of the file as it was
  if (!fresh)
    file.prepare('vacuum into ?').run(join(folder, 'backups', `before-${pending[0] ?? ''}-${Date.now()}.db`))
  await migrate(db)
  file.pragma('optimize')
}

function closing(
  db: Kysely<Database>,
  file: SQLite.Database,
  lock: { release(): void } | undefined
): () => Promise<void> {
  return async () => {
    try {
      if (file.open) file.pragma('optimize')
    } catch {
      // a full disk or a torn file: what matters now is that the file and the folder are let go
    }
    try {
      await db.destroy()
      if (file.open) file.close()
    } finally {
      lock?.release()
    }
  }
}
