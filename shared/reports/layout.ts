import { z } from 'zod'
import R1 from '../../resources/reports/R1.json' with { type: 'json' }
import R2 from '../../resources/reports/R2.json' with { type: 'json' }
import { TABLE_NAMES } from '../vocabulary/tables.ts'
import type { ReportId } from './contract.ts'
import { SOURCE_NAMES, type SourceName } from './sources.ts'

const align = z.enum(['left', 'right', 'center'])
const column = z.string().regex(/^[A-Z]{1,2}$/)
const font = z.strictObject({ font: z.string().min(1), size: z.number().positive() })
/** Points. */
const height = z.number().positive()

const footCell = z.union([
  z.strictObject({ column, text: z.string(), align: align.optional() }),
  /** The total of a numeric column: of this page, or of all so far. */
  z.strictObject({ column, sum: z.enum(['sets', 'actualQuantity']), of: z.enum(['page', 'running']) }),
])

/**
 * A report's layout as data (china-standards 5): title, lines of the common frame, column heads of one or two levels,
 * what each column shows, paper, foot of each page and of the whole. Texts hold {museum}, {year}, {date}, {page}, {pages}.
 */
export const layout = z.strictObject({
  id: z.string(),
  version: z.string(),
  status: z.enum(['现行', '废止', '待核实', '参考']),
  /** Where the columns and the look come from. */
  source: z.string().min(1),
  sheet: z.string().min(1).max(31),
  title: z.string().min(1),
  paper: z.strictObject({
    size: z.enum(['A3', 'A4']),
    orientation: z.enum(['portrait', 'landscape']),
    marginCm: z.number().positive(),
  }),
  /** Null: pages end where the paper does. */
  rowsPerPage: z.int().min(1).nullable(),
  /** The book (账册) whose objects are listed; objects of no book are taken for it. */
  book: z.string(),
  heights: z.strictObject({
    title: height,
    line: height,
    head: height,
    row: height.nullable(),
    foot: height,
  }),
  fonts: z.strictObject({
    title: font,
    line: font,
    head: font,
    body: font,
    /** Sizes to try when a text does not fit a row of fixed height. */
    smaller: z.array(z.number().positive()),
  }),
  lines: z.array(z.array(z.strictObject({ from: column, to: column, text: z.string(), align }))),
  columns: z
    .array(
      z.strictObject({
        /** One level, or two: neighbours with the same first level share it. */
        head: z.union([z.tuple([z.string()]), z.tuple([z.string(), z.string()])]),
        /** Characters of the default font. */
        width: z.number().positive(),
        source: z.enum(SOURCE_NAMES as [SourceName, ...SourceName[]]),
        align,
        format: z.string().optional(),
      })
    )
    .min(1),
  /** The column that tells who corrected a row and when. */
  correctionNotes: z.enum(SOURCE_NAMES as [SourceName, ...SourceName[]]).nullable(),
  pageFoot: z.array(z.array(footCell)),
  endFoot: z.array(z.array(footCell)),
  /** A sheet of the code tables: heading of the column, table. */
  tables: z
    .strictObject({
      sheet: z.string(),
      head: z.array(z.string()),
      widths: z.array(z.number()),
      of: z.array(z.tuple([z.string(), z.enum(TABLE_NAMES)])),
    })
    .optional(),
  /** A sheet of what the rules find; `fields` names those that have no column here. */
  errors: z
    .strictObject({
      sheet: z.string(),
      head: z.array(z.string()),
      widths: z.array(z.number()),
      fields: z.record(z.string(), z.string()),
    })
    .optional(),
})
export type Layout = z.output<typeof layout>
export type LayoutColumn = Layout['columns'][number]
export type FootCell = z.output<typeof footCell>

const FILES: Readonly<Record<ReportId, unknown>> = { R1, R2 }

/** The layout of a report, checked. */
export const layoutOf = (report: ReportId): Layout => layout.parse(FILES[report])

/** A text of the layout with its places filled; what is not given stays empty. */
export function filled(text: string, places: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, place: string) => String(places[place] ?? ''))
}
