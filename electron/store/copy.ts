import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import SQLite from 'better-sqlite3'
import { Fault } from '../../shared/contract/faults.ts'

/**
 * A compact copy of an open museum.db under `path`, which must not exist. It is written beside that name, flushed, opened
 * and compared with the original; only then it gets the name, so that a file of that name is always a whole copy. Nobody
 * may write to the original meanwhile. Faults: museum.damaged; SQLite's own where the disk is full.
 */
export function copyWhole(original: SQLite.Database, path: string, nativeBinding: string | undefined): void {
  const part = `${path}.part`
  try {
    rmSync(part, { force: true })
    original.prepare('vacuum into ?').run(part)
    flush(part)
    compare(original, part, nativeBinding)
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

function compare(original: SQLite.Database, path: string, nativeBinding: string | undefined): void {
  const copy = new SQLite(path, { readonly: true, ...(nativeBinding ? { nativeBinding } : {}) })
  try {
    const whole = copy.pragma('integrity_check', { simple: true }) === 'ok'
    const broken = copy.pragma('foreign_key_check') as unknown[]
    const same = JSON.stringify(countsOf(copy)) === JSON.stringify(countsOf(original))
    if (!whole || broken.length > 0 || !same) throw new Fault('museum.damaged')
  } finally {
    copy.close()
  }
}

/** Rows by table. */
function countsOf(file: SQLite.Database): unknown[] {
  const names = file
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite%' order by name")
    .pluck()
    .all() as string[]
  return names.map((name) => [name, file.prepare(`select count(*) from "${name}"`).pluck().get()])
}
