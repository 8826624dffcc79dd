import { numbersReport } from '../../shared/numbers/contract.ts'
import { longWork } from '../bridge/longWork.ts'

/** All numbers being held against each other; it goes on while one looks elsewhere. */
export const reporting = longWork(numbersReport)
