import type { ObjectRecord } from '../../../shared/catalogue/record.ts'
import type { Chosen } from '../../../shared/changes/contract.ts'
import { eraByCode } from '../../../shared/kernel/era/index.ts'
import type { PaperLacks, PaperWish } from '../../../shared/paper/contract.ts'
import { labelsOnSheet } from '../../../shared/paper/sheet.ts'
import { auditOfRecord } from '../../store/audit.ts'
import { picturesOfObject } from '../../store/media.ts'
import { chosenInOrder, fileOfBatch } from '../../store/paper.ts'
import { museumNamed } from '../../store/reports.ts'
import { today } from '../clock.ts'
import type { Ctx } from '../context.ts'
import { said } from '../exchange/guide.ts'
import { CARD_PICTURES, cardMarkup } from './card.ts'
import { dossierMarkup } from './dossier.ts'
import { drawLabel } from './label.ts'
import { drawCalibration, drawSheet } from './labelSheet.ts'
import type { Markup } from './markup.ts'
import { paperPicture, type PaperPicture } from './pictures.ts'

/** What is printed by itself: one object's card or dossier, or one sheet of labels. */
export interface Piece {
  readonly title: string
  readonly markup: Markup
  /** How many objects it is of. */
  readonly objects: number
}

export type Lacks = { -readonly [K in keyof PaperLacks]: PaperLacks[K] }
export const noLacks = (): Lacks => ({ pictures: 0, bars: 0, narrow: 0, cut: 0 })

/** How fine pictures are printed, in pixels of the longest side. */
export interface Fineness {
  readonly first: number
  readonly others: number
}
/** Of 62 mm some 300 dots an inch, of 80 mm in a dossier as well. */
export const PRINTED: Fineness = { first: 740, others: 900 }
/** What is kept beside every picture is enough for the screen. */
export const SHOWN: Fineness = { first: 320, others: 320 }
const SMALL = 320

const READ = 200

/**
 * All pieces of what is wished, in the order of the numbers, one at a time: hundreds need no more memory than one.
 * `lacks` counts what could not be printed as wished. `outlines` shows where the labels of a sheet are.
 */
export async function* pieces(
  wish: PaperWish,
  ctx: Pick<Ctx, 'museum' | 'decode'>,
  lacks: Lacks,
  { fineness, outlines }: { readonly fineness: Fineness; readonly outlines: boolean }
): AsyncGenerator<Piece> {
  if (wish.paper === 'calibration') {
    yield { title: '', markup: drawCalibration(wish.sheet, wish.shift), objects: 0 }
    return
  }
  if (wish.paper === 'label') {
    yield* labelPieces(wish, ctx, lacks, outlines)
    return
  }
  const { db, id, folder } = ctx.museum()
  const museum = (await museumNamed(db, id)).name
  const frame = { museum, maker: wish.maker, madeOn: wish.madeOn }
  for await (const record of records(wish.chosen, ctx)) {
    const kept = await picturesOfObject(db, id, record.id)
    const pictures =
      wish.paper === 'card'
        ? await Promise.all(
            kept
              .slice(0, CARD_PICTURES)
              .map((picture, at) => paperPicture(ctx, folder, picture, at === 0 ? fineness.first : SMALL))
          )
        : await oneByOne(kept, (picture) => paperPicture(ctx, folder, picture, fineness.others))
    lacks.pictures += pictures.filter(({ source }) => source === null).length
    const markup =
      wish.paper === 'card'
        ? cardMarkup(record, pictures, frame)
        : dossierMarkup(record, pictures, frame, {
            history: await auditOfRecord(db, id, record.id),
            readFrom: await readFrom(record, ctx),
          })
    yield { title: titleOf(record), markup, objects: 1 }
  }
}

async function* labelPieces(
  wish: Extract<PaperWish, { paper: 'label' }>,
  ctx: Pick<Ctx, 'museum' | 'decode'>,
  lacks: Lacks,
  outlines: boolean
): AsyncGenerator<Piece> {
  const { db, id, folder } = ctx.museum()
  const museum = await museumNamed(db, id)
  const { sheet, show } = wish
  const all = labelsOnSheet(sheet)
  let labels: (Markup | null)[] = Array.from({ length: wish.start - 1 }, () => null)
  let numbers: string[] = []
  const sheetDone = (): Piece => {
    const title = [...new Set([numbers[0] ?? '', numbers.at(-1) ?? ''])].join('—')
    return { title, markup: drawSheet(sheet, wish.shift, labels, outlines), objects: numbers.length }
  }
  for await (const record of records(wish.chosen, ctx)) {
    const number = record.values.number === null ? '' : String(record.values.number)
    const [first] = show.picture ? await picturesOfObject(db, id, record.id) : []
    const picture = first === undefined ? null : counted(await paperPicture(ctx, folder, first, SMALL), lacks)
    const label = drawLabel(
      {
        number,
        name: String(said(record, 'name') ?? ''),
        era: eraOf(record),
        museum: museum.name,
        code: show.qr === 'number' ? number : `MUS1:${museum.code ?? museum.name}:${number}`,
        picture: picture?.source ?? null,
      },
      sheet.label,
      show
    )
    if (label.bars === 'unfit') lacks.bars += 1
    if (label.bars === 'narrow') lacks.narrow += 1
    if (label.cut) lacks.cut += 1
    labels.push(label.drawing)
    numbers.push(number)
    if (labels.length < all) continue
    yield sheetDone()
    labels = []
    numbers = []
  }
  if (numbers.length > 0) yield sheetDone()
}

/** A dossier may hold a hundred pictures: one at a time is made smaller. */
async function oneByOne<T, U>(all: readonly T[], deed: (one: T) => Promise<U>): Promise<U[]> {
  const done: U[] = []
  for (const one of all) done.push(await deed(one))
  return done
}

async function* records(chosen: Chosen, ctx: Pick<Ctx, 'museum' | 'decode'>): AsyncGenerator<ObjectRecord> {
  const { db, id } = ctx.museum()
  for await (const page of chosenInOrder(db, id, chosen, READ)) yield* page
}

function counted(picture: PaperPicture, lacks: Lacks): PaperPicture {
  if (picture.source === null) lacks.pictures += 1
  return picture
}

/** 具体年代 says more than the table's label where it is there. */
function eraOf({ values }: ObjectRecord): string {
  if (values.eraText !== null) return String(values.eraText)
  const code = values.era === null ? '' : String(values.era)
  return (eraByCode(code)?.label ?? code).replace(/[（(].*$/, '')
}

const titleOf = (record: ObjectRecord): string =>
  [record.values.number, said(record, 'name')].filter((one) => one !== null).join(' ')

async function readFrom(record: ObjectRecord, ctx: Pick<Ctx, 'museum' | 'decode'>) {
  if (record.batchId === null) return null
  const { db, id } = ctx.museum()
  const from = await fileOfBatch(db, id, record.batchId)
  return from === null ? null : { file: from.file, day: today(() => Date.parse(from.at)) }
}
