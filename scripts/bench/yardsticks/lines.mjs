// @ts-check
import { closeSync, openSync, readSync } from 'node:fs'

/**
 * The lines of a text file, read on the spot: while it waits for nothing, nothing else is done on its time.
 * @param {string} file
 * @returns {Generator<string, void>}
 */
export function* linesOf(file) {
  const handle = openSync(file, 'r')
  const chunk = Buffer.alloc(1 << 20)
  let rest = Buffer.alloc(0)
  try {
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) {
      rest = Buffer.concat([rest, chunk.subarray(0, read)])
      for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
        yield rest.toString('utf8', 0, end)
        rest = rest.subarray(end + 1)
      }
    }
  } finally {
    closeSync(handle)
  }
}
