import type SQLite from 'better-sqlite3'

type Pragma = readonly [name: string, set: string | number, read: string | number]
/** `wal` where the disk can do it; `delete` on a disk that cannot share memory (some sticks and mounted shares). */
export type Journal = 'wal' | 'delete'

const MIB = 1024 * 1024

/** Set on every connection and read back: a setting that did not take is a refusal, not a hope. */
const PRAGMAS: readonly Pragma[] = [
  ['foreign_keys', 'on', 1],
  ['busy_timeout', 5000, 5000],
  ['trusted_schema', 'off', 0],
  ['cell_size_check', 'on', 1],
  ['checkpoint_fullfsync', 'on', 1],
  ['wal_autocheckpoint', 1000, 1000],
  ['journal_size_limit', 64 * MIB, 64 * MIB],
  ['cache_size', -32 * 1024, -32 * 1024],
]

/**
 * Without WAL the journal's own deletion must reach the disk too, hence `extra` (security facts 4.6): slower, and as
 * safe.
 */
const SYNCHRONOUS: Readonly<Record<Journal, Pragma>> = {
  wal: ['synchronous', 'full', 2],
  delete: ['synchronous', 'extra', 3],
}

/** Sets all pragmas and answers which journal the disk can do. Throws where one does not take. */
export function setPragmas(file: Pick<SQLite.Database, 'pragma'>): Journal {
  for (const pragma of PRAGMAS) setAndRead(file, pragma)
  const journal: Journal = file.pragma('journal_mode = wal', { simple: true }) === 'wal' ? 'wal' : 'delete'
  setAndRead(file, ['journal_mode', journal, journal])
  setAndRead(file, SYNCHRONOUS[journal])
  return journal
}

function setAndRead(file: Pick<SQLite.Database, 'pragma'>, [name, set, read]: Pragma): void {
  file.pragma(`${name} = ${set}`)
  const answer: unknown = file.pragma(name, { simple: true })
  if (answer !== read) throw new Error(`pragma ${name} is ${String(answer)}, not ${read}`)
}
