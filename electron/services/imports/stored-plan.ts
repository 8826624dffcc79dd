import { z } from 'zod'
import { sheetPlan, target, type SheetPlan } from '../../../shared/imports/contract.ts'
import type { Choices } from './choices.ts'
import type { Layout } from '../../../shared/imports/layout.ts'

/** A batch's plan as it is kept: enough to read the original again exactly as it was rehearsed. */
const storedSheet = sheetPlan.extend({
  layout: z.object({
    title: z.string().nullable(),
    headerRows: z.array(z.int()),
    headings: z.array(z.object({ column: z.int(), text: z.string() })),
    firstDataRow: z.int(),
    confidence: z.number(),
    heads: z.array(z.array(z.tuple([z.int(), z.string()]))),
    above: z.array(z.string()),
    bands: z.array(z.int()),
    // plans of earlier versions have none
    spans: z.array(z.tuple([z.int(), z.int(), z.int()])).default([]),
  }),
  chosen: z.record(z.string(), target).default({}),
})
const storedPlan = z.object({ sheets: z.array(storedSheet) })

/** A sheet with its layout settled. */
export interface PlannedSheet {
  readonly plan: SheetPlan
  readonly layout: Layout
  /** What of it the user has chosen otherwise than recognised: the museum remembers it. */
  readonly chosen: Choices
}

export function storePlan(sheets: readonly PlannedSheet[]): string {
  const stored: z.input<typeof storedPlan> = {
    sheets: sheets.map(({ plan, layout, chosen }) => ({
      ...plan,
      chosen,
      layout: {
        ...layout,
        headerRows: [...layout.headerRows],
        headings: layout.headings.map((heading) => ({ ...heading })),
        heads: layout.heads.map((head) => [...head]),
        above: [...layout.above],
        bands: [...layout.bands],
        spans: layout.spans.map(([column, top, bottom]) => [column, top, bottom]),
      },
    })),
  }
  return JSON.stringify(stored)
}

export function readPlan(json: string): PlannedSheet[] {
  return storedPlan.parse(JSON.parse(json)).sheets.map(({ layout, chosen, ...plan }) => ({
    plan,
    chosen,
    layout: {
      ...layout,
      heads: layout.heads.map((head) => new Map(head)),
      above: new Set(layout.above),
      bands: new Set(layout.bands),
    },
  }))
}
