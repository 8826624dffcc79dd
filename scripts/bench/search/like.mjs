// @ts-check
import { join } from 'node:path'
import SQLite from 'better-sqlite3'

/** Where our search looks, besides the names' initials: the columns behind electron/services/derive.ts. */
const searched = [
  ...['name', 'number', 'former_name', 'foreign_name', 'era', 'era_text', 'census_number', 'class_number'],
  ...['category', 'materials', 'place', 'find_place', 'source', 'source_detail', 'author', 'entry_voucher'],
  ...['description', 'provenance', 'remarks', 'extras'],
]

/**
 * What a list without a search index does: a first page in the order of the numbers and a total, by
 * `LIKE '%..%'` over the same file, on a connection with as much cache as ours.
 * @param {string} folder of a museum
 */
export function likeScans(folder) {
  const file = new SQLite(join(folder, 'museum.db'), { readonly: true })
  file.pragma('cache_size = -65536')
  const scan = (/** @type {readonly string[]} */ columns) => {
    const where = columns.map((column) => `"${column}" like @pattern`).join(' or ')
    const page = file.prepare(`select * from object where ${where} order by number_key, seq limit 100`)
    const total = file.prepare(`select count(*) from object where ${where}`).pluck()
    return (/** @type {string} */ text) => {
      const pattern = { pattern: `%${text}%` }
      return { rows: page.all(pattern).length, total: Number(total.get(pattern)) }
    }
  }
  return { inNames: scan(['name']), whereOursLooks: scan(searched), close: () => file.close() }
}
