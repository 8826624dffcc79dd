import { z } from 'zod'
import { labelShow, type Paper, type PaperWish } from '../../shared/paper/contract.ts'
import type { Chosen } from '../../shared/changes/contract.ts'
import { labelSheet, shift, STOCK, type LabelSheet } from '../../shared/paper/sheet.ts'

/** What is remembered of how labels are printed here: paper and printer are the same the next time. */
export const labelKept = z.object({ sheet: labelSheet, shift, show: labelShow })
export type LabelKept = z.output<typeof labelKept>

const [first] = STOCK
if (!first) throw new RangeError('no label sheets')
export const LABELS: LabelKept = {
  sheet: first.sheet,
  shift: { x: 0, y: 0 },
  show: { qr: 'number', bars: true, museum: true, name: true, era: true, picture: false },
}

export const makerKept = z.object({ maker: z.string().max(60) })

/** The sheet as it is sold that has just these measures; null once one of them was changed. */
export function stockOf(sheet: LabelSheet): string | null {
  const measures = JSON.stringify(labelSheet.parse(sheet))
  return STOCK.find((one) => JSON.stringify(labelSheet.parse(one.sheet)) === measures)?.id ?? null
}

export interface Wishes {
  readonly paper: Paper
  readonly chosen: Chosen
  readonly maker: string
  readonly madeOn: string
  readonly label: LabelKept
  readonly start: number
}

export function wishOf({ paper, chosen, maker, madeOn, label, start }: Wishes): PaperWish {
  switch (paper) {
    case 'card':
    case 'dossier':
      return { paper, chosen, maker, madeOn }
    case 'label':
      return { paper, chosen, start, ...label }
    case 'calibration':
      return { paper, sheet: label.sheet, shift: label.shift }
  }
}
