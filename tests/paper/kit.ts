import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Chosen } from '../../shared/changes/contract.ts'
import { paperResult, type PaperResult, type PaperWish } from '../../shared/paper/contract.ts'
import { STOCK, type LabelSheet } from '../../shared/paper/sheet.ts'
import type { TestMuseum } from '../kit/museum.ts'

export const ALL: Chosen = { kind: 'found', find: { text: '', facets: {} }, except: [] }
const made = { maker: '王敏', madeOn: '2026-03-01' }
export const cards = (chosen: Chosen = ALL): PaperWish => ({ paper: 'card', chosen, ...made })
export const dossiers = (chosen: Chosen = ALL): PaperWish => ({ paper: 'dossier', chosen, ...made })

export function stock(id: string): LabelSheet {
  const found = STOCK.find((one) => one.id === id)
  if (!found) throw new Error(id)
  return found.sheet
}

type LabelWish = Extract<PaperWish, { paper: 'label' }>
export const labels = (change: Partial<LabelWish> = {}): LabelWish => ({
  paper: 'label',
  chosen: ALL,
  sheet: stock('a4-3x7'),
  shift: { x: 0, y: 0 },
  start: 1,
  show: { qr: 'number', bars: true, museum: true, name: true, era: true, picture: false },
  ...change,
})

/** Prints into HTML beside the museum: the pages as a browser gets them, and what was told of them. */
export async function printed(
  museum: TestMuseum,
  wish: PaperWish
): Promise<{ html: string; result: PaperResult }> {
  const file = join(museum.folder, '..', 'paper.html')
  const job = await museum.finished(await museum.client.paper.make({ wish, file }))
  if (job.status !== 'finished') throw new Error(job.fault?.code ?? job.status)
  return { html: readFileSync(file, 'utf8'), result: paperResult.parse(job.result) }
}
