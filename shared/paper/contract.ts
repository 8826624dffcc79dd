import { z } from 'zod'
import { chosen } from '../changes/contract.ts'
import { command, query } from '../contract/define.ts'
import { EVERYONE } from '../contract/roles.ts'
import { labelSheet, shift } from './sheet.ts'

/** Who fills the card in, and when: printed at its foot. */
const maker = { maker: z.string().trim().max(60), madeOn: z.iso.date() }

/** What the QR code says: the number as it is, so that a scanner types it; or `MUS1:<code of the museum>:<number>`. */
export const QR_TEXTS = ['number', 'museum'] as const

/** What of an object stands on its label, besides its number. */
export const labelShow = z.strictObject({
  qr: z.enum(QR_TEXTS),
  /** Code 128 of the number. */
  bars: z.boolean(),
  museum: z.boolean(),
  name: z.boolean(),
  era: z.boolean(),
  picture: z.boolean(),
})
export type LabelShow = z.output<typeof labelShow>

/** R18 (china-standards 5): 编目卡, 藏品档案; and labels, and the sheet by which a printer is set right for them. */
export const paperWish = z.discriminatedUnion('paper', [
  z.strictObject({ paper: z.literal('card'), chosen, ...maker }),
  z.strictObject({ paper: z.literal('dossier'), chosen, ...maker }),
  z.strictObject({
    paper: z.literal('label'),
    chosen,
    sheet: labelSheet,
    shift,
    /** The first label to print on, from 1: those before it have been used. */
    start: z.int().min(1).max(1200),
    show: labelShow,
  }),
  z.strictObject({ paper: z.literal('calibration'), sheet: labelSheet, shift }),
])
export type PaperWish = z.output<typeof paperWish>
export const PAPERS = ['card', 'dossier', 'label', 'calibration'] as const
export type Paper = (typeof PAPERS)[number]

/** What could not be printed as wished. */
const lacks = z.object({
  /** Pictures whose file is not there, or cannot be read: an empty frame says so. */
  pictures: z.int(),
  /** Numbers that Code 128 cannot hold (Chinese characters): QR only. */
  bars: z.int(),
  /** Numbers whose bars would be too narrow to be read on this label: QR only. */
  narrow: z.int(),
  /** Texts cut on a label for want of room. */
  cut: z.int(),
})
export type PaperLacks = z.output<typeof lacks>

/** The answer of the `paper.make` job. `file` is the name alone, not the path. */
export const paperResult = z.object({
  paper: z.enum(PAPERS),
  objects: z.int(),
  /** Null for a file of HTML: a browser breaks it into pages. */
  pages: z.int().nullable(),
  bytes: z.int(),
  ms: z.number(),
  file: z.string(),
  lacks,
})
export type PaperResult = z.output<typeof paperResult>

export const paper = {
  /** Prints into a PDF chosen by the user (a token for `savePdf`): starts a job whose answer is a `paperResult`. */
  make: command(
    EVERYONE,
    z.strictObject({ wish: paperWish, file: z.string().max(200) }),
    z.object({ job: z.string() })
  ),
  /** The first object's card or dossier, or the first sheet of labels, as a drawing: what the paper will look like. */
  preview: query(
    EVERYONE,
    z.strictObject({ wish: paperWish }),
    z.object({
      svg: z.string(),
      /** In millimetres. */
      width: z.number(),
      height: z.number(),
      objects: z.int(),
      lacks,
    })
  ),
} as const
