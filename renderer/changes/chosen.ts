import type { Chosen } from '../../shared/changes/contract.ts'
import { MOST_NAMED } from '../../shared/changes/wish.ts'
import type { Find } from '../../shared/catalogue/record.ts'
import { saved } from '../frame/status.ts'
import { shared } from '../kit/store.ts'

/** What is chosen in the list: some records by name, or all of a find but for some. */
export type Choice =
  | { readonly kind: 'these'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'found'; readonly find: Find; readonly except: ReadonlySet<string> }

const NOTHING: Choice = { kind: 'these', ids: new Set() }

/** It is of the list as it now stands: another find begins with nothing chosen. */
export const choice = shared<Choice>(NOTHING)

export const chooseNone = (): void => choice.set(NOTHING)
export const chooseAll = (find: Find): void => choice.set({ kind: 'found', find, except: new Set() })

export function isChosen(id: string, now = choice.get()): boolean {
  return now.kind === 'these' ? now.ids.has(id) : !now.except.has(id)
}

/** Chooses records, or no longer. Beyond the most that can be named nothing happens, and the status line says so. */
export function choose(ids: readonly string[], on: boolean): void {
  const now = choice.get()
  const named = new Set(now.kind === 'these' ? now.ids : now.except)
  const isNamed = now.kind === 'these' ? on : !on
  for (const id of ids) {
    if (isNamed) named.add(id)
    else named.delete(id)
  }
  if (named.size > MOST_NAMED) return saved('changes.chosen.most', { count: MOST_NAMED })
  choice.set(now.kind === 'these' ? { kind: 'these', ids: named } : { ...now, except: named })
}

export const toggle = (id: string): void => choose([id], !isChosen(id))

/** How many of `found` are chosen; null while it is not known how many are found. */
export function countOf(now: Choice, found: number | null): number | null {
  if (now.kind === 'these') return now.ids.size
  return found === null ? null : Math.max(0, found - now.except.size)
}

/** The choice as the museum is told it. */
export function toldOf(now: Choice): Chosen {
  if (now.kind === 'these') return { kind: 'these', ids: [...now.ids] }
  return { kind: 'found', find: now.find, except: [...now.except] }
}
