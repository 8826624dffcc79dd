import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import { Fault } from '../../shared/contract/faults.ts'
import type { ChosenFile, FilePurpose } from '../../shared/shell/contract.ts'
import { found } from './fileNames.ts'

/** Grants kept at a time, the oldest out first: a page that drops files for ever fills no memory. */
export const MOST_GRANTS = 1000

export interface Grant {
  readonly token: string
  readonly purpose: FilePurpose
  readonly path: string
}

/** Who may use which path for what. Main writes one when the user chooses a file; the host keeps its own copy. */
export interface GrantBook {
  /** Enters a choice of the user: what the page gets is the token and what may be shown. */
  give(path: string, purpose: FilePurpose): ChosenFile
  /** Enters a grant made elsewhere. */
  accept(grant: Grant): void
  /** The path behind a token; `Fault('file.token')` when unknown or given for something else. */
  path(token: string, ...purposes: readonly FilePurpose[]): string
  all(): readonly Grant[]
  forgetAll(): void
}

/** `given` hears of every new grant. */
export function grantBook(given: (grant: Grant) => void = () => {}): GrantBook {
  const grants = new Map<string, Grant>()
  const enter = (grant: Grant): void => {
    grants.set(grant.token, grant)
    const [oldest] = grants.keys()
    if (grants.size > MOST_GRANTS && oldest !== undefined) grants.delete(oldest)
  }
  return {
    give(path, purpose) {
      const grant = { token: randomBytes(24).toString('base64url'), purpose, path }
      enter(grant)
      given(grant)
      return { token: grant.token, name: basename(path), size: sizeOf(path) }
    },
    accept: enter,
    path(token, ...purposes) {
      const grant = grants.get(token)
      if (!grant || !purposes.includes(grant.purpose)) throw new Fault('file.token')
      return grant.path
    },
    all: () => [...grants.values()],
    forgetAll: () => grants.clear(),
  }
}

/** In bytes; null for a folder and for a file that is not there yet. */
function sizeOf(path: string): number | null {
  const entry = found(path)
  return entry?.isFile() ? entry.size : null
}
