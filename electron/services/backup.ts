import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Fault } from '../../shared/contract/faults.ts'
import type { BackupResult } from '../../shared/workspace/contract.ts'
import { asFault } from '../store/health.ts'
import type { JobCtx } from './context.ts'

/** How many copies stay: the newest of each of so many days, weeks and months (security facts 4.6). */
const KEPT = { days: 7, weeks: 4, months: 12 }

/**
 * A dated, compact copy of museum.db in backups/. It is opened and compared before it counts as one; only then older
 * copies go.
 */
export async function backUp(ctx: JobCtx): Promise<BackupResult> {
  const { folder } = ctx.museum()
  const store = ctx.house.store
  if (folder === null || !store) throw new Fault('museum.none')
  const backups = join(folder, 'backups')
  const file = join(backups, nameOf(ctx.now()))
  try {
    await ctx.progress('copying', 0, null)
    mkdirSync(backups, { recursive: true })
    await ctx.alone(() => store.copy(file))
  } catch (error) {
    throw asFault(error)
  }
  for (const name of superfluous(datedIn(backups), file)) rmSync(join(backups, name), { force: true })
  return { file: basename(file), bytes: statSync(file).size }
}

const nameOf = (at: string): string => `museum-${at.replace(/[:.]/g, '-')}.db`

/** The copies there are, oldest first; what a killed copying has left is taken away. */
function datedIn(backups: string): string[] {
  const names = readdirSync(backups)
  for (const name of names) {
    if (/^museum-.*\.db\.part/.test(name)) rmSync(join(backups, name), { force: true })
  }
  return names.filter((name) => /^museum-\d{4}-\d\d-\d\dT.*\.db$/.test(name)).sort()
}

/** The instant of the newest copy in a museum's folder; null where there is none. */
function lastBackup(folder: string): string | null {
  const backups = join(folder, 'backups')
  const newest = existsSync(backups) ? datedIn(backups).at(-1) : undefined
  const parts = /^museum-(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d+Z)/.exec(newest ?? '')
  return parts ? `${parts[1]}:${parts[2]}:${parts[3]}.${parts[4]}` : null
}

const DAY_MS = 86_400_000

/** Has the museum in that folder had no copy for a day? */
export function isBackupDue(folder: string | null, at: string): boolean {
  if (folder === null) return false
  const last = lastBackup(folder)
  return last === null || Date.parse(at) - Date.parse(last) >= DAY_MS
}

/** Copies that no day, week or month needs any more. `names` oldest first. */
export function superfluous(names: readonly string[], newest = ''): string[] {
  const kept = new Set([basename(newest)])
  for (const [span, many] of [
    [dayOf, KEPT.days],
    [weekOf, KEPT.weeks],
    [monthOf, KEPT.months],
  ] as const) {
    const last = new Map(names.map((name) => [span(name), name]))
    for (const name of [...last.values()].slice(-many)) kept.add(name)
  }
  return names.filter((name) => !kept.has(name))
}

const dayOf = (name: string): string => name.slice('museum-'.length, 'museum-'.length + 10)
const monthOf = (name: string): string => dayOf(name).slice(0, 7)
/** Weeks since a Monday long ago. */
const weekOf = (name: string): string =>
  String(Math.floor((Date.parse(dayOf(name)) - Date.parse('1970-01-05')) / (7 * DAY_MS)))
