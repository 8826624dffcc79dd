import { changeResult, type ChangeResult, type Chosen } from '../../shared/changes/contract.ts'
import type { Promotion, Replacement, Wish } from '../../shared/changes/wish.ts'
import type { FieldKey, FieldValue, Gathered } from '../../shared/catalogue/record.ts'
import { asking } from '../bridge/asking.ts'
import { longWork } from '../bridge/longWork.ts'
import { museum } from '../bridge/museum.ts'
import { edited } from '../catalogue/undo.ts'
import { found } from '../catalogue/view.ts'
import { failed } from '../frame/status.ts'
import { shared } from '../kit/store.ts'
import { choice, chooseNone, countOf, toldOf } from './chosen.ts'

export const DEEDS = ['set', 'empty', 'replace'] as const
export type Deed = (typeof DEEDS)[number]

/** One field of the change, as it is being filled in. */
export interface FieldWish {
  readonly field: FieldKey | null
  readonly deed: Deed
  readonly value: FieldValue
  /** Typed and no value yet. */
  readonly unread: string | undefined
  readonly replace: Omit<Replacement, 'field'>
}

/** A bulk change on its way: which records, what of them, what the rehearsal told, what was done. */
export interface Changing {
  readonly chosen: Chosen
  readonly count: number
  readonly fields: readonly FieldWish[]
  /** Instead of fields: a column beside the records that becomes one. */
  readonly promote?: Promotion
  readonly rehearsed: ChangeResult | null
  readonly name: string
  readonly done: ChangeResult | null
  /** Where the records follow a change of a code table: what is done, in words. There are no fields to go back to. */
  readonly ofTable?: string
}

export const noWish: FieldWish = {
  field: null,
  deed: 'set',
  value: null,
  unread: undefined,
  replace: { find: '', by: '', folded: true, whole: false },
}

export const changing = shared<Changing | null>(null)
export const rehearsing = longWork(changeResult)
export const committing = longWork(changeResult)

export function openChange(): void {
  if (changing.get()) return
  const now = choice.get()
  const count = countOf(now, found.get()) ?? 0
  if (count === 0) return
  rehearsing.clear()
  committing.clear()
  const chosen = toldOf(now)
  changing.set({ chosen, count, fields: [noWish], rehearsed: null, name: '', done: null })
}

const promoting = (promotion: Promotion): Wish => ({ set: {}, replace: [], promote: [promotion] })

/** A column kept beside the records becomes the value of a field, in all records that have it. */
export function openPromotion(promotion: Promotion, objects: number): void {
  if (changing.get()) return
  rehearsing.clear()
  committing.clear()
  const chosen = { kind: 'found', find: { text: '', facets: {} }, except: [] } as const satisfies Chosen
  changing.set({
    chosen: { ...chosen, except: [] },
    count: objects,
    fields: [],
    promote: promotion,
    rehearsed: null,
    name: '',
    done: null,
  })
}

export function changeFields(fields: readonly FieldWish[]): void {
  changing.set((now) => now && { ...now, fields })
}

/** Is it said of that field what is to become of it? */
export function isSaid({ field, deed, value, unread, replace }: FieldWish): boolean {
  if (field === null) return false
  if (deed === 'set') return value !== null && unread === undefined
  return deed === 'empty' || replace.find !== ''
}

function wishOf(fields: readonly FieldWish[]): Wish {
  const set: Gathered = {}
  const replace: Replacement[] = []
  for (const { field, deed, value, replace: texts } of fields) {
    if (field === null) continue
    if (deed === 'replace') replace.push({ field, ...texts })
    else set[field] = deed === 'empty' ? null : value
  }
  return { set, replace, promote: [] }
}

/** `nameOf` says how the batch is called where nobody names it. */
export async function rehearse(nameOf: (fields: readonly FieldKey[]) => string): Promise<void> {
  const now = changing.get()
  if (!now) return
  const { set, replace, promote } = now.promote ? promoting(now.promote) : wishOf(now.fields)
  const answer = await rehearsing.start(() =>
    museum.changes.rehearse({
      chosen: now.chosen,
      wish: { set, replace: [...replace], promote: [...promote] },
    })
  )
  if (!answer) return
  // closed meanwhile: nobody will come back to it
  if (!changing.get()) return forget(answer.batch)
  const name = nameOf(now.promote ? [now.promote.field] : now.fields.flatMap(({ field }) => field ?? []))
  changing.set((then) => then && { ...then, rehearsed: answer, name })
}

/**
 * A change of a code table that records follow: shown like any bulk change, and done as one batch under that name. It may
 * be done where no record has the value.
 */
export async function rehearseTable(name: string, begin: () => Promise<{ job: string }>): Promise<void> {
  if (changing.get()) return
  rehearsing.clear()
  committing.clear()
  const chosen = { kind: 'found', find: { text: '', facets: {} }, except: [] } as const
  const start = { chosen: { ...chosen, except: [] }, count: 0, fields: [], rehearsed: null, name, done: null }
  changing.set({ ...start, ofTable: name })
  const answer = await rehearsing.start(begin)
  if (!answer) return
  if (!changing.get()) return forget(answer.batch)
  changing.set((then) => then && { ...then, rehearsed: answer, count: answer.chosen })
}

const forget = (batch: string): void => void museum.imports.forget({ batch }).catch(failed)

/** Back to the fields; what was rehearsed is forgotten. */
export function backToFields(): void {
  const now = changing.get()
  if (!now?.rehearsed) return
  if (now.ofTable !== undefined) return closeChange()
  forget(now.rehearsed.batch)
  rehearsing.clear()
  committing.clear()
  changing.set({ ...now, rehearsed: null })
}

export async function commit(): Promise<void> {
  const now = changing.get()
  if (!now?.rehearsed) return
  const { batch } = now.rehearsed
  const name = now.name.trim()
  const answer = await committing.start(() => museum.changes.commit({ batch, name }))
  if (!answer) return
  edited({ entryId: '', batch, recordId: '', name })
  changing.set((then) => then && { ...then, done: answer })
  await asking.invalidateQueries({ queryKey: ['imports'] })
}

export function closeChange(): void {
  if (committing.get().state === 'running') return
  rehearsing.cancel()
  const now = changing.get()
  if (now?.rehearsed && !now.done) forget(now.rehearsed.batch)
  if (now?.done && now.ofTable === undefined) chooseNone()
  changing.set(null)
}
