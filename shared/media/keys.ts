import { z } from 'zod'

/**
 * What hangs on an object besides its values, and those of its parts that can be changed, by their columns. Each change is
 * in the object's history under a key: `picture.<id>` the whole came or went, `picture.<id>.view` a part of it.
 */
export const PARTS = {
  picture: z.object({
    view: z.string(),
    caption: z.string().nullable(),
    position: z.number(),
    photographer: z.string().nullable(),
    scale_card: z.number().nullable(),
  }),
  mark: z.object({ shape: z.string(), points: z.string(), words: z.string().nullable() }),
  attachment: z.object({
    kind: z.string(),
    title: z.string().nullable(),
    day: z.string().nullable(),
  }),
} as const
export type Thing = keyof typeof PARTS
export type PartsOf<T extends Thing> = z.output<(typeof PARTS)[T]>

const THINGS = Object.keys(PARTS) as Thing[]

export function thingKey<T extends Thing>(thing: T, id: string, part?: string & keyof PartsOf<T>): string {
  return part === undefined ? `${thing}.${id}` : `${thing}.${id}.${part}`
}

/** The thing, and the part of it, that a change is of; null for changes of anything else. */
export function readThingKey(key: string): { thing: Thing; id: string; part: string | null } | null {
  const [first, id = '', named] = key.split('.')
  const thing = THINGS.find((one) => one === first)
  if (thing === undefined || id === '') return null
  return { thing, id, part: named !== undefined && named in PARTS[thing].shape ? named : null }
}
