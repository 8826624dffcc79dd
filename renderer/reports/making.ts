import { reportResult } from '../../shared/reports/contract.ts'
import type { ChosenFile } from '../../shared/shell/contract.ts'
import { longWork } from '../bridge/longWork.ts'
import { shared } from '../kit/store.ts'

/** The report that is being written; it goes on while one looks elsewhere. */
export const making = longWork(reportResult)
/** The file it goes into, as the user chose it. */
export const into = shared<ChosenFile | null>(null)

export function forgetReport(): void {
  making.clear()
  into.set(null)
}
