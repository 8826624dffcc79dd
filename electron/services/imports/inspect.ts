import type { Inspection } from '../../../shared/imports/contract.ts'
import type { JobCtx } from '../context.ts'
import { withTable } from './opened.ts'
import { knownHeadings, onlyNumbered, recogniseSheet, shownSheet, type RecognisedSheet } from './recognise.ts'

/** Looks into a file: its sheets, where their headers are, and where their columns would go. Nothing is written. */
export async function inspectFile(ctx: JobCtx, path: string, file: string): Promise<Inspection> {
  const museum = ctx.museum()
  const known = await knownHeadings(museum)
  return withTable(path, file, ctx, false, async ({ table }) => {
    const sheets: RecognisedSheet[] = []
    for (const sheet of table.sheets) {
      sheets.push(await recogniseSheet(table, sheet, known))
      await ctx.progress('reading', sheets.length, table.sheets.length)
    }
    return { file, kind: table.kind, encoding: table.encoding, sheets: onlyNumbered(sheets).map(shownSheet) }
  })
}
