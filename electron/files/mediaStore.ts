import { createHash } from 'node:crypto'
import { mkdir, open, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Fault } from '../../shared/contract/faults.ts'
import { writeSafely } from './safe-file.ts'

/** A picture as the museum's folder keeps it: under the hash of its bytes, so that nothing is ever overwritten (I5). */
export interface KeptMedia {
  readonly sha256: string
  readonly bytes: number
}

/** `media/<first two hex>/<sha256>` under the museum's folder. Only a hash can be asked for. */
export function mediaPath(folder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Fault('file.missing')
  return join(folder, 'media', sha256.slice(0, 2), sha256)
}

/**
 * Keeps bytes; the same bytes are kept once. A file that is there but damaged is written anew. Faults as `writeSafely`.
 */
export async function keepMedia(folder: string, bytes: Uint8Array): Promise<KeptMedia> {
  const sha256 = hashOf(bytes)
  const path = mediaPath(folder, sha256)
  const kept = { sha256, bytes: bytes.length }
  const there = await readFile(path).catch(() => null)
  if (there !== null && hashOf(there) === sha256) return kept
  await mkdir(dirname(path), { recursive: true })
  await writeSafely(path, (file) => file.writeFile(bytes))
  return kept
}

/**
 * Keeps bytes in a folder that is itself still being made: quickly, for nobody relies on it yet. `settleMedia` brings
 * all of it to the disk before the folder gets its name.
 */
export async function layMedia(folder: string, bytes: Uint8Array): Promise<KeptMedia> {
  const sha256 = hashOf(bytes)
  const path = mediaPath(folder, sha256)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes)
  return { sha256, bytes: bytes.length }
}

/** Flushes what `layMedia` has written. */
export async function settleMedia(folder: string, hashes: Iterable<string>): Promise<void> {
  await Promise.all(
    [...new Set(hashes)].map(async (sha256) => {
      const file = await open(mediaPath(folder, sha256), 'r+')
      try {
        await file.sync()
      } finally {
        await file.close()
      }
    })
  )
}

/** The bytes of a hash, verified. Faults: file.missing, file.damaged where they are no longer those that were kept. */
export async function readMedia(folder: string, sha256: string): Promise<Buffer> {
  const bytes = await readFile(mediaPath(folder, sha256)).catch(() => null)
  if (bytes === null) throw new Fault('file.missing')
  if (hashOf(bytes) !== sha256) throw new Fault('file.damaged')
  return bytes
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
