import { judgeResult } from '../../shared/quality/contract.ts'
import { longWork } from '../bridge/longWork.ts'

/** Objects being held against the rules; it goes on while one looks elsewhere. */
export const judging = longWork(judgeResult)
