import { SaxesParser, type SaxesTagNS } from 'saxes'
import { Fault } from '../../shared/contract/faults.ts'
import { EMPTY_CELL, type Row } from '../../shared/imports/table.ts'
import { LIDO_COLUMNS, type LidoNode } from './lido-record.ts'
import { LIMITS } from './limits.ts'
import { readText } from './text-encoding.ts'
import type { OpenedTable, OpenOptions } from './table-file.ts'

const SHEET = 'LIDO'
const NAMESPACE = 'http://www.lido-schema.org'
/** Elements and characters of one record: the longest of real collections have some hundreds and some ten thousand. */
const MOST_NODES = 20_000
const MOST_TEXT = 4 * 1024 * 1024

/**
 * Opens a LIDO 1.0 or 1.1 file (UTF-8) as a table of one sheet: a heading row, then a row a record, so that everything
 * an import does for a table is done for it. Malformed XML is file.damaged, a DOCTYPE file.unsupported (entities could
 * swell or name other files); a record beyond all measure is file.bomb.
 */
export function openLido(path: string, size: number, options: OpenOptions): OpenedTable {
  return {
    kind: 'lido',
    encoding: 'utf-8',
    delimiter: null,
    date1904: false,
    sheets: [{ name: SHEET, hidden: false }],
    ragged: [],
    rows(name) {
      if (name !== SHEET) throw new Fault('file.noSheet', { sheet: name })
      return rowsOf(path, size, options)
    },
    merges: () => Promise.resolve([]),
    close: () => Promise.resolve(),
  }
}

async function* rowsOf(
  path: string,
  size: number,
  options: OpenOptions
): AsyncGenerator<Row, void, undefined> {
  let row = 1
  yield rowWith(
    row,
    LIDO_COLUMNS.map(([heading]) => heading)
  )
  for await (const record of recordsOf(path, size, options)) {
    row += 1
    if (row > LIMITS.rows) throw new Fault('file.tooManyRows', { sheet: SHEET, limit: LIMITS.rows })
    yield rowWith(
      row,
      LIDO_COLUMNS.map(([, say]) => say(record))
    )
  }
}

function rowWith(row: number, texts: readonly string[]): Row {
  return {
    row,
    cells: texts.map((text) => {
      if (text.length > LIMITS.cellChars)
        throw new Fault('file.cellTooLong', { sheet: SHEET, row, limit: LIMITS.cellChars })
      return text === '' ? EMPTY_CELL : { text, kind: 'text' }
    }),
  }
}

/** The records one after the other: never more than those of one piece of the file are held. */
async function* recordsOf(
  path: string,
  size: number,
  options: OpenOptions
): AsyncGenerator<LidoNode, void, undefined> {
  const done: LidoNode[] = []
  const parser = recordParser((record) => done.push(record))
  try {
    for await (const piece of readText(path, 'utf-8', size, options)) {
      parser.write(piece)
      yield* done.splice(0)
    }
    parser.close()
  } catch (error) {
    if (error instanceof Fault || (error instanceof Error && error.name === 'AbortError')) throw error
    const fault = new Fault('file.damaged')
    fault.cause = error
    throw fault
  }
  yield* done.splice(0)
}

function recordParser(finished: (record: LidoNode) => void): SaxesParser<{ xmlns: true }> {
  const parser = new SaxesParser({ xmlns: true })
  let open: LidoNode[] = []
  let nodes = 0
  let text = 0
  parser.on('doctype', () => {
    throw new Fault('file.unsupported')
  })
  parser.on('error', (cause) => {
    throw cause
  })
  parser.on('opentag', (tag) => {
    const isRecord = tag.local === 'lido' && tag.uri === NAMESPACE
    if (open.length === 0 && !isRecord) return
    if (open.length === 0) nodes = text = 0
    if (++nodes > MOST_NODES) throw new Fault('file.bomb')
    const node = nodeOf(tag)
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  const say = (piece: string): void => {
    const node = open.at(-1)
    if (!node) return
    text += piece.length
    if (text > MOST_TEXT) throw new Fault('file.bomb')
    node.text += piece
  }
  parser.on('text', say)
  parser.on('cdata', say)
  parser.on('closetag', () => {
    const node = open.pop()
    if (!node || open.length > 0) return
    open = []
    finished(node)
  })
  return parser
}

function nodeOf({ local, attributes }: SaxesTagNS): LidoNode {
  const said = (name: string): string | null =>
    Object.values(attributes).find((one) => one.local === name)?.value ?? null
  return {
    name: local,
    lang: said('lang'),
    type: said('type') ?? said('about') ?? '',
    children: [],
    text: '',
  }
}
