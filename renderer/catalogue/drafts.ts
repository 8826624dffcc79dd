import type { FieldValues, UnreadTexts } from '../../shared/catalogue/record.ts'
import { asking } from '../bridge/asking.ts'
import { museum } from '../bridge/museum.ts'
import { beforeLeaving } from '../frame/place.ts'
import { failed } from '../frame/status.ts'

export interface DraftWish {
  readonly id: string
  readonly recordId: string | null
  readonly revision: number | null
  readonly values: FieldValues
  readonly unread: UnreadTexts
}

const AFTER_TYPING_MS = 400
const waiting = new Map<string, { readonly timer: ReturnType<typeof setTimeout>; readonly wish: DraftWish }>()
/** Drafts that this window has kept: coming back to such a record goes on where one was. */
const mine = new Set<string>()

/** The draft of a record goes by the record's id, that of an object not yet entered by its future one. */
export function draftIdOf(kind: 'record' | 'new', id: string): string {
  return kind === 'record' ? id : `new:${id}`
}

export function isMine(id: string): boolean {
  return mine.has(id)
}

/** Keeps what is typed when the typing pauses. */
export function keepSoon(wish: DraftWish): void {
  forgetWaiting(wish.id)
  waiting.set(wish.id, { wish, timer: setTimeout(() => void keepNow(wish.id), AFTER_TYPING_MS) })
}

/** Keeps it at once: the field is left, the record is left, the window closes. */
export async function keepNow(id: string): Promise<void> {
  const held = waiting.get(id)
  if (!held) return
  forgetWaiting(id)
  mine.add(id)
  try {
    await museum.catalogue.keepDraft(held.wish)
    await asking.invalidateQueries({ queryKey: ['catalogue', 'drafts'] })
  } catch (error) {
    failed(error)
  }
}

/** Nothing is left to keep. */
export function forgetWaiting(id: string): void {
  clearTimeout(waiting.get(id)?.timer)
  waiting.delete(id)
}

export async function dropDraft(id: string): Promise<void> {
  forgetWaiting(id)
  mine.delete(id)
  await museum.catalogue.dropDraft({ id })
  await asking.invalidateQueries({ queryKey: ['catalogue', 'drafts'] })
}

beforeLeaving(async () => {
  await Promise.all([...waiting.keys()].map((id) => keepNow(id)))
})
