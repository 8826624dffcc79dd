import { readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isOriginalKept } from '../../store/imports.ts'
import { jobsAtWork } from '../../store/jobs.ts'
import type { OpenMuseum } from '../context.ts'
import { originalPath } from './originals.ts'

const ORIGINAL = /^([0-9a-f]{64}|[0-9a-f-]{36}\.part)$/

/**
 * Takes away what a killed import left: files that no batch speaks of. `mine` is how many imports at work are known not to
 * need them (the one that asks; none when the museum is just being opened): while another one is at work, nothing is touched.
 */
export async function sweepLeftovers(museum: OpenMuseum, mine: 0 | 1): Promise<void> {
  const folder = dirname(originalPath(museum, 'any'))
  const names = (await readdir(folder).catch(() => [])).filter((name) => ORIGINAL.test(name))
  if (names.length === 0 || (await jobsAtWork(museum.db, museum.id, 'imports.')) > mine) return
  for (const name of names) {
    if (name.endsWith('.part') || !(await isOriginalKept(museum.db, museum.id, name)))
      await rm(join(folder, name), { force: true })
  }
}
