import {
  importResult,
  inspection,
  undoResult,
  type ImportResult,
  type Inspection,
  type SheetPlan,
  type Target,
} from '../../shared/imports/contract.ts'
import type { Unit } from '../../shared/imports/units.ts'
import type { ChosenFile } from '../../shared/shell/contract.ts'
import { longWork } from '../bridge/longWork.ts'
import { museum } from '../bridge/museum.ts'
import { shared } from '../kit/store.ts'
import { headingsFor, type SeenHeading } from './headings.ts'

export const STEPS = ['file', 'sheets', 'columns', 'rehearsal', 'done'] as const
export type Step = (typeof STEPS)[number]

/** What the user has decided about one sheet. */
export interface SheetChoice {
  readonly name: string
  readonly included: boolean
  readonly headerRows: readonly number[]
  readonly headings: readonly SeenHeading[]
  readonly targets: Readonly<Record<number, Target>>
  readonly units: Readonly<Record<number, Unit>>
}

export interface Journey {
  readonly step: Step
  readonly file: ChosenFile | null
  readonly seen: Inspection | null
  readonly sheets: readonly SheetChoice[]
  readonly rehearsed: ImportResult | null
  readonly committed: ImportResult | null
  readonly name: string
}

const START: Journey = {
  step: 'file',
  file: null,
  seen: null,
  sheets: [],
  rehearsed: null,
  committed: null,
  name: '',
}

/** The way of one file into the catalogue. It belongs to the window, not to the screen: one may look elsewhere meanwhile. */
export const journey = shared<Journey>(START)
/** Why a dropped file was not taken; null where none was refused. */
export const refusedDrop = shared<unknown>(null)
export const inspecting = longWork(inspection)
export const rehearsing = longWork(importResult)
export const committing = longWork(importResult)
export const undoing = longWork(undoResult)

export function forgetImport(): void {
  for (const work of [inspecting, rehearsing, committing, undoing]) work.clear()
  refusedDrop.set(null)
  journey.set(START)
}

/** Begins anew; a rehearsal that was never entered is forgotten by the museum too. */
export async function startOver(): Promise<void> {
  const { rehearsed, committed } = journey.get()
  forgetImport()
  if (rehearsed && !committed) await museum.imports.forget({ batch: rehearsed.batch })
}

export function walkTo(step: Step): void {
  journey.set((now) => ({ ...now, step }))
}

/** A file was chosen, dropped, or given to the program: it is looked into at once. */
export function givenFile(file: ChosenFile): void {
  if (isBusy()) return
  begin(file)
  void lookInto(file)
}

const isBusy = (): boolean => inspecting.get().state === 'running' || committing.get().state === 'running'

function begin(file: ChosenFile): void {
  forgetImport()
  journey.set({ ...START, file })
}

/**
 * A table was pasted. Where its first row and its columns are known, it is rehearsed at once. False: another file is being
 * taken.
 */
export function givenPaste(file: ChosenFile, columns: readonly Target[] | null): boolean {
  if (isBusy()) return false
  begin(file)
  void lookInto(file).then((seen) => {
    const [sheet] = journey.get().sheets
    if (!seen || !sheet || columns === null) return undefined
    changeHeader(sheet.name, [1])
    changeSheet(sheet.name, { included: true, targets: Object.fromEntries(columns.entries()) })
    return rehearse()
  })
  return true
}

async function lookInto(file: ChosenFile): Promise<boolean> {
  const seen = await inspecting.start(() => museum.imports.inspect({ file: file.token }))
  if (!seen) return false
  const sheets = seen.sheets.map((sheet): SheetChoice => ({
    name: sheet.name,
    included: sheet.chosen,
    headerRows: sheet.headerRows,
    headings: sheet.headings,
    targets: targetsOf(sheet.headings),
    units: {},
  }))
  journey.set((now) => ({ ...now, step: 'sheets', seen, sheets, name: file.name.replace(/\.[^.]+$/, '') }))
  return true
}

const targetsOf = (headings: readonly SeenHeading[]): Record<number, Target> =>
  Object.fromEntries(headings.map(({ column, target }) => [column, target]))

export function changeSheet(name: string, change: Partial<SheetChoice>): void {
  journey.set((now) => ({
    ...now,
    sheets: now.sheets.map((sheet) => (sheet.name === name ? { ...sheet, ...change } : sheet)),
  }))
}

/** The user has pointed out another header: its columns are matched anew. */
export function changeHeader(name: string, headerRows: readonly number[]): void {
  const sheet = journey.get().seen?.sheets.find((one) => one.name === name)
  if (!sheet) return
  const headings = headingsFor(sheet, headerRows)
  changeSheet(name, { headerRows, headings, targets: targetsOf(headings), units: {} })
}

/** The plan as the museum is told it: only the sheets that are wanted. */
export function plansOf(sheets: readonly SheetChoice[]): SheetPlan[] {
  return sheets
    .filter(({ included }) => included)
    .map(({ name, headerRows, targets, units }) => ({
      name,
      headerRows: [...headerRows],
      mapping: Object.fromEntries(Object.entries(targets)),
      units: Object.fromEntries(Object.entries(units)),
    }))
}

export async function rehearse(): Promise<void> {
  const { file, sheets, rehearsed } = journey.get()
  if (!file) return
  walkTo('rehearsal')
  journey.set((now) => ({ ...now, rehearsed: null }))
  if (rehearsed) await museum.imports.forget({ batch: rehearsed.batch }).catch(() => undefined)
  const answer = await rehearsing.start(() =>
    museum.imports.rehearse({ file: file.token, sheets: plansOf(sheets) })
  )
  journey.set((now) => ({ ...now, rehearsed: answer }))
}

export async function commit(): Promise<void> {
  const { rehearsed, name } = journey.get()
  if (!rehearsed) return
  const answer = await committing.start(() =>
    museum.imports.commit({ batch: rehearsed.batch, name: name.trim() })
  )
  if (answer) journey.set((now) => ({ ...now, committed: answer, step: 'done' }))
}
