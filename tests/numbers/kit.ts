import { mintId } from '../../electron/services/ids.ts'
import type { FieldValues } from '../../shared/catalogue/record.ts'
import { numbersReport, type NumbersReport } from '../../shared/numbers/contract.ts'
import type { NumberPattern } from '../../shared/numbers/pattern.ts'
import type { TestMuseum } from '../kit/museum.ts'

export const LEDGER = '藏品总登记号'

/** 0001, 0002 …; override what the test is about. */
export const aPattern = (given: Partial<NumberPattern> = {}): NumberPattern => ({
  parts: [{ kind: 'running', width: 4 }],
  scope: 'whole',
  auto: true,
  letters: {},
  ...given,
})

/** 2026-瓷-001, anew each year and in each category. */
export const byClass = aPattern({
  parts: [
    { kind: 'year', digits: 4 },
    { kind: 'text', text: '-' },
    { kind: 'category' },
    { kind: 'text', text: '-' },
    { kind: 'running', width: 3 },
  ],
  scope: 'yearAndClass',
  letters: { 瓷器: '瓷', 铜器: '铜' },
})

/** Registers an object with whatever number is the next; answers that number. */
export async function registerNext(museum: TestMuseum, values: FieldValues = {}): Promise<string> {
  const given = { name: '瓶', ...values }
  const wish = { id: mintId(), values: given, proposed: ['number' as const] }
  return String((await museum.client.catalogue.register(wish)).record.values.number)
}

export const nextOf = async (museum: TestMuseum, values: FieldValues = {}) =>
  (await museum.client.numbers.next({ values })).number

export async function reported(museum: TestMuseum): Promise<NumbersReport> {
  const job = await museum.finished(await museum.client.numbers.report({}))
  if (job.status !== 'finished') throw new Error(job.fault?.code ?? job.status)
  return numbersReport.parse(job.result)
}
