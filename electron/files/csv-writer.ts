import { Fault } from '../../shared/contract/faults.ts'
import { guardText } from '../../shared/kernel/formula-guard.ts'
import { writeSafely } from './safe-file.ts'

/** A field of a CSV row: numbers are written as numbers, texts are guarded against becoming formulas. */
export type CsvValue = string | number | null

/** Characters gathered before they are written. */
const PAGE = 256 * 1024

/**
 * Writes a CSV that Excel and WPS open rightly: UTF-8 with a byte order mark, CRLF, quotes only where needed, texts
 * that could be taken for formulas with an apostrophe in front (S28). `openTable` takes the apostrophes back.
 * Written safely, see `writeSafely`.
 */
export async function writeCsv(
  path: string,
  rows: AsyncIterable<readonly CsvValue[]> | Iterable<readonly CsvValue[]>,
  signal?: AbortSignal
): Promise<void> {
  await writeSafely(path, async (file) => {
    let page = '\ufeff'
    for await (const row of rows) {
      page += row.map(csvField).join(',') + '\r\n'
      if (page.length < PAGE) continue
      if (signal?.aborted) throw new Fault('call.cancelled')
      await file.writeFile(page)
      page = ''
    }
    await file.writeFile(page)
  })
}

function csvField(value: CsvValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const text = guardText(value)
  return /[",\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
