import { z } from 'zod'
import stock from '../../resources/paper/labels.json' with { type: 'json' }

/** Millimetres. A label is never smaller than what a QR code and a number can be read on. */
const least = 15
const side = z.number().min(least).max(500)
const gap = z.number().min(0).max(500)

/** A sheet of labels, or a roll, whose pages are one label each. All lengths in millimetres. */
export const labelSheet = z.strictObject({
  page: z.strictObject({ width: side, height: side }),
  /** From the paper's edge to the first label. */
  left: gap,
  top: gap,
  label: z.strictObject({ width: side, height: side }),
  /** From the edge of one label to the same edge of the next. */
  pitch: z.strictObject({ x: side, y: side }),
  columns: z.int().min(1).max(20),
  rows: z.int().min(1).max(60),
})
export type LabelSheet = z.output<typeof labelSheet>

/** How far the printer is off, in millimetres: right and down are positive. */
export const shift = z.strictObject({ x: z.number().min(-20).max(20), y: z.number().min(-20).max(20) })
export type Shift = z.output<typeof shift>

const stockShape = z.object({
  source: z.string(),
  sheets: z
    .array(z.strictObject({ id: z.string().regex(/^[a-z0-9-]+$/), name: z.string(), sheet: labelSheet }))
    .min(1),
  /** What stands on the sheet by which a printer is set right. */
  calibration: z.strictObject({ title: z.string(), ruler: z.string(), how: z.array(z.string()) }),
})

const parsed = stockShape.parse(stock)
/** Label sheets as they are sold; every measure can be changed. */
export const STOCK = parsed.sheets
export const CALIBRATION = parsed.calibration

/** What is wrong with a sheet; null where all labels lie on the paper and none on another. */
export type SheetTrouble = 'wide' | 'high' | 'overlap'

/** Paper and knives are not exact to the tenth of a millimetre. */
const ROOM = 0.5

export function sheetTrouble(sheet: LabelSheet): SheetTrouble | null {
  const { page, label, pitch, left, top, columns, rows } = sheet
  if ((columns > 1 && pitch.x < label.width) || (rows > 1 && pitch.y < label.height)) return 'overlap'
  if (left + (columns - 1) * pitch.x + label.width > page.width + ROOM) return 'wide'
  if (top + (rows - 1) * pitch.y + label.height > page.height + ROOM) return 'high'
  return null
}

export const labelsOnSheet = ({ columns, rows }: LabelSheet): number => columns * rows

/** Where the label at `place` (0 is the first, row by row) begins on its sheet, in millimetres. */
export function cornerOf(sheet: LabelSheet, place: number, by: Shift): { x: number; y: number } {
  const { left, top, pitch, columns } = sheet
  return {
    x: left + (place % columns) * pitch.x + by.x,
    y: top + Math.floor(place / columns) * pitch.y + by.y,
  }
}
