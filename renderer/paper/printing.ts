import type { Chosen } from '../../shared/changes/contract.ts'
import { paperResult, type PaperWish } from '../../shared/paper/contract.ts'
import type { ChosenFile } from '../../shared/shell/contract.ts'
import { longWork } from '../bridge/longWork.ts'
import { museum } from '../bridge/museum.ts'
import { found, view } from '../catalogue/view.ts'
import { choice, countOf, toldOf } from '../changes/chosen.ts'
import { shared } from '../kit/store.ts'

/** Which objects could be meant: those ticked, the record that lies open, all that is found. */
export const RANGES = ['ticked', 'record', 'found'] as const
export type Range = (typeof RANGES)[number]

export interface Meant {
  readonly chosen: Chosen
  /** Null while it is being counted. */
  readonly count: number | null
}

/** What could be printed when the dialog was opened, the likeliest first. */
export type Printable = Readonly<Partial<Record<Range, Meant>>>

export const printing = shared<Printable | null>(null)
export const making = longWork(paperResult)
/** The file it goes into, as the user chose it; `print` where it is only to be printed. */
export const into = shared<{ readonly file: ChosenFile; readonly print: boolean } | null>(null)

/** Opens the dialog for what is ticked, open or found now. */
export function openPaper(): void {
  if (printing.get()) return
  const { open, find } = view.get()
  const count = found.get()
  const ticked = countOf(choice.get(), count) ?? 0
  if (making.get().state !== 'running') making.clear()
  printing.set({
    ...(ticked > 0 ? { ticked: { chosen: toldOf(choice.get()), count: ticked } } : {}),
    ...(open?.kind === 'record' ? { record: { chosen: { kind: 'these', ids: [open.id] }, count: 1 } } : {}),
    found: { chosen: { kind: 'found', find, except: [] }, count },
  })
}

export function closePaper(): void {
  printing.set(null)
}

/** Another museum: nothing of this one stays. */
export function forgetPaper(): void {
  printing.set(null)
  making.clear()
  into.set(null)
}

/** Writes a PDF where the user wants it. */
export async function savePaper(wish: PaperWish, name: string): Promise<void> {
  const { file } = await museum.shell.choose({ purpose: 'savePdf', suggested: name })
  if (!file) return
  into.set({ file, print: false })
  await making.start(() => museum.paper.make({ wish, file: file.token }))
}

/**
 * Prints by way of the system's PDF viewer: what comes out of the printer is what was looked at there, and any page of it
 * can be printed again.
 */
export async function printPaper(wish: PaperWish, name: string): Promise<void> {
  const { file } = await museum.shell.spool({ name })
  into.set({ file, print: true })
  const made = await making.start(() => museum.paper.make({ wish, file: file.token }))
  if (made) await museum.shell.openPdf({ token: file.token })
}
