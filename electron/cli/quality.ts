import { judgeResult } from '../../shared/quality/contract.ts'
import { isRule, QUALITY_RULES } from '../../shared/quality/rules.ts'
import { allow, count, text, UsageError, type CommandLine } from './args.ts'
import type { Headless } from './headless.ts'

/**
 * How the catalogue stands against the rules: objects, those with an error, those with a warning, errors ÷ objects, and
 * by rule the objects it finds fault with. With --rule also where it does, at most --limit findings.
 */
export async function showQuality(line: CommandLine, museum: Headless): Promise<object> {
  allow(line, ['rule', 'limit'])
  const rule = text(line, 'rule')
  if (rule !== undefined && !isRule(rule))
    throw new UsageError(`--rule is one of ${QUALITY_RULES.map(({ id }) => id).join(', ')}`)
  const limit = Math.max(1, Math.min(500, count(line, 'limit', 100)))
  const { client, finished } = museum
  let overview = await client.quality.overview({})
  if (overview.unjudged > 0) {
    await finished(await client.quality.judge({ all: false }), judgeResult)
    overview = await client.quality.overview({})
  }
  const { objects, errors, warnings, errorRate } = overview
  const rules = overview.rules
    .map((one) => ({ id: one.id, count: one.errors + one.warnings }))
    .filter((one) => rule === undefined || one.id === rule)
  const told = { objects, errors, warnings, errorRate, rules }
  if (rule === undefined) return told
  const { found } = await client.quality.list({ rule, limit })
  return { ...told, found: found.map(({ number, name, field, code }) => ({ number, name, field, code })) }
}
