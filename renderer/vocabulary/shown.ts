import type { TableName } from '../../shared/vocabulary/names.ts'
import { shared } from '../kit/store.ts'

/** What the room shows; it stays while one looks into another room. */
export interface Shown {
  readonly table: TableName
  /** A value of the table by its code, or one that stands in records and not in the table. */
  readonly at: string | { readonly stray: string } | null
  readonly text: string
}

const START: Shown = { table: 'era', at: null, text: '' }
export const shown = shared<Shown>(START)

/** A value of the museum's own is being added. */
export const adding = shared(false)
export const startAdding = (): void => adding.set(true)
export const endAdding = (): void => adding.set(false)

export function forgetShown(): void {
  shown.set(START)
  endAdding()
}
export function showTable(table: TableName): void {
  shown.set({ table, at: null, text: '' })
  endAdding()
}
export function showValue(at: Shown['at']): void {
  shown.set((now) => ({ ...now, at }))
  endAdding()
}
export const searchTable = (text: string): void => shown.set((now) => ({ ...now, text }))
