import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Fault } from '../../shared/contract/faults.ts'
import { writeSafely } from './safe-file.ts'

/** Characters gathered before they are written. */
const GATHERED = 256 * 1024

/** Writes one JSON text a line, whole or not at all; answers how many and the hash of the file. Faults: see writeSafely. */
export async function writeLines(
  path: string,
  pages: AsyncIterable<readonly unknown[]>
): Promise<{ rows: number; sha256: string }> {
  const hash = createHash('sha256')
  let rows = 0
  await writeSafely(path, async (file) => {
    let gathered = ''
    const flush = async (): Promise<void> => {
      hash.update(gathered)
      await file.writeFile(gathered)
      gathered = ''
    }
    for await (const page of pages) {
      for (const row of page) {
        gathered += `${JSON.stringify(row)}\n`
        if (gathered.length >= GATHERED) await flush()
      }
      rows += page.length
    }
    await flush()
  })
  return { rows, sha256: hash.digest('hex') }
}

/** No line of ours is longer: a record with every field full is some hundred thousand characters. */
const MOST_SIGNS = 16 * 1024 * 1024

/** The lines of such a file, in pages of `size`. Fault: file.lineTooLong. */
export async function* readLines(path: string, size: number): AsyncGenerator<readonly string[]> {
  let page: string[] = []
  let rest = ''
  // not by `readline`: it takes signs within a text (U+2028) for ends of lines
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: GATHERED })) {
    const lines = `${rest}${String(chunk)}`.split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > MOST_SIGNS) throw new Fault('file.lineTooLong', { file: basename(path) })
    for (const line of lines) {
      page.push(line)
      if (page.length < size) continue
      yield page
      page = []
    }
  }
  if (rest !== '') page.push(rest)
  if (page.length > 0) yield page
}

/** SHA-256 of a file, in hex. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
