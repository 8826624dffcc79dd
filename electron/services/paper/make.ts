import { basename } from 'node:path'
import type { FileHandle } from 'node:fs/promises'
import { Fault } from '../../../shared/contract/faults.ts'
import type { PaperResult, PaperWish } from '../../../shared/paper/contract.ts'
import { pdfBinder } from '../../files/pdf/binder.ts'
import { writeSafely } from '../../files/safe-file.ts'
import { countChosen } from '../../store/changes.ts'
import { museumNamed } from '../../store/reports.ts'
import type { JobCtx } from '../context.ts'
import { formOf, pressSheet } from './form.ts'
import { closeBook, openBook, pageOfBook } from './htmlBook.ts'
import { noLacks, pieces, PRINTED, type Piece } from './pieces.ts'

export interface PaperOrder {
  readonly wish: PaperWish
  readonly path: string
}

/** Sheets of labels that are printed as one document: they share their fonts. */
const SHEETS_TOGETHER = 12

/** Takes pieces one after another into a file; answers how many pages there are, null where nobody counts them. */
interface Binding {
  add(together: readonly Piece[]): Promise<void>
  end(): Promise<number | null>
}

/**
 * Prints what is wished into `path`, whole or not at all. Every object is a document of its own (page x of its y), bound
 * into one PDF as it comes: hundreds need no more memory than one. A path that ends in .html gets the pages as they are,
 * for a browser to print. Faults: paper.nothing, paper.needsWindow, paper.press, those of writeSafely, call.cancelled.
 */
export async function makePaper({ wish, path }: PaperOrder, ctx: JobCtx): Promise<PaperResult> {
  const began = performance.now()
  const { db, id } = ctx.museum()
  const museum = (await museumNamed(db, id)).name
  const total = wish.paper === 'calibration' ? 1 : await countChosen(db, id, wish.chosen)
  const lacks = noLacks()
  let objects = 0
  let pages: number | null = null
  let bytes = 0
  await writeSafely(path, async (file) => {
    const binding = /\.html?$/i.test(path)
      ? await htmlBinding(file, wish)
      : await pdfBinding(file, wish, museum, ctx)
    const most = wish.paper === 'label' ? SHEETS_TOGETHER : 1
    let together: Piece[] = []
    const bind = async (): Promise<void> => {
      if (together.length === 0) return
      await binding.add(together)
      objects += together.reduce((sum, piece) => sum + piece.objects, 0)
      together = []
      await ctx.progress('paper', objects, total)
    }
    let found = false
    for await (const piece of pieces(wish, ctx, lacks, { fineness: PRINTED, outlines: false })) {
      found = true
      together.push(piece)
      if (together.length >= most) await bind()
      else await ctx.progress('paper', objects, total)
    }
    if (!found) throw new Fault('paper.nothing')
    await bind()
    pages = await binding.end()
    bytes = (await file.stat()).size
  })
  const ms = Math.round(performance.now() - began)
  return { paper: wish.paper, objects, pages, bytes, ms, file: basename(path), lacks }
}

async function pdfBinding(file: FileHandle, wish: PaperWish, museum: string, ctx: JobCtx): Promise<Binding> {
  const { press } = ctx
  if (!press) throw new Fault('paper.needsWindow')
  const binder = await pdfBinder(file, [museum, formOf(wish).title].join(' ').trim(), ctx.now())
  return {
    async add(together) {
      const title = [...new Set([together[0]?.title ?? '', together.at(-1)?.title ?? ''])].join(' … ')
      await binder.add(await press(pressSheet(wish, together, museum)), title)
    },
    end: async () => (await binder.end()).pages,
  }
}

async function htmlBinding(file: FileHandle, wish: PaperWish): Promise<Binding> {
  await file.writeFile(openBook(formOf(wish)))
  return {
    add: async (together) => {
      for (const { markup } of together) await file.writeFile(pageOfBook(markup))
    },
    async end() {
      await file.writeFile(closeBook())
      return null
    },
  }
}
