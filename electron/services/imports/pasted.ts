import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plainName } from '../../../shared/kernel/plain-name.ts'
import { asFault } from '../../store/health.ts'

const OURS = 'guancang-pasted-'
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Keeps a pasted table as a file, so that it goes the way of any file: looked into, rehearsed, and kept as the original of
 * its batch once it is entered. It lies in the system's own folder for passing things, readable by this user alone;
 * those of earlier days are taken away. Answers its path; `name` is what the user will see. Faults: disk.full and the like.
 */
export async function keepPasted(text: string, name: string): Promise<string> {
  await dropPasted(Date.now() - DAY_MS)
  try {
    const folder = await mkdtemp(join(tmpdir(), OURS))
    const path = join(folder, `${plainName(name)}.tsv`)
    // the byte order mark says which encoding it is
    await writeFile(path, `\ufeff${text}`, { mode: 0o600 })
    return path
  } catch (error) {
    throw asFault(error)
  }
}

async function dropPasted(before: number): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => [])
  for (const name of names.filter((one) => one.startsWith(OURS))) {
    const folder = join(tmpdir(), name)
    const made = await stat(folder).catch(() => null)
    if (made && made.mtimeMs < before) await rm(folder, { recursive: true, force: true }).catch(() => null)
  }
}
