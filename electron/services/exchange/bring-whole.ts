import { existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import { Fault } from '../../../shared/contract/faults.ts'
import { WHOLE_FILE, wholeMuseum, type WholeMuseum } from '../../../shared/exchange/whole.ts'
import { hashOfFile, readLines } from '../../files/json-lines.ts'
import { copyKept, keptUnder } from '../../files/kept-copies.ts'
import { asFault } from '../../store/health.ts'
import { MIGRATIONS } from '../../store/migrations/index.ts'
import { openStore, type Store } from '../../store/open.ts'
import { columnsOfTable, putRows, WHOLE_TABLES, type WholeRow } from '../../store/whole.ts'
import type { Progress } from '../making.ts'
import { enterAllInSearch } from './search-anew.ts'

const PAGE = 500
const MOST_BYTES = 8 * 1024 * 1024
/** In the new museum's folder until all of it is there. */
const PART = 'bringing.part'

/**
 * Makes a museum in `to`, which holds none, of a folder that makeWhole has written: the same rows in the same tables, the
 * same files. Every file is compared with what museum.json says before anything is believed; a museum of an older program
 * is brought back in its own shape and then brought up to date. Cut short, nothing of it stays.
 * Faults: exchange.notWhole, exchange.damaged, museum.fromFuture, museum.exists, museum.diskFull and the like.
 */
export async function bringWhole(
  order: { readonly from: string; readonly to: string },
  nativeBinding: string | undefined,
  progress: Progress,
  signal: AbortSignal
): Promise<void> {
  const { from, to } = order
  const told = await readTold(from)
  if (existsSync(join(to, 'museum.db'))) throw new Fault('museum.exists')
  const part = join(to, PART)
  try {
    await rm(part, { recursive: true, force: true })
    await mkdir(part, { recursive: true })
    for (const table of told.tables) {
      await progress('checking', 0, told.tables.length)
      await refuseAltered(from, table)
    }
    await withStore(part, { create: true, migrations: migrationsFor(told), nativeBinding }, (store) =>
      putTables(store, from, told, progress)
    )
    // once more, now to be brought to the shape of this program
    await withStore(part, { nativeBinding }, (store) => enterAllInSearch(store.db, told.museum.id, progress))
    for (const inner of ['media', 'originals'] as const) await copyAll(from, part, inner, progress, signal)
    await rm(join(part, 'backups'), { recursive: true, force: true })
    await mkdir(join(part, 'backups'))
    // the database last: a folder with one is a museum
    for (const name of (await readdir(part)).sort(
      (a, b) => Number(a === 'museum.db') - Number(b === 'museum.db')
    ))
      await rename(join(part, name), join(to, name))
  } catch (error) {
    throw asFault(error)
  } finally {
    await rm(part, { recursive: true, force: true })
  }
}

async function readTold(from: string): Promise<WholeMuseum> {
  const path = join(from, WHOLE_FILE)
  const entry = await stat(path).catch(() => null)
  if (!entry?.isFile() || entry.size > MOST_BYTES) throw new Fault('exchange.notWhole')
  const file = await open(path)
  try {
    const read = wholeMuseum.safeParse(JSON.parse(await file.readFile('utf8')))
    if (!read.success) throw new Fault('exchange.notWhole')
    return read.data
  } catch (error) {
    throw error instanceof SyntaxError ? new Fault('exchange.notWhole') : error
  } finally {
    await file.close()
  }
}

/** The shape its tables had; a shape that this program does not know is refused before anything is made. */
function migrationsFor(told: WholeMuseum): typeof MIGRATIONS {
  const names = [...told.migrations].sort()
  if (names.some((name) => !Object.hasOwn(MIGRATIONS, name))) throw new Fault('museum.fromFuture')
  return Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => names.includes(name)))
}

const fileOf = (name: string): string => `tables/${name}.jsonl`

async function refuseAltered(from: string, { name, sha256 }: WholeMuseum['tables'][number]): Promise<void> {
  const hash = await hashOfFile(join(from, fileOf(name))).catch(() => null)
  if (hash !== sha256) throw new Fault('exchange.damaged', { file: fileOf(name) })
}

async function withStore(
  folder: string,
  options: Parameters<typeof openStore>[1],
  deed: (store: Store) => Promise<void>
): Promise<void> {
  const store = await openStore(folder, options)
  try {
    await deed(store)
  } finally {
    await store.close()
  }
}

async function putTables(store: Store, from: string, told: WholeMuseum, progress: Progress): Promise<void> {
  const total = told.tables.reduce((sum, { rows }) => sum + rows, 0)
  let done = 0
  await store.db.transaction().execute(async (tx) => {
    await sql`pragma defer_foreign_keys = on`.execute(tx)
    for (const name of WHOLE_TABLES) {
      const table = told.tables.find((one) => one.name === name)
      // an older program had fewer of them
      if (!table) continue
      const known = await columnsOfTable(tx, name)
      const damaged = new Fault('exchange.damaged', { file: fileOf(name) })
      if (table.columns.some((column) => !known.includes(column))) throw damaged
      let rows = 0
      for await (const page of readLines(join(from, fileOf(name)), PAGE)) {
        const read = page.map((line) => rowOf(line, table.columns, told.museum.id, damaged))
        await putRows(tx, name, table.columns, read)
        rows += page.length
        await progress('tables', (done += page.length), total)
      }
      if (rows !== table.rows) throw damaged
    }
    const unknown = told.tables.find(({ name }) => !WHOLE_TABLES.some((table) => table === name))
    if (unknown) throw new Fault('museum.fromFuture')
  })
}

const wholeRow = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))

/** A line as a row of that museum: nothing but texts and numbers in the columns that were named. */
function rowOf(line: string, columns: readonly string[], museumId: string, damaged: Fault): WholeRow {
  const read = wholeRow.safeParse(parsed(line))
  if (!read.success || Object.keys(read.data).some((column) => !columns.includes(column))) throw damaged
  const row = read.data
  if ((row['museum_id'] ?? row['id']) !== museumId) throw damaged
  return row
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

async function copyAll(
  from: string,
  part: string,
  inner: 'media' | 'originals',
  progress: Progress,
  signal: AbortSignal
): Promise<void> {
  const names = await keptUnder(join(from, inner))
  for (const [at, name] of names.entries()) {
    await progress('files', at, names.length)
    const copied = await copyKept(join(from, inner, name), join(part, inner, name), signal)
    if (copied === null) throw new Fault('exchange.damaged', { file: `${inner}/${name}` })
  }
}
