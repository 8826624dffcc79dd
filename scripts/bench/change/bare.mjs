// @ts-check
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'

/**
 * The yardstick of a bulk change: one transaction, a prepared update and a prepared audit row for each object that differs;
 * nothing is judged, derived or searched. As durable as ours.
 * @param {string} folder of a museum, a copy
 */
export function bareChange(folder) {
  const file = new SQLite(join(folder, 'museum.db'))
  file.pragma('journal_mode = WAL')
  file.pragma('synchronous = FULL')
  file.pragma('cache_size = -65536')
  const audit = file.prepare(`insert into audit
    (museum_id, id, at, person, action, room, record_id, batch_id, reason, changes)
    values (?, ?, ?, 'bench', 'amended', 'catalogue', ?, 'bare', null, ?)`)
  return {
    /** @param {'grade' | 'place'} column @param {string} value @returns {number} ms */
    change(column, value) {
      const since = performance.now()
      const at = new Date().toISOString()
      const rows = /** @type {{ museum_id: string, id: string, before: string | null }[]} */ (
        file
          .prepare(`select museum_id, id, "${column}" as before from object where "${column}" is not ?`)
          .all(value)
      )
      const update = file.prepare(
        `update object set "${column}" = ?, revision = revision + 1, updated_at = ? where museum_id = ? and id = ?`
      )
      file.transaction(() => {
        for (const { museum_id, id, before } of rows) {
          update.run(value, at, museum_id, id)
          audit.run(museum_id, randomUUID(), at, id, JSON.stringify({ [column]: [before, value] }))
        }
      })()
      return performance.now() - since
    },
    close: () => file.close(),
  }
}
