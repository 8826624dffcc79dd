import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'

const shape = z.array(
  z.object({ folder: z.string(), name: z.string(), id: z.string().optional(), openedAt: z.string() })
)
export type RecentMuseum = z.output<typeof shape>[number]

const MOST = 10

/** Museums opened lately on this machine, newest first, kept in the program's own folder. Unreadable counts as none. */
export function readRecent(home: string): RecentMuseum[] {
  try {
    return shape.parse(JSON.parse(readFileSync(join(home, 'recent.json'), 'utf8')))
  } catch {
    return []
  }
}

/**
 * The museum in that folder, or the one open last where `folder` is null, as it was when it was last open: the window
 * draws its frame with it before the host has answered. Null where nothing is known of it.
 */
export function expectedMuseum(home: string, folder: string | null): { id: string; name: string } | null {
  const recent = readRecent(home)
  const found = folder === null ? recent[0] : recent.find((one) => one.folder === folder)
  if (found?.id === undefined || !existsSync(join(found.folder, 'museum.db'))) return null
  return { id: found.id, name: found.name }
}

/** A list that cannot be written (a full disk, a profile nobody may write to) is no reason not to open the museum. */
export function noteRecent(home: string, museum: RecentMuseum): void {
  const others = readRecent(home).filter((one) => one.folder !== museum.folder)
  const file = join(home, 'recent.json')
  try {
    mkdirSync(home, { recursive: true })
    writeFileSync(`${file}.part`, JSON.stringify([museum, ...others].slice(0, MOST), null, 2))
    renameSync(`${file}.part`, file)
  } catch {
    // the museum is found by its folder all the same
  }
}

/** What the window gets instead of the path. */
export const recentToken = (folder: string): string =>
  `recent-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`

export const shownRecent = ({ folder, name, openedAt }: RecentMuseum) => ({
  token: recentToken(folder),
  name,
  folder: basename(folder),
  openedAt,
  there: existsSync(join(folder, 'museum.db')),
})
