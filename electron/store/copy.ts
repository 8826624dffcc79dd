import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import SQLite from 'better-sqlite3'
import { Kysely, sql } from 'kysely'
import { Fault } from '../../shared/contract/faults.ts'
import { MuseumSqliteDialect } from './dialects.ts'
import type { Database } from './schema.ts'

/**
 * A compact copy of an open museum.db under `path`, which must not exist. It is written beside that name, flushed, opened
 * and compared with the original; only then it gets the name, so that a file of that name is always a whole copy. Nobody
 * may write to the original meanwhile. Faults: museum.damaged; SQLite's own where the disk is full.
 */
export async function copyWhole(
  original: Kysely<Database>,
  path: string,
  nativeBinding: string | undefined
): Promise<void> {
  const part = `${path}.part`
  try {
    rmSync(part, { force: true })
    await sql`vacuum into ${part}`.execute(original)
    flush(part)
    await compare(original, part, nativeBinding)
    renameSync(part, path)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}

function flush(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

async function compare(
  original: Kysely<Database>,
  path: string,
  nativeBinding: string | undefined
): Promise<void> {
  const file = new SQLite(path, { readonly: true, ...(nativeBinding ? { nativeBinding } : {}) })
  const copy = new Kysely<Database>({ dialect: new MuseumSqliteDialect(file) })
  try {
    const whole = file.pragma('integrity_check', { simple: true }) === 'ok'
    const broken = file.pragma('foreign_key_check') as unknown[]
    const same = JSON.stringify(await countsOf(copy)) === JSON.stringify(await countsOf(original))
    if (!whole || broken.length > 0 || !same) throw new Fault('museum.damaged')
  } finally {
    await copy.destroy()
  }
}

/** Rows by table. */
async function countsOf(db: Kysely<Database>): Promise<unknown[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  const counts: unknown[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(db)
    counts.push([name, rows[0]?.n])
  }
  return counts
}
