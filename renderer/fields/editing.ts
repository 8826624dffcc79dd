import { blankDefinition, guessKind } from '../../shared/fields/guess.ts'
import { convertResult, type ConvertResult } from '../../shared/fields/contract.ts'
import type { OwnDefinition, OwnField, OwnKind } from '../../shared/fields/record.ts'
import { longWork } from '../bridge/longWork.ts'
import { museum } from '../bridge/museum.ts'
import { saved } from '../frame/status.ts'
import { shared } from '../kit/store.ts'

/** A field that is being defined: a new one, or one that is there; what is to be done once it stands. */
export interface Editing {
  readonly field: OwnField | null
  readonly wish: OwnDefinition
  readonly after?: (field: OwnField) => void
  /** What another kind would do, once that has been rehearsed. */
  readonly rehearsed: ConvertResult | null
  readonly refused: unknown
  readonly busy: boolean
}

export const editing = shared<Editing | null>(null)
export const converting = longWork(convertResult)

const CLEAR = { rehearsed: null, refused: null, busy: false } as const

/** A new field, as far as a column of a file says what it is. */
export function defineFrom(name: string, samples: readonly string[], after: (field: OwnField) => void): void {
  const wish = { ...blankDefinition, name: name.slice(0, 60), kind: guessKind(samples) }
  editing.set({ field: null, wish, after, ...CLEAR })
}

export const defineNew = (): void => editing.set({ field: null, wish: blankDefinition, ...CLEAR })

export function editField(field: OwnField): void {
  const { id: _id, revision: _revision, retired: _retired, ...wish } = field
  editing.set({ field, wish, ...CLEAR })
}

export function fillIn(change: Partial<OwnDefinition>): void {
  editing.set((now) => now && { ...now, ...CLEAR, wish: { ...now.wish, ...change } })
}

export function closeEditing(): void {
  if (converting.get().state === 'running') converting.cancel()
  converting.clear()
  editing.set(null)
}

/** Without rows that nobody filled in. */
const tidy = (wish: OwnDefinition): OwnDefinition => ({
  ...wish,
  name: wish.name.trim(),
  codes: wish.codes.filter(({ label }) => label.trim() !== ''),
})

/** Saves what is defined; of another kind it first says what that would do. Throws nothing: a refusal is shown. */
export async function saveField(): Promise<void> {
  const now = editing.get()
  if (!now || now.busy) return
  editing.set({ ...now, busy: true, refused: null })
  try {
    const field = await putField(now)
    if (!field) return
    closeEditing()
    saved('own.saved', { field: field.name })
    now.after?.(field)
  } catch (error) {
    editing.set((then) => then && { ...then, busy: false, refused: error })
  }
}

/** The field as it stands then; null where a rehearsal is to be looked at first. */
async function putField({ field, wish, rehearsed }: Editing): Promise<OwnField | null> {
  const definition = tidy(wish)
  if (!field) return (await museum.fields.define(definition)).field
  if (field.kind === definition.kind)
    return (await museum.fields.redefine({ id: field.id, revision: field.revision, definition })).field
  const answer = await convert(field, definition, rehearsed === null)
  if (!answer?.done) {
    editing.set((then) => then && { ...then, busy: false, rehearsed: answer })
    return null
  }
  const { fields } = await museum.fields.list({})
  const stands = fields.find(({ id }) => id === field.id)
  if (!stands) return null
  // what else was said of it comes after its kind
  return (await museum.fields.redefine({ id: stands.id, revision: stands.revision, definition })).field
}

/** Null where it was cancelled or refused, which the work itself tells. */
async function convert(
  { id, revision }: OwnField,
  { kind, codes }: { readonly kind: OwnKind; readonly codes: OwnDefinition['codes'] },
  rehearse: boolean
): Promise<ConvertResult | null> {
  const order = { id, revision, kind, codes, rehearse }
  return converting.start(() => museum.fields.convert(order))
}
