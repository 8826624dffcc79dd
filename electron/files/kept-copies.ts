import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { lstat, mkdir, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const HASH = /^[0-9a-f]{64}$/

/** The files under a folder that are named by their hash, as the museum keeps pictures and originals; any others are not ours. */
export async function keptUnder(folder: string): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    if (entry.isFile() && HASH.test(entry.name)) found.push(entry.name)
    if (!entry.isDirectory() || !/^[0-9a-f]{2}$/.test(entry.name)) continue
    for (const inner of await readdir(join(folder, entry.name), { withFileTypes: true }))
      if (inner.isFile() && HASH.test(inner.name) && inner.name.startsWith(entry.name))
        found.push(`${entry.name}/${inner.name}`)
  }
  return found.sort()
}

/**
 * Copies a file that is named by its hash and compares it on the way; answers its bytes, or null where it is missing or no
 * longer what its name says, and then nothing is left of the copy. A link is not followed.
 */
export async function copyKept(from: string, to: string, signal: AbortSignal): Promise<number | null> {
  const entry = await lstat(from).catch(() => null)
  if (!entry?.isFile()) return null
  await mkdir(dirname(to), { recursive: true })
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  try {
    await pipeline(createReadStream(from), hashing, createWriteStream(to, { flush: true }), { signal })
  } catch (error) {
    await rm(to, { force: true })
    throw error
  }
  if (from.endsWith(hash.digest('hex'))) return entry.size
  await rm(to, { force: true })
  return null
}
