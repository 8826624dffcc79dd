import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import SQLite from 'better-sqlite3'
import { Fault } from '../../shared/contract/faults.ts'
import { asFault } from '../store/health.ts'
import type { Ctx } from './context.ts'

const KEPT = 30

/**
 * A dated, compact copy of museum.db in backups/. It is opened and checked before it counts as one; only then older
 * copies (beyond thirty) go. Answers the copy's name and size in bytes.
 */
export async function backUp(ctx: Ctx): Promise<{ file: string; bytes: number }> {
  const { folder } = ctx.museum()
  const store = ctx.house.store
  if (folder === null || !store) throw new Fault('museum.none')
  const backups = join(folder, 'backups')
  const file = join(backups, `museum-${ctx.now().replace(/[:.]/g, '-')}.db`)
  const part = `${file}.part`
  try {
    mkdirSync(backups, { recursive: true })
    await ctx.alone(() => Promise.resolve(store.file.prepare('vacuum into ?').run(part)))
    verifyCopy(part, ctx.house.settings.nativeBinding)
    renameSync(part, file)
  } catch (error) {
    rmSync(part, { force: true })
    throw asFault(error)
  }
  rotate(backups)
  return { file: basename(file), bytes: statSync(file).size }
}

function verifyCopy(path: string, nativeBinding: string | undefined): void {
  const copy = new SQLite(path, { readonly: true, ...(nativeBinding ? { nativeBinding } : {}) })
  try {
    if (copy.pragma('integrity_check', { simple: true }) !== 'ok') throw new Fault('museum.damaged')
  } finally {
    copy.close()
  }
}

function rotate(backups: string): void {
  const dated = readdirSync(backups)
    .filter((name) => /^museum-.*\.db$/.test(name))
    .sort()
  for (const name of dated.slice(0, Math.max(0, dated.length - KEPT)))
    rmSync(join(backups, name), { force: true })
}
