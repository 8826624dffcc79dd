import type { z } from 'zod'
import type { judgeResult } from '../../../shared/quality/contract.ts'
import { readObject } from '../../store/catalogue.ts'
import { acceptancesOf, marksCounted, objectsToJudge, putFindings } from '../../store/quality.ts'
import { weighed } from '../acceptances.ts'
import type { JobCtx } from '../context.ts'
import { judged } from '../derive.ts'
import { write } from '../write.ts'

const CHUNK = 500

/**
 * Judges objects that an older program wrote, or all (a day that was in the future may have come). A chunk is one
 * transaction: cancelled half-way, what was judged stays, and the rest is still known as not judged.
 */
export async function judgeObjects(ctx: JobCtx, all: boolean): Promise<z.output<typeof judgeResult>> {
  const { db, id: museumId } = ctx.museum()
  const counted = await marksCounted(db, museumId)
  const total = counted.reduce(
    (sum, { findings, objects }) => sum + (all || findings === null ? objects : 0),
    0
  )
  const result = { judged: 0, changed: 0 }
  await ctx.progress('checking', 0, total)
  for (let after = -1; ;) {
    const from = after
    const last = await write(ctx, async (tx) => {
      const rows = await objectsToJudge(tx, museumId, { all, after: from, limit: CHUNK })
      const ids = rows.map(({ id }) => id)
      const accepted = await acceptancesOf(tx, museumId, ids)
      const found = rows.flatMap((row) => {
        const record = readObject(row)
        const own = accepted.filter(({ object_id }) => object_id === row.id)
        const { findings, marks } = weighed(
          judged(record.values, ctx.today(), record.literals, record.parts.length),
          own
        )
        if (marks === row.findings && findings.length === row.warnings) return []
        return [{ id: row.id, findings: marks, warnings: findings.length }]
      })
      await putFindings(tx, museumId, found)
      result.judged += rows.length
      result.changed += found.length
      return rows.at(-1)?.seq
    })
    if (last === undefined) break
    after = last
    await ctx.progress('checking', result.judged, Math.max(total, result.judged))
  }
  ctx.tell({ kind: 'changed', rooms: ['catalogue', 'quality'] })
  return result
}
