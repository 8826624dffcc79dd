import { createHash } from 'node:crypto'
import { chmod, mkdtemp, open, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { Fault } from '../../shared/contract/faults.ts'
import { mayBeOpened } from '../../shared/media/attachments.ts'
import { plainName } from '../../shared/kernel/plain-name.ts'

const PREFIX = 'guancang-open-'
const A_DAY_MS = 86_400_000

/** The name under which a file may be opened; `attachment.notOpened` for one that could run, or whose kind is not known. */
export function openedName(name: string): string {
  // what a system leaves out of a name is no part of its ending
  const bare = name.replace(/[. \u0000-\u001f]+$/u, '')
  const ending = extname(bare)
  const plain = `${plainName(bare.slice(0, bare.length - ending.length).slice(0, 80))}${ending}`
  if (!mayBeOpened(plain)) throw new Fault('attachment.notOpened', { file: name })
  return plain
}

/** Programs and scripts by their first bytes, whatever they are called. */
export function couldRun(head: Uint8Array): boolean {
  const latin = String.fromCharCode(...head.subarray(0, 4))
  return (
    latin.startsWith('MZ') ||
    latin.startsWith('#!') ||
    [
      '\u007fELF',
      '\u00ca\u00fe\u00ba\u00be',
      '\u00cf\u00fa\u00ed\u00fe',
      '\u00ce\u00fa\u00ed\u00fe',
    ].includes(latin) ||
    // a Windows shortcut
    latin === 'L\0\0\0'
  )
}

/**
 * A copy of a kept file for another program: the kept one itself is never handed out. It is read only, so that nobody
 * takes it for the file in the museum and edits it. Copies of before go after a day.
 * Faults: file.missing, file.damaged, attachment.notOpened.
 */
export async function copyToOpen(from: string, sha256: string, name: string): Promise<string> {
  await sweep()
  const kept = await open(from, 'r').catch(() => null)
  if (kept === null) throw new Fault('file.missing', { file: name })
  const folder = await mkdtemp(join(tmpdir(), PREFIX))
  const path = join(folder, name)
  const hash = createHash('sha256')
  const copy = await open(path, 'wx')
  let first = true
  try {
    for await (const chunk of kept.createReadStream() as AsyncIterable<Buffer>) {
      if (first && couldRun(chunk)) throw new Fault('attachment.notOpened', { file: name })
      first = false
      hash.update(chunk)
      await copy.appendFile(chunk)
    }
    if (hash.digest('hex') !== sha256) throw new Fault('file.damaged', { file: name })
  } catch (error) {
    await copy.close()
    await rm(folder, { recursive: true, force: true })
    throw error
  } finally {
    await kept.close().catch(() => undefined)
  }
  await copy.close()
  await chmod(path, 0o400)
  return path
}

async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    const path = join(tmpdir(), name)
    const made = name.startsWith(PREFIX) ? await stat(path).catch(() => null) : null
    if (made && Date.now() - made.mtimeMs > A_DAY_MS)
      await rm(path, { recursive: true, force: true }).catch(() => undefined)
  }
}
