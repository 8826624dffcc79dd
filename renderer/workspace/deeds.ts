import { asking } from '../bridge/asking.ts'
import { museum } from '../bridge/museum.ts'
import { goTo, keepAll } from '../frame/place.ts'
import { telling } from '../frame/status.ts'
import { shared } from '../kit/store.ts'
import { shownSize } from '../kit/shown.ts'

export interface Checked {
  readonly ok: boolean
  readonly problems: readonly { readonly code: string; readonly where: string }[]
}

/** What the last look at the museum's file said; null before the first. */
export const checked = shared<Checked | null>(null)

export async function backUp(): Promise<void> {
  await telling(
    'workspace.backup.working',
    () => museum.workspace.backup({}),
    ({ file, bytes }) => ({ key: 'workspace.backup.done', filling: { file, size: shownSize(bytes) } })
  )
}

export async function checkMuseum(): Promise<void> {
  const answer = await telling(
    'workspace.check.working',
    () => museum.workspace.check({}),
    ({ ok, problems }) =>
      ok
        ? { key: 'workspace.check.good' }
        : { key: 'workspace.check.bad', filling: { count: problems.length } }
  )
  checked.set(answer)
  await goTo('settings')
}

/** Asks again which museum is open, and forgets all that was asked of the one before. */
export async function museumChanged(): Promise<void> {
  checked.set(null)
  await asking.refetchQueries({ queryKey: ['workspace', 'state'] })
  asking.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'workspace' })
}

export async function closeMuseum(): Promise<void> {
  await keepAll()
  await museum.workspace.close({})
  await museumChanged()
}
