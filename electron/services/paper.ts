import type { Handlers } from '../../shared/contract/define.ts'
import { Fault } from '../../shared/contract/faults.ts'
import type { MuseumContract } from '../../shared/contract/index.ts'
import type { PaperWish } from '../../shared/paper/contract.ts'
import { labelsOnSheet, sheetTrouble, type SheetTrouble } from '../../shared/paper/sheet.ts'
import { countChosen } from '../store/changes.ts'
import type { Ctx } from './context.ts'
import { shownPiece } from './paper/form.ts'
import type { PaperOrder } from './paper/make.ts'
import { noLacks, pieces, SHOWN } from './paper/pieces.ts'

const TROUBLES = {
  wide: 'paper.sheetWide',
  high: 'paper.sheetHigh',
  overlap: 'paper.sheetOverlap',
} as const satisfies Readonly<Record<SheetTrouble, string>>

/** Labels that would lie beside their paper are refused before anything is printed. */
function judged(wish: PaperWish): PaperWish {
  if (wish.paper !== 'label' && wish.paper !== 'calibration') return wish
  const trouble = sheetTrouble(wish.sheet)
  if (trouble !== null) throw new Fault(TROUBLES[trouble])
  const most = labelsOnSheet(wish.sheet)
  if (wish.paper === 'label' && wish.start > most) throw new Fault('paper.start', { most })
  return wish
}

export const paper = {
  async make({ wish, file }, ctx) {
    // all is asked for now, so that a stale token or a closed museum is told at once
    const path = ctx.files.path(file, 'savePdf')
    ctx.museum()
    const order: PaperOrder = { wish: judged(wish), path }
    return { job: await ctx.jobs.start('paper.make', order) }
  },

  async preview({ wish }, ctx) {
    const { db, id } = ctx.museum()
    const lacks = noLacks()
    const objects = wish.paper === 'calibration' ? 0 : await countChosen(db, id, wish.chosen)
    for await (const piece of pieces(judged(wish), ctx, lacks, { fineness: SHOWN, outlines: true }))
      return { ...shownPiece(wish, piece), objects, lacks }
    throw new Fault('paper.nothing')
  },
} satisfies Handlers<MuseumContract, Ctx>['paper']
