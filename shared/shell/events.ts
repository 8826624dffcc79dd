import { z } from 'zod'
import { job } from '../workspace/contract.ts'

/** What the host and main tell the window without being asked. */
export const museumEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('job'), job }),
  /** Records changed: rooms whose lists should be read again. */
  z.object({ kind: z.literal('changed'), rooms: z.array(z.string()) }),
  /** How far the making of a museum is: of the sample, or of one that is brought back. */
  z.object({ kind: z.literal('making'), done: z.number(), total: z.number().nullable() }),
  z.object({ kind: z.literal('host'), state: z.enum(['started', 'restarted', 'gone']) }),
  /** A file given to a second start of the program. */
  z.object({ kind: z.literal('file'), token: z.string(), name: z.string() }),
])
export type MuseumEvent = z.output<typeof museumEvent>

/** All that the page gets: `window.museum`. */
export interface MuseumBridge {
  call(channel: string, input: unknown): Promise<unknown>
  /** Calls `listener` with every event; the answer stops it. */
  watch(listener: (event: unknown) => void): () => void
  /** A file dropped on the window becomes a token for reading it as a table or as a picture, as its kind says. */
  dropped(file: File): Promise<unknown>
}
