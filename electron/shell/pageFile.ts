import { realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { PAGE_ORIGIN, originOf } from './policy.ts'

/** Windows opens a device under these names, whatever the extension. */
const DEVICE = /^(con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i
/** Control characters, backslash, colon (drives, alternate streams) and what Windows forbids in names. */
const FORBIDDEN = /[\u0000-\u001f\u007f\\:*?"<>|]/

/**
 * The file behind an `app://museum/…` address: an absolute path inside `root`, or null. Decoded once; the real path
 * (links followed) must lie under the real root.
 */
export async function pageFile(root: string, address: string): Promise<string | null> {
  if (originOf(address) !== PAGE_ORIGIN) return null
  const segments = segmentsOf(new URL(address).pathname)
  if (!segments) return null
  try {
    const realRoot = await realpath(root)
    const path = await realpath(join(realRoot, ...segments))
    if (!path.startsWith(realRoot + sep)) return null
    return (await stat(path)).isFile() ? path : null
  } catch {
    return null
  }
}

function segmentsOf(pathname: string): string[] | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (!decoded.startsWith('/') || FORBIDDEN.test(decoded)) return null
  const segments = decoded.slice(1).split('/')
  return segments.every(isPlainName) ? segments : null
}

function isPlainName(name: string): boolean {
  return name !== '' && !/^\.+$/.test(name) && !/[. ]$/.test(name) && !DEVICE.test(name)
}
