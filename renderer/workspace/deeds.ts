import { backupResult, checkResult, type CheckResult } from '../../shared/workspace/contract.ts'
import { asking } from '../bridge/asking.ts'
import { longWork, type LongWork } from '../bridge/longWork.ts'
import { museum } from '../bridge/museum.ts'
import { goTo, keepAll } from '../frame/place.ts'
import { failed, saved } from '../frame/status.ts'
import { shared } from '../kit/store.ts'
import { shownSize } from '../kit/shown.ts'

/** What the last look at the museum's file said; null before the first. */
export const checked = shared<CheckResult | null>(null)
const checking = longWork(checkResult)
const backingUp = longWork(backupResult)

export async function backUp(): Promise<void> {
  const answer = await backingUp.start(() => museum.workspace.backup({}))
  if (answer === null) return toldEnd(backingUp)
  saved('workspace.backup.done', { file: answer.file, size: shownSize(answer.bytes) })
}

export async function checkMuseum(): Promise<void> {
  const answer = await checking.start(() => museum.workspace.check({}))
  if (answer === null) return toldEnd(checking)
  if (answer.ok) saved('workspace.check.good')
  else saved('workspace.check.bad', { count: answer.problems.length })
  checked.set(answer)
  await goTo('settings')
}

/** Work that has no answer: somebody stopped it, or why not. */
function toldEnd<T>(work: LongWork<T>): void {
  const { state, error } = work.get()
  if (state === 'cancelled') saved('common.cancelled')
  if (state === 'failed') failed(error)
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
