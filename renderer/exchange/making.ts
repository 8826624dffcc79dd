import { wholeResult } from '../../shared/exchange/whole.ts'
import { exchangeResult } from '../../shared/exchange/contract.ts'
import type { ChosenFile } from '../../shared/shell/contract.ts'
import { longWork } from '../bridge/longWork.ts'
import { shared } from '../kit/store.ts'

/** The export that is being written; it goes on while one looks elsewhere. */
export const exporting = longWork(exchangeResult)
export const writingWhole = longWork(wholeResult)
/** The file it goes into, as the user chose it. */
export const into = shared<ChosenFile | null>(null)

export function forgetExchange(): void {
  exporting.clear()
  writingWhole.clear()
  into.set(null)
}
