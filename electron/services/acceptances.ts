import type { Kysely } from 'kysely'
import { fieldBehind } from '../../shared/audit/rules.ts'
import type { Finding } from '../../shared/catalogue/record.ts'
import { findingKey, marksOf } from '../../shared/quality/marks.ts'
import { acceptancesOf, dropAcceptance, type Acceptance } from '../store/quality.ts'
import type { Database } from '../store/schema.ts'
import type { Judged, Known } from './derive.ts'

/** What a finding of several records or of pictures is about; any other is about its own field. */
const ABOUT: Readonly<Record<string, readonly string[]>> = {
  N7: ['name', 'sizeText', 'length', 'width', 'height', 'actualQuantity'],
  I1: ['grade'],
  V10: ['source', 'sourceDetail'],
}

/** Of what was accepted, by the key of its finding: what still says the same of the record. */
export function standing(
  findings: readonly Finding[],
  accepted: readonly Acceptance[]
): ReadonlyMap<string, Acceptance> {
  if (accepted.length === 0) return new Map()
  const told = new Map(findings.map((finding) => [findingKey(finding), JSON.stringify(finding.detail)]))
  return new Map(
    accepted
      .map((one): [string, Acceptance] => [findingKey({ code: one.code, field: one.field || null }), one])
      .filter(([key, { detail }]) => told.get(key) === detail)
  )
}

/** What is written with a record of which some findings were accepted: those count no more. */
export function weighed({ era, findings, marks }: Judged, accepted: readonly Acceptance[]): Known {
  const keys = new Set(standing(findings, accepted).keys())
  if (keys.size === 0) return { era, findings, marks }
  const left = findings.filter((finding) => !keys.has(findingKey(finding)))
  return { era, findings: left, marks: marksOf(findings, keys) }
}

/** What was accepted of a record that is being changed falls away with the values it was about; answers the rest. */
export async function acceptancesKept(
  tx: Kysely<Database>,
  museumId: string,
  id: string,
  { findings }: Judged,
  changed: readonly string[]
): Promise<Acceptance[]> {
  const accepted = await acceptancesOf(tx, museumId, [id])
  if (accepted.length === 0) return []
  const fields = new Set(changed.map(fieldBehind))
  const still = new Set(standing(findings, accepted).values())
  const kept: Acceptance[] = []
  for (const one of accepted) {
    const about = ABOUT[one.code]
    const stays = about ? !about.some((field) => fields.has(field)) : still.has(one) && !fields.has(one.field)
    if (stays) kept.push(one)
    else await dropAcceptance(tx, one)
  }
  return kept
}
