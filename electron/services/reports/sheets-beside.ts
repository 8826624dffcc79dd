import { partsOf } from '../../store/catalogue.ts'
import { judge } from '../../../shared/catalogue/rules.ts'
import { neededHeight } from '../../../shared/reports/fit.ts'
import type { Layout } from '../../../shared/reports/layout.ts'
import { SOURCES } from '../../../shared/reports/sources.ts'
import { table } from '../../../shared/vocabulary/tables.ts'
import type { BookPress } from '../../files/sheets/book.ts'
import type { Looks } from '../../files/sheets/looks.ts'
import type { SheetPress } from '../../files/sheets/sheet.ts'
import type { ListedRow } from '../../store/reports.ts'
import { findingWords } from './finding-words.ts'

/** Points: one line of text, and the most that Excel lets a row have. */
const LINE = 18
const HIGHEST = 409

const OWN = '本馆增补'

interface PlainSheet {
  readonly sheet: string
  readonly head: readonly string[]
  readonly widths: readonly number[]
}

/** A list under one row of heads, to be read on screen. */
async function plainSheet(book: BookPress, layout: Layout, { sheet, head, widths }: PlainSheet) {
  const press = book.sheet({ name: sheet, widths, headRows: 1, paper: layout.paper })
  const { fonts } = layout
  const headLook = book.looks.of({ ...fonts.head, bold: true, align: 'center', border: true })
  await press.row(
    head,
    head.map(() => headLook)
  )
  return { press, text: lookOf(book.looks, layout, 'left'), number: lookOf(book.looks, layout, 'right') }
}

const lookOf = (looks: Looks, { fonts }: Layout, align: 'left' | 'right'): number =>
  looks.of({ ...fonts.body, align, border: true, wrap: align === 'left' })

/** Sheet 2 of R2: the code tables behind the coded columns, labels exactly as exported. */
export async function writeTables(book: BookPress, layout: Layout): Promise<SheetPress | null> {
  if (!layout.tables) return null
  const { press, text } = await plainSheet(book, layout, layout.tables)
  const looks = layout.tables.head.map(() => text)
  for (const [heading, name] of layout.tables.of) {
    const { values, status, version } = table(name)
    const labels = new Map(values.map((value) => [value.code, value.label]))
    for (const value of values) {
      const above = value.parent === undefined ? null : (labels.get(value.parent) ?? value.parent)
      // a museum's own value has no code that means anything elsewhere
      const code = value.own ? OWN : value.code
      const cells = [heading, code, value.label, above, value.status ?? status, version]
      await press.row(cells, looks, LINE)
    }
  }
  return press
}

/** What a museum asks of its own fields is no matter of the authority's check. */
const NONE: readonly never[] = []

/** Sheet 3 of R2: what the rules find in each object, in words; objects without findings are left out. */
export async function beginErrors(book: BookPress, layout: Layout, today: string) {
  if (!layout.errors) return null
  const { press, text, number } = await plainSheet(book, layout, layout.errors)
  const headings = headingsByField(layout)
  const { widths } = layout.errors
  const looks = [number, text, text, number, number, text]
  let count = 0
  return {
    press,
    async add(object: ListedRow): Promise<void> {
      const { eraStart = null, eraEnd = null, objectLiterals = '{}', objectParts } = object
      const literals = JSON.parse(objectLiterals) as Record<string, string>
      const parts = partsOf(objectParts ?? null).length
      const findings = judge(object, { today, own: NONE, eraStart, eraEnd, literals, parts })
      if (findings.length === 0) return
      count += 1
      const errors = findings.filter((finding) => finding.level === 'error').length
      const said = findings.map((finding) => {
        const heading = finding.field === null ? undefined : headings.get(finding.field)
        return heading === undefined ? findingWords(finding) : `${heading}：${findingWords(finding)}`
      })
      const cells = [
        count,
        object.number ?? null,
        object.name ?? null,
        errors,
        findings.length - errors,
        said.join('；'),
      ]
      const heights = [2, 5].map((at) =>
        neededHeight(String(cells[at] ?? ''), widths[at] ?? 1, layout.fonts.body.size)
      )
      await press.row(cells, looks, Math.min(HIGHEST, Math.max(LINE, ...heights)))
    },
  }
}

/** Field → the heading of its column. */
function headingsByField(layout: Layout): ReadonlyMap<string, string> {
  const own = layout.columns.flatMap(({ head, source }) =>
    SOURCES[source].fields.slice(0, 1).map((field): [string, string] => [field, head[0]])
  )
  return new Map([...own, ...Object.entries(layout.errors?.fields ?? {})])
}
