import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { find } from '../../../shared/catalogue/record.ts'
import { WHOLE_FILE, type WholeMuseum, type WholeResult } from '../../../shared/exchange/whole.ts'
import { plainName } from '../../../shared/kernel/plain-name.ts'
import { writeCsv } from '../../files/csv-writer.ts'
import { writeLines } from '../../files/json-lines.ts'
import { copyKept, keptUnder } from '../../files/kept-copies.ts'
import { picturesListed } from '../../store/exchange.ts'
import { museumNamed } from '../../store/reports.ts'
import { columnsOfTable, migrationsOf, WHOLE_TABLES, wholeRows } from '../../store/whole.ts'
import type { JobCtx } from '../context.ts'
import { makeExchange } from './make.ts'
import { READ_ME } from './read-me.ts'

const PAGE = 500

/**
 * Writes the whole museum into a new folder inside `into`, such that a stranger can read it without this program and that
 * it can be brought back without loss (bring-whole.ts): every table as JSON lines, the collection, its parts, relations and fields as CSV,
 * every picture and original file under its hash, and `museum.json` that says what is there. The folder gets its name once
 * it is whole. Nobody writes to the museum while its tables are read. Faults: file.diskFull and the like, call.cancelled.
 */
export async function makeWhole(into: string, ctx: JobCtx): Promise<WholeResult> {
  const began = performance.now()
  const museum = ctx.museum()
  const { name } = await museumNamed(museum.db, museum.id)
  const folder = freeName(join(into, plainName(`${name} ${ctx.today()}`)))
  const part = `${folder}.part`
  await rm(part, { recursive: true, force: true })
  await mkdir(join(part, 'tables'), { recursive: true })
  try {
    const tables = await ctx.alone(() => writeTables(part, ctx))
    await makeExchange({ exchange: 'csv', path: join(part, 'catalogue.csv'), find: find.parse({}) }, ctx)
    await makeExchange({ exchange: 'parts', path: join(part, 'parts.csv'), find: find.parse({}) }, ctx)
    await makeExchange(
      { exchange: 'relations', path: join(part, 'relations.csv'), find: find.parse({}) },
      ctx
    )
    await makeExchange({ exchange: 'guide', path: join(part, 'fields.csv'), find: find.parse({}) }, ctx)
    const { pictures, missing } = await writePictures(part, ctx)
    const media = await copyAll('media', part, ctx)
    const originals = await copyAll('originals', part, ctx)
    const told: WholeMuseum = {
      format: 'guancang-museum',
      version: 1,
      madeAt: ctx.now(),
      museum: { id: museum.id, name },
      migrations: await migrationsOf(museum.db),
      tables,
      media,
      originals,
    }
    await writeFile(join(part, 'README.txt'), READ_ME(name, pictures), { flush: true })
    await writeFile(join(part, WHOLE_FILE), `${JSON.stringify(told, null, 2)}\n`, { flush: true })
    await rename(part, folder)
    return {
      folder: basename(folder),
      objects: tables.find((table) => table.name === 'object')?.rows ?? 0,
      tables: tables.length,
      files: media.files + originals.files,
      missing,
      ms: Math.round(performance.now() - began),
    }
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    throw error
  }
}

function freeName(wished: string): string {
  for (let at = 1; ; at += 1) {
    const path = at === 1 ? wished : `${wished} (${at})`
    if (!existsSync(path)) return path
  }
}

async function writeTables(part: string, ctx: JobCtx): Promise<WholeMuseum['tables']> {
  const { db, id } = ctx.museum()
  const tables: WholeMuseum['tables'] = []
  for (const [at, name] of WHOLE_TABLES.entries()) {
    await ctx.progress('tables', at, WHOLE_TABLES.length)
    const pages = async function* () {
      for await (const page of wholeRows(db, id, name, PAGE)) {
        yield page
        await ctx.progress('tables', at, WHOLE_TABLES.length)
      }
    }
    const written = await writeLines(join(part, 'tables', `${name}.jsonl`), pages())
    tables.push({ name, columns: [...(await columnsOfTable(db, name))], ...written })
  }
  return tables
}

/** A list for people: which picture is of what, and where it lies. `missing` are those that are not there any more. */
async function writePictures(
  part: string,
  ctx: JobCtx
): Promise<{ readonly pictures: number; readonly missing: string[] }> {
  const { db, id, folder } = ctx.museum()
  const listed = await picturesListed(db, id)
  const place = (hash: string): string => `media/${hash.slice(0, 2)}/${hash}`
  const head = ['总登记号', '名称', '视图', '说明', '拍摄时间', '类型', '文件']
  const lines = listed.map(({ number, name, view, caption, taken, type, sha256 }) => [
    ...[number, name, view, caption, taken, type, place(sha256)],
  ])
  await writeCsv(join(part, 'pictures.csv'), [head, ...lines])
  const gone = listed.filter(({ sha256 }) => folder !== null && !existsSync(join(folder, place(sha256))))
  return { pictures: listed.length, missing: gone.map(({ number, view }) => `${number} ${view}`) }
}

async function copyAll(
  inner: 'media' | 'originals',
  part: string,
  ctx: JobCtx
): Promise<WholeMuseum['media']> {
  const { folder } = ctx.museum()
  if (folder === null) return { files: 0, bytes: 0 }
  const names = await keptUnder(join(folder, inner))
  let files = 0
  let bytes = 0
  for (const [at, name] of names.entries()) {
    await ctx.progress('files', at, names.length)
    const copied = await copyKept(join(folder, inner, name), join(part, inner, name), ctx.signal)
    if (copied === null) continue
    files += 1
    bytes += copied
  }
  return { files, bytes }
}
