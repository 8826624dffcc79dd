import type { FieldId } from '../catalogue/fields.ts'
import type { FieldValues } from '../catalogue/record.ts'
import { SOURCES, type Printed, type ReportLine, type SourceName } from './sources.ts'

/** A correction of the ledger: who, on which day of the museum, and what stood there before. */
export interface Correction {
  readonly person: string
  /** `2026-03-01` */
  readonly day: string
  readonly before: FieldValues
}

/**
 * What a cell said before each correction, oldest first, without what it says now: to be printed struck out
 * (china-standards 1.10: the old text stays legible). Numbers are told as text.
 */
export function struckTexts(
  name: SourceName,
  line: ReportLine,
  now: Printed,
  corrections: readonly Correction[]
): string[] {
  const source = SOURCES[name]
  const olds: string[] = []
  for (const { before } of corrections) {
    if (!source.fields.some((field: FieldId) => Object.hasOwn(before, field))) continue
    const then = source.print({ ...line, values: { ...line.values, ...before } })
    const old = then === null ? '' : String(then)
    if (old !== '' && old !== String(now ?? '') && old !== olds.at(-1)) olds.push(old)
  }
  return olds
}

/** 〔更正人 日期〕 for the remarks, one for each correction. */
export function correctionNotes(corrections: readonly Correction[]): string {
  return corrections.map(({ person, day }) => `〔${person} ${longDay(day)}〕`).join('')
}

/** 2026-03-01 → 2026年3月1日. */
export function longDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${Number(year)}年${Number(month)}月${Number(date)}日`
}
