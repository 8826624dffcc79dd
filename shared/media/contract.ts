import { z } from 'zod'
import { query } from '../contract/define.ts'
import { EVERYONE } from '../contract/roles.ts'

/** A picture of an object. The window shows it as `app://media/<sha256>`; no path ever leaves the host. */
export const picture = z.object({
  id: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  view: z.string(),
  caption: z.string().nullable(),
  position: z.int(),
})
export type Picture = z.output<typeof picture>

export const media = {
  ofObject: query(EVERYONE, z.strictObject({ objectId: z.uuid() }), z.object({ pictures: z.array(picture) })),
} as const
