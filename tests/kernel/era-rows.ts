import { describe, expect, it } from 'vitest'
import { readEra, type Certainty } from '../../shared/kernel/era/index.ts'

type Row = readonly [
  text: string,
  start: number | null,
  end: number | null,
  certainty: Certainty,
  label: string | null,
]

/** Each text reads as start, end, certainty and label. */
export function reads(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    it.each(rows)('%s', (text, start, end, certainty, label) => {
      expect(readEra(text)).toMatchObject({ text, start, end, certainty, label })
    })
  })
}

export const TANG = '唐(618~907)'
export const MING = '明(1368~1644)'
export const QING = '清(1616~1911)'
export const REPUBLIC = '中华民国(1912~1949)'
