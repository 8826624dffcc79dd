import type SQLite from 'better-sqlite3'
import { Fault } from '../../shared/contract/faults.ts'

/** What the migrations make besides tables and indexes, word for word: nothing so far. */
const OURS: ReadonlySet<string> = new Set()

/** As SQLite itself writes the beginning of a table or an index, whatever was typed; a crafted file may be written otherwise. */
const PLAIN = /^CREATE (TABLE|VIRTUAL TABLE|INDEX|UNIQUE INDEX) /

/**
 * Refuses a file that holds triggers or views which our migrations did not make (S52): they would act with the first
 * row that is written, and could empty the audit. Before anything is written. `Fault('museum.notMuseum')`.
 */
export function refuseForeign(file: SQLite.Database): void {
  const texts = file.prepare('select sql from sqlite_master where sql is not null').pluck().all()
  const strange = texts.some((text) => typeof text !== 'string' || !(PLAIN.test(text) || OURS.has(text)))
  if (strange) throw new Fault('museum.notMuseum')
}
