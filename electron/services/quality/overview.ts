import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { quality } from '../../../shared/quality/contract.ts'
import { readMarks, type MarkKind } from '../../../shared/quality/marks.ts'
import { QUALITY_RULES } from '../../../shared/quality/rules.ts'
import { countMuseumRule, isMuseumRule, marksCounted } from '../../store/quality.ts'
import type { Database } from '../../store/schema.ts'

type Overview = z.output<typeof quality.overview.output>
type Counts = Record<MarkKind, number>

/** Counts by grade and by rule, from the marks that every record carries. */
export async function overviewOf(db: Kysely<Database>, museumId: string): Promise<Overview> {
  const sum = { objects: 0, unjudged: 0, errors: 0, warnings: 0 }
  const grades = new Map<string | null, { objects: number; errors: number }>()
  const rules = new Map<string, Counts>(QUALITY_RULES.map(({ id }) => [id, none()]))
  for (const { findings, grade, objects } of await marksCounted(db, museumId)) {
    const marks = readMarks(findings ?? '')
    const kinds = new Set(marks.map(({ kind }) => kind))
    const ofGrade = grades.get(grade) ?? { objects: 0, errors: 0 }
    grades.set(grade, ofGrade)
    sum.objects += objects
    ofGrade.objects += objects
    if (findings === null) sum.unjudged += objects
    if (kinds.has('warning')) sum.warnings += objects
    if (kinds.has('error')) {
      sum.errors += objects
      ofGrade.errors += objects
    }
    for (const { rule, kind } of marks) {
      const counts = rules.get(rule) ?? none()
      counts[kind] += objects
      rules.set(rule, counts)
    }
  }
  for (const id of rules.keys()) {
    if (!isMuseumRule(id)) continue
    const { broken, accepted } = await countMuseumRule(db, museumId, id)
    rules.set(id, { error: 0, warning: broken, accepted })
  }
  return {
    ...sum,
    errorRate: sum.objects === 0 ? 0 : sum.errors / sum.objects,
    grades: [...grades].map(([grade, counts]) => ({ grade, ...counts })),
    rules: [...rules].map(([id, { error, warning, accepted }]) => ({
      id,
      errors: error,
      warnings: warning,
      accepted,
    })),
  }
}

const none = (): Counts => ({ error: 0, warning: 0, accepted: 0 })
