import { clipboardCells, clipboardText } from '../../shared/changes/clipboard.ts'
import { isFieldId, type FieldId } from '../../shared/catalogue/fields.ts'
import { readHeading } from '../../shared/imports/headings.ts'
import { museum } from '../bridge/museum.ts'
import { pasteAt, type PasteAt } from '../catalogue/gridHold.ts'
import { view } from '../catalogue/view.ts'
import { failed, refused } from '../frame/status.ts'
import { goTo } from '../frame/place.ts'
import { givenPaste } from '../imports/journey.ts'
import { say, type Filling } from '../kit/words.ts'

const PAGE = 500
/** Rows under the cell that a block is put on: more comes with numbers of its own, or as a file. */
const MOST = 20_000
/** Signs that cross to the program in one call. */
const MOST_SIGNS = 2_000_000

/**
 * Takes what was copied in Excel, WPS or our own list; nothing is written before its rehearsal has been read. A table with
 * headings goes its usual way. A bare block put on a cell of the list means the rows and columns from there on: it gets
 * the objects' numbers and the columns' headings, and is rehearsed at once.
 */
export function takePaste(event: ClipboardEvent): void {
  const text = event.clipboardData?.getData('text/plain') ?? ''
  if (text.trim() === '' || isTyping(event.target)) return
  event.preventDefault()
  void paste(text).catch(failed)
}

/** In a field, or in a dialog, a paste is the browser's. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, [contenteditable], [role=dialog]') !== null
  )
}

async function paste(text: string): Promise<void> {
  const cells = clipboardCells(text)
  const at = pasteAt()
  if (text.length > MOST_SIGNS) return refused('changes.paste.most', { most: MOST })
  if (at === null || hasHeadings(cells)) return bring(text, null)
  if (cells.length > MOST) return refused('changes.paste.most', { most: MOST })
  const block = await placed(cells, at)
  if (block) await bring(clipboardText(block.rows), block.fields)
}

/** Two headings that are understood, or the one of the number: the first row is no row of values. */
function hasHeadings(cells: readonly (readonly string[])[]): boolean {
  const fields = (cells[0] ?? []).flatMap((cell) => readHeading(cell).meanings[0]?.field ?? [])
  return cells.length > 1 && (fields.length > 1 || fields.includes('number'))
}

interface Block {
  readonly fields: readonly FieldId[]
  readonly rows: readonly (readonly string[])[]
}

/** The block with headings and numbers before it; null where it does not fit, which the status line says. */
async function placed(cells: readonly (readonly string[])[], at: PasteAt): Promise<Block | null> {
  const width = Math.max(...cells.map((row) => row.length))
  const fields = at.columns.slice(0, width)
  const strange = fields.find(({ id }) => !isFieldId(id))
  if (strange) return refuse('changes.paste.column', { column: strange.name })
  if (fields.length < width) return refuse('changes.paste.wide', { columns: width, left: fields.length })
  const ids = fields.map(({ id }) => id).filter(isFieldId)
  if (ids.includes('number')) return headed(ids, cells)
  const numbers = await numbersFrom(at.row, cells.length)
  if (numbers.length < cells.length)
    return refuse('changes.paste.beyond', { rows: cells.length, left: numbers.length })
  return headed(
    ['numberType', 'number', ...ids],
    cells.map((row, index) => [...(numbers[index] ?? []), ...row])
  )
}

function refuse(
  key: 'changes.paste.column' | 'changes.paste.wide' | 'changes.paste.beyond',
  filling: Filling
): null {
  refused(key, filling)
  return null
}

const headed = (fields: readonly FieldId[], cells: readonly (readonly string[])[]): Block => ({
  fields,
  rows: [
    fields.map((id) => say.open(`field.${id}`)),
    ...cells.map((row) => fields.map((_, at) => row[at] ?? '')),
  ],
})

/** Number type and number of the rows from there on, as the list is sorted. */
async function numbersFrom(row: number, count: number): Promise<string[][]> {
  const { find, sort } = view.get()
  const numbers: string[][] = []
  let after: string | null = null
  while (numbers.length < count) {
    const limit = Math.min(PAGE, count - numbers.length)
    const skip = after === null ? row : 0
    const page: Awaited<ReturnType<typeof museum.catalogue.page>> = await museum.catalogue.page({
      find,
      sort,
      after,
      skip,
      limit,
      count: false,
    })
    for (const { values } of page.rows)
      numbers.push([String(values.numberType ?? ''), String(values.number ?? '')])
    if (page.next === null) break
    after = page.next
  }
  return numbers
}

/** `fields`: what its columns are, where the first row was put there by us. */
async function bring(text: string, fields: readonly FieldId[] | null): Promise<void> {
  const file = await museum.imports.paste({ text, name: say('changes.paste.name') })
  await goTo('imports')
  if (!givenPaste(file, fields)) refused('changes.paste.busy')
}
