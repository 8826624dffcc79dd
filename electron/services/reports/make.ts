import { basename } from 'node:path'
import { FIELD_IDS, type FieldId } from '../../../shared/catalogue/fields.ts'
import type { Find } from '../../../shared/catalogue/record.ts'
import type { ReportId, ReportResult } from '../../../shared/reports/contract.ts'
import { longDay, type Correction } from '../../../shared/reports/corrections.ts'
import { layoutOf, type Layout } from '../../../shared/reports/layout.ts'
import { SOURCES } from '../../../shared/reports/sources.ts'
import { pressBook } from '../../files/sheets/book.ts'
import {
  correctedObjects,
  correctionsOf,
  countListed,
  listedPages,
  museumNamed,
  picturedObjects,
  picturesOf,
  type ListedRow,
  type RecordedCorrection,
} from '../../store/reports.ts'
import { today } from '../clock.ts'
import type { JobCtx } from '../context.ts'
import { bodyOf } from './body.ts'
import { specOf, writeFoot, writeFrame, type Totals } from './frame.ts'
import { beginErrors, writeTables } from './sheets-beside.ts'

export interface ReportOrder {
  readonly report: ReportId
  readonly path: string
  readonly find: Find
}

/** Objects read at once: few enough that none of them grow old in memory. */
const READ = 500
/** Objects between two looks at whether somebody has cancelled. */
const REST = 100

/**
 * Writes a report into `path`, whole or not at all: objects flow from the store into the file in pages, so that a
 * hundred thousand of them need no more memory than a thousand. Faults: those of writeSafely, call.cancelled.
 */
export async function makeReport({ report, path, find }: ReportOrder, ctx: JobCtx): Promise<ReportResult> {
  const began = performance.now()
  const layout = layoutOf(report)
  const { db, id: museumId } = ctx.museum()
  const museum = await museumNamed(db, museumId)
  const listed = { find, book: layout.book }
  const total = await countListed(db, museumId, listed)
  const pages = Math.max(1, Math.ceil(total / (layout.rowsPerPage ?? Math.max(1, total))))
  const day = ctx.today()
  const places = { museum: museum.name, year: day.slice(0, 4), date: longDay(day), pages }
  let rows = 0
  await pressBook(path, async (book) => {
    const press = book.sheet(specOf(layout))
    await writeFrame(press, book.looks, layout, places)
    const tables = await writeTables(book, layout)
    const errors = await beginErrors(book, layout, day)
    const corrected = layout.correctionNotes === null ? NOBODY : await correctedObjects(db, museumId)
    const pictured = showsPictures(layout) ? await picturedObjects(db, museumId) : NOBODY
    const body = bodyOf(layout, book.looks)
    const running = newTotals()
    let ofPage = newTotals()
    let page = 1
    const height = layout.heights.row ?? undefined
    const foot = async (): Promise<void> => {
      await writeFoot(
        press,
        book.looks,
        layout,
        layout.pageFoot,
        { ...places, page },
        { page: ofPage, running }
      )
      ofPage = newTotals()
    }
    for await (const objects of listedPages(db, museumId, listed, wantedBy(layout), READ)) {
      const corrections = await correctionsOf(db, museumId, within(corrected, objects))
      const pictures = await picturesOf(db, museumId, within(pictured, objects))
      for (const object of objects) {
        if (layout.rowsPerPage !== null && rows > 0 && rows % layout.rowsPerPage === 0) {
          await foot()
          press.endPage()
          page += 1
        }
        const line = { values: object, pictures: pictures.get(object.objectId) ?? [], museum }
        const { values, looks } = body.row(line, corrections.get(object.objectId)?.map(printedCorrection))
        await press.row(values, looks, height)
        count(ofPage, object)
        count(running, object)
        await errors?.add(object)
        rows += 1
        if (rows % REST === 0) await ctx.progress('rows', rows, total)
      }
    }
    if (layout.rowsPerPage !== null) {
      // the last page is filled with empty lines, as a ledger's page is
      const used = rows - (page - 1) * layout.rowsPerPage
      for (let line = used; line < layout.rowsPerPage; line++)
        await press.row(body.blank.values, body.blank.looks, height)
      await foot()
    }
    await writeFoot(press, book.looks, layout, layout.endFoot, { ...places, page }, { page: ofPage, running })
    // together: a later sheet ends when its turn in the file has come
    await Promise.all([press.end(), tables?.end(), errors?.press.end()])
    await ctx.progress('rows', rows, rows)
  })
  return { report, rows, ms: Math.round(performance.now() - began), file: basename(path) }
}

const NOBODY: ReadonlySet<string> = new Set()
const within = (some: ReadonlySet<string>, objects: readonly ListedRow[]): string[] =>
  some.size === 0 ? [] : objects.flatMap(({ objectId }) => (some.has(objectId) ? [objectId] : []))

/** The columns of a layout need few fields; a sheet of errors needs them all. */
function wantedBy(layout: Layout): { fields: readonly FieldId[]; judged: boolean } {
  if (layout.errors) return { fields: FIELD_IDS, judged: true }
  const named = layout.columns.flatMap(({ source }) => SOURCES[source].fields)
  return { fields: [...new Set<FieldId>(['number', 'sets', 'actualQuantity', ...named])], judged: false }
}

const showsPictures = (layout: Layout): boolean => layout.columns.some(({ source }) => source === 'pictures')

/** The day of a correction is the museum's, not that of Greenwich. */
const printedCorrection = ({ person, at, before }: RecordedCorrection): Correction => ({
  person,
  day: today(() => Date.parse(at)),
  before,
})

function newTotals(): { -readonly [K in keyof Totals]: Totals[K] } {
  return { sets: null, actualQuantity: null }
}

function count(
  totals: ReturnType<typeof newTotals>,
  values: { sets?: unknown; actualQuantity?: unknown }
): void {
  if (typeof values.sets === 'number') totals.sets = (totals.sets ?? 0) + values.sets
  if (typeof values.actualQuantity === 'number') {
    totals.actualQuantity = (totals.actualQuantity ?? 0) + values.actualQuantity
  }
}
