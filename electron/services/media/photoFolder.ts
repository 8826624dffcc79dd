import { opendir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Fault } from '../../../shared/contract/faults.ts'
import type { GivenFile } from './intake.ts'

/** Photos in one go; a folder with more is taken in parts. */
const MOST_PHOTOS = 50_000
const DEEPEST = 8

/** All files of a folder and those in it, by name; hidden ones and links are left out. */
export async function photosIn(folder: string): Promise<GivenFile[]> {
  const files: GivenFile[] = []
  const walk = async (path: string, before: string, depth: number): Promise<void> => {
    for await (const entry of await opendir(path)) {
      if (entry.name.startsWith('.') || /^(thumbs\.db|desktop\.ini)$/iu.test(entry.name)) continue
      const name = before + entry.name
      if (entry.isDirectory() && depth < DEEPEST) await walk(join(path, entry.name), `${name}/`, depth + 1)
      if (!entry.isFile()) continue
      if (files.length >= MOST_PHOTOS) throw new Fault('picture.tooMany', { limit: MOST_PHOTOS })
      files.push({ path: join(path, entry.name), name })
    }
  }
  try {
    await walk(folder, '', 0)
  } catch (error) {
    if (error instanceof Fault) throw error
    const code =
      error instanceof Error && 'code' in error && error.code === 'ENOTDIR'
        ? 'file.notFolder'
        : 'file.missing'
    throw new Fault(code, { file: basename(folder) })
  }
  return files.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }))
}
