import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pictureLibrary } from '../../electron/files/pictures.ts'

/** What a scanner reads off a drawing printed at 300 dots an inch: `QR-Code:0001`. */
export async function scanned(svg: string, folder: string): Promise<string[]> {
  const path = join(folder, 'scan.png')
  const drawn = pictureLibrary()(Buffer.from(svg), { density: 300 }).flatten({ background: '#ffffff' })
  writeFileSync(path, await drawn.png().toBuffer())
  return execFileSync('zbarimg', ['--quiet', path], { encoding: 'utf8' }).trim().split('\n').sort()
}
