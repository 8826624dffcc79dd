import { basename } from 'node:path'
import type { Find, ObjectRecord } from '../../../shared/catalogue/record.ts'
import { inUse, type OwnField } from '../../../shared/fields/record.ts'
import type { PartyLink } from '../../../shared/people/record.ts'
import type { Exchange, ExchangeResult } from '../../../shared/exchange/contract.ts'
import { writeCsv, type CsvValue } from '../../files/csv-writer.ts'
import { writeSafely } from '../../files/safe-file.ts'
import { picturesToTell, recordPages } from '../../store/exchange.ts'
import { linksOfObjects } from '../../store/partyLinks.ts'
import { countListed, museumNamed } from '../../store/reports.ts'
import { additionsOf } from '../../store/vocabulary.ts'
import type { JobCtx } from '../context.ts'
import { ownFields } from '../../store/fields.ts'
import { columnsWith, GUIDE, ownGuide, said } from './guide.ts'
import { anyLinks, linksAsText, PEOPLE_HEADING, toldLinks } from './people.ts'
import { relationsTold, writeParts, writeRelations } from './beside.ts'
import { LIDO_FOOT, LIDO_HEAD, lidoRecord } from './lido.ts'

export interface ExchangeOrder {
  readonly exchange: Exchange
  readonly path: string
  readonly find: Find
}

/** Objects read at once. */
const READ = 500

/**
 * Writes the collection for others into `path`, whole or not at all, a page of objects at a time. Faults: those of
 * writeSafely, call.cancelled.
 */
export async function makeExchange(order: ExchangeOrder, ctx: JobCtx): Promise<ExchangeResult> {
  const began = performance.now()
  const rows = await WRITERS[order.exchange](order, ctx)
  return {
    exchange: order.exchange,
    rows,
    ms: Math.round(performance.now() - began),
    file: basename(order.path),
  }
}

type Writer = (order: ExchangeOrder, ctx: JobCtx) => Promise<number>

const WRITERS: Readonly<Record<Exchange, Writer>> = {
  async csv({ path, find }, ctx) {
    const { db, id } = ctx.museum()
    const headings = await extraHeadings(find, ctx)
    const named = await anyLinks(db, id)
    const columns = columnsWith(await ownIn(ctx))
    let rows = 0
    const lines = async function* (): AsyncGenerator<readonly CsvValue[]> {
      yield [...columns.map(({ label }) => label), ...headings, ...(named ? [PEOPLE_HEADING] : [])]
      for await (const page of pages(find, ctx)) {
        const links = named
          ? await linksOfObjects(
              db,
              id,
              page.map((record) => record.id)
            )
          : new Map<string, readonly PartyLink[]>()
        rows += page.length
        for (const record of page) {
          // a text that was not understood stands where its value would, or it would be lost
          const values = columns.map((column) => said(record, column.id))
          const beside = headings.map((heading) => record.extras[heading] ?? null)
          yield [...values, ...beside, ...(named ? [linksAsText(links.get(record.id) ?? [])] : [])]
        }
      }
    }
    await writeCsv(path, lines(), ctx.signal)
    return rows
  },

  async json({ path, find }, ctx) {
    const { db, id } = ctx.museum()
    const museum = await museumNamed(db, id)
    const fields = [...GUIDE, ...ownGuide(await ownIn(ctx))]
    let rows = 0
    await writeSafely(path, async (file) => {
      // values of the museum's own stand in no national table: they go along
      const vocabulary = await additionsOf(db, id)
      const head = { format: 'guancang-objects', version: 1, museum, madeAt: ctx.now(), fields, vocabulary }
      await file.writeFile(`${JSON.stringify(head).slice(0, -1)},"objects":[`)
      for await (const page of pages(find, ctx)) {
        const ids = page.map((record) => record.id)
        const pictures = await picturesToTell(db, id, ids)
        const links = await linksOfObjects(db, id, ids)
        const related = await relationsTold(page, ctx)
        const texts = page.map((record) => {
          const people = toldLinks(links.get(record.id) ?? [])
          return JSON.stringify(
            told(record, people, pictures.get(record.id) ?? [], related.get(record.id) ?? [])
          )
        })
        await file.writeFile(`${rows === 0 ? '' : ','}\n${texts.join(',\n')}`)
        rows += page.length
      }
      await file.writeFile('\n]}\n')
    })
    return rows
  },

  async lido({ path, find }, ctx) {
    const { db, id } = ctx.museum()
    const museum = await museumNamed(db, id)
    const own = ownGuide(inUse(await ownIn(ctx)))
    let rows = 0
    await writeSafely(path, async (file) => {
      await file.writeFile(LIDO_HEAD)
      for await (const page of pages(find, ctx)) {
        const pictures = await picturesToTell(
          db,
          id,
          page.map((record) => record.id)
        )
        const told = page.map((record) => lidoRecord(record, museum, pictures.get(record.id) ?? [], own))
        await file.writeFile(told.join(''))
        rows += page.length
      }
      await file.writeFile(LIDO_FOOT)
    })
    return rows
  },

  parts: async ({ path, find }, ctx) => writeParts(path, pages(find, ctx), ctx),

  relations: async ({ path, find }, ctx) => writeRelations(path, pages(find, ctx), ctx),

  async guide({ path }, ctx) {
    const guide = [...GUIDE, ...ownGuide(await ownIn(ctx))]
    const lines = guide.map(({ id, label, english, kind, table, census, required, unit = null }) => [
      ...[id, label, english, kind, table, census],
      ...[required ? '是' : null, unit],
    ])
    const head = ['字段', '名称', '英文名', '类型', '代码表', '普查登录项序号', '必填', '单位']
    await writeCsv(path, [head, ...lines])
    return lines.length
  },
}

const ownIn = (ctx: JobCtx): Promise<readonly OwnField[]> => {
  const { db, id } = ctx.museum()
  return ownFields(db, id)
}

/** What is recorded of an object: empty fields are left out, and the era stands there by its name as well. */
function told(
  record: ObjectRecord,
  people: readonly object[],
  pictures: readonly object[],
  relations: readonly object[]
): object {
  const values = Object.fromEntries(Object.entries(record.values).filter(([, value]) => value !== null))
  return {
    ...record,
    values,
    eraLabel: record.values.era === null ? null : said(record, 'era'),
    people,
    pictures,
    relations,
  }
}

async function* pages(find: Find, ctx: JobCtx): AsyncGenerator<readonly ObjectRecord[]> {
  const { db, id } = ctx.museum()
  const total = await countListed(db, id, { find, book: null })
  let done = 0
  for await (const page of recordPages(db, id, find, READ)) {
    yield page
    done += page.length
    await ctx.progress('rows', done, total)
  }
}

/** Columns of the museum's own that any of the objects has, in the order in which they are met. */
async function extraHeadings(find: Find, ctx: JobCtx): Promise<string[]> {
  const { db, id } = ctx.museum()
  const found = new Set<string>()
  for await (const page of recordPages(db, id, find, READ)) {
    for (const { extras } of page) for (const heading of Object.keys(extras)) found.add(heading)
    await ctx.progress('columns', 0, null)
  }
  return [...found]
}
