import SQLite from 'better-sqlite3'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { Fault } from '../../shared/contract/faults.ts'
import { copyWhole } from './copy.ts'
import { MuseumSqliteDialect } from './dialects.ts'
import { refuseForeign } from './foreign.ts'
import { APPLICATION_ID, asFault, checkHeader, isCode } from './health.ts'
import { takeLock, type FolderLock } from './lock.ts'
import { migrate, MIGRATIONS, pendingMigrations } from './migrations/index.ts'
import { setPragmas, type Journal } from './pragmas.ts'
import type { Database } from './schema.ts'

export interface Store {
  readonly db: Kysely<Database>
  /** The file behind it, for pragmas, checks and backups. */
  readonly file: SQLite.Database
  readonly journal: Journal
  /** A verified copy under that path, which must not exist. Nobody may write meanwhile. Faults: see copyWhole. */
  copy(path: string): Promise<void>
  close(): Promise<void>
}

/** Which connection of the folder: `owner` holds the folder's lock, `job` is a thread under an owner. */
export type StoreRole = 'owner' | 'job'

export interface OpenOptions {
  readonly create?: boolean
  readonly role?: StoreRole
  readonly nativeBinding?: string | undefined
  /** Those of this program unless a later program is tried. */
  readonly migrations?: Readonly<Record<string, Migration>>
}

/**
 * Opens `<folder>/museum.db`. A new file is made only with `create`. Faults: museum.missing, museum.exists,
 * museum.notMuseum, museum.fromFuture, museum.damaged, museum.readOnly, museum.locked, museum.diskFull.
 */
export async function openStore(folder: string, options: OpenOptions = {}): Promise<Store> {
  const path = join(folder, 'museum.db')
  const { create = false, nativeBinding } = options
  const owner = (options.role ?? 'owner') === 'owner'
  if (create) prepareFolder(folder, path)
  else if (!existsSync(path)) throw new Fault('museum.missing')
  else if (statSync(path).isDirectory()) throw new Fault('museum.notMuseum')

  let file: SQLite.Database | undefined
  let lock: FolderLock | undefined
  try {
    if (owner) lock = takeLock(folder, nativeBinding)
    // only by who holds the lock: a file that this process has open in SQLite loses SQLite's own locks when anything
    // else in it closes that file (POSIX), and a job's thread is in the process of its owner
    if (owner && !create) checkHeader(path)
    file = new SQLite(path, { fileMustExist: !create, ...(nativeBinding ? { nativeBinding } : {}) })
    // records are wide: larger pages hold more of them whole, and an import writes a third less
    if (create) file.pragma('page_size = 8192')
    if (create) file.pragma(`application_id = ${APPLICATION_ID}`)
    const journal = setPragmas(file)
    const db = new Kysely<Database>({ dialect: new MuseumSqliteDialect(file) })
    if (owner) {
      refuseForeign(file)
      lookThrough(file)
      await bringUpToDate(db, file, folder, options)
    }
    const copy = (to: string): Promise<void> => copyWhole(db, to, nativeBinding)
    return { db, file, journal, copy, close: closing(db, file, lock) }
  } catch (error) {
    file?.close()
    const fault = asFault(error)
    if (fault instanceof Fault && fault.code === 'museum.notMuseum') lock?.forget()
    else lock?.release()
    throw fault
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

/**
 * After a crash or a power cut the file is looked through before anybody writes to it: what a torn page says is worse than
 * no answer. Faults: museum.damaged.
 */
function lookThrough(file: SQLite.Database): void {
  const known = file.prepare("select 1 from sqlite_master where type = 'table' and name = 'session'").get()
  if (!known || !file.prepare('select 1 from session where ended_at is null limit 1').get()) return
  if (file.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Fault('museum.damaged')
}

/** Copies from before a migration that are kept. */
const KEPT = 3

async function bringUpToDate(
  db: Kysely<Database>,
  file: SQLite.Database,
  folder: string,
  { create = false, nativeBinding, migrations = MIGRATIONS }: OpenOptions
): Promise<void> {
  const pending = await pendingMigrations(db, migrations)
  if (pending.length === 0) return
  // the way back: a copy of the file as it was
  if (!create) {
    const backups = join(folder, 'backups')
    mkdirSync(backups, { recursive: true })
    await copyWhole(db, join(backups, `before-${pending[0] ?? ''}-${Date.now()}.db`), nativeBinding)
    const copies = readdirSync(backups).filter((name) => /^before-.*\.db$/.test(name))
    const byAge = copies.sort((a, b) => stampOf(a) - stampOf(b))
    for (const name of byAge.slice(0, -KEPT)) rmSync(join(backups, name), { force: true })
  }
  await migrate(db, migrations)
  file.pragma('optimize')
}

const stampOf = (name: string): number => Number(/-(\d+)\.db$/.exec(name)?.[1] ?? 0)

function closing(
  db: Kysely<Database>,
  file: SQLite.Database,
  lock: FolderLock | undefined
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
