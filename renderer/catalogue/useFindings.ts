import { useDeferredValue, useMemo } from 'react'
import type { AllFieldValues, Finding, ObjectRecord } from '../../shared/catalogue/record.ts'
import { judge } from '../../shared/catalogue/rules.ts'
import type { OwnField } from '../../shared/fields/record.ts'
import { eraByCode, readEra } from '../../shared/kernel/era/index.ts'
import { ownFields } from '../fields/own.ts'
import { tables } from '../bridge/tables.ts'
import { museumToday } from '../kit/shown.ts'

/** The years of the form as it stands. */
export function spanOf(values: AllFieldValues): {
  readonly eraStart: number | null
  readonly eraEnd: number | null
} {
  if (typeof values.eraText === 'string') {
    const { start, end } = readEra(values.eraText)
    if (start !== null || end !== null) return { eraStart: start, eraEnd: end }
  }
  const node = typeof values.era === 'string' ? eraByCode(values.era) : undefined
  return { eraStart: node?.start ?? null, eraEnd: node?.end ?? null }
}

/** What the rules say of the form as it stands, a moment behind the typing. */
export function useFindings(values: AllFieldValues, record: ObjectRecord | null): readonly Finding[] {
  const settled = useDeferredValue(values)
  const literals = record?.literals
  const own = ownFields.use()
  const parts = record?.parts.length ?? 0
  // the rules look into the code tables: another edition is another question
  const edition = tables.use()
  const asked = useMemo(
    () => ({ settled, literals, own, parts, edition }),
    [settled, literals, own, parts, edition]
  )
  return useMemo(() => judgedNow(asked), [asked])
}

function judgedNow(asked: {
  readonly settled: AllFieldValues
  readonly literals: ObjectRecord['literals'] | undefined
  readonly own: readonly OwnField[]
  readonly parts: number
}): Finding[] {
  const { settled, literals, own, parts } = asked
  const texts = literals === undefined ? {} : { literals }
  return judge(settled, { today: museumToday(), own, ...spanOf(settled), parts, ...texts })
}
