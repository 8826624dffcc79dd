import { numbersReport } from '../../shared/numbers/contract.ts'
import { allow, count, type CommandLine } from './args.ts'
import type { Headless } from './headless.ts'

const LISTS = ['doubled', 'near', 'misfits', 'gaps', 'reused'] as const

/** Doubled and near-identical numbers, misfits, gaps and numbers used twice; of each list at most --limit. */
export async function showNumbers(line: CommandLine, { client, finished }: Headless): Promise<object> {
  allow(line, ['limit'])
  const limit = Math.max(0, Math.min(300, count(line, 'limit', 100)))
  const report = await finished(await client.numbers.report({}), numbersReport)
  const lists = LISTS.map((name) => {
    const { total, found } = report[name]
    return [name, { total, found: found.slice(0, limit) }] as const
  })
  return { objects: report.objects, series: report.series, ...Object.fromEntries(lists) }
}
