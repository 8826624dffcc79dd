// @ts-check
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../setup/places.mjs'

/** What takes long to make and is the same every time: tables by version, museums by the sources that made them. */
const kept = join(process.env.GUANCANG_CACHE || tmpdir(), 'guancang-bench')

/** @type {string | undefined} */
let own

/** A folder of this run alone, on the disk of what is kept, gone at its end. */
export function runFolder() {
  if (own === undefined) {
    const made = mkdtempSync(keptPlace('run-'))
    process.on('exit', () => rmSync(made, { recursive: true, force: true }))
    own = made
  }
  return own
}

/** @param {string} name @returns {string} a path for something to be kept; its folder is there */
export function keptPlace(name) {
  mkdirSync(kept, { recursive: true })
  return join(kept, name)
}

const AN_HOUR = 3_600_000

/**
 * @param {string} name
 * @returns {string} a path that changes with the sources of the built app; what older sources and runs that
 *   were killed left there goes, but for what another run may just be using
 */
export function keptForBuild(name) {
  const sources = readFileSync(join(root, 'out', '.sources'), 'utf8').slice(0, 12)
  const place = keptPlace(`${name}-by-${sources}`)
  for (const other of readdirSync(kept)) {
    if (!/^run-|-by-[0-9a-f]{12}$/.test(other) || other.endsWith(sources)) continue
    const old = statSync(join(kept, other)).mtimeMs < Date.now() - AN_HOUR
    if (old) rmSync(join(kept, other), { recursive: true, force: true })
  }
  return place
}

/**
 * What is kept under that path, made first where it is not there. A run that dies half-way leaves nothing half.
 * @param {string} path
 * @param {(part: string) => Promise<unknown>} make
 */
export async function keptOrMade(path, make) {
  if (!existsSync(path)) {
    const part = `${path}.${process.pid}.part`
    try {
      await make(part)
      renameSync(part, path)
    } finally {
      rmSync(part, { recursive: true, force: true })
    }
  }
  return path
}
