import { asking } from '../bridge/asking.ts'
import { beforeLeaving } from './place.ts'
import { failed } from './status.ts'

interface Wish {
  readonly id: string
}

/** Where drafts of one room are kept, and the first words of the queries that list them. */
interface Keeper<W extends Wish> {
  readonly keep: (wish: W) => Promise<unknown>
  readonly drop: (id: string) => Promise<unknown>
  readonly listed: readonly string[]
}

const AFTER_TYPING_MS = 400

/** Keeps what is typed in a room, so that neither a power cut nor walking away takes it. */
export function drafting<W extends Wish>({ keep, drop, listed }: Keeper<W>) {
  const waiting = new Map<string, { readonly timer: ReturnType<typeof setTimeout>; readonly wish: W }>()
  /** Drafts that this window has kept: coming back to such a record goes on where one was. */
  const mine = new Set<string>()

  /** Nothing is left to keep. */
  function forgetWaiting(id: string): void {
    clearTimeout(waiting.get(id)?.timer)
    waiting.delete(id)
  }

  /** Keeps it at once: the field is left, the record is left, the window closes. */
  async function keepNow(id: string): Promise<void> {
    const held = waiting.get(id)
    if (!held) return
    forgetWaiting(id)
    mine.add(id)
    try {
      await keep(held.wish)
      await asking.invalidateQueries({ queryKey: listed })
    } catch (error) {
      failed(error)
    }
  }

  beforeLeaving(async () => {
    await Promise.all([...waiting.keys()].map((id) => keepNow(id)))
  })

  return {
    forgetWaiting,
    keepNow,
    isMine: (id: string): boolean => mine.has(id),
    /** Keeps what is typed when the typing pauses. */
    keepSoon: (wish: W): void => {
      forgetWaiting(wish.id)
      waiting.set(wish.id, { wish, timer: setTimeout(() => void keepNow(wish.id), AFTER_TYPING_MS) })
    },
    dropDraft: async (id: string): Promise<void> => {
      forgetWaiting(id)
      mine.delete(id)
      await drop(id)
      await asking.invalidateQueries({ queryKey: listed })
    },
  }
}
