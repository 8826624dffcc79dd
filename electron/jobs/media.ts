import { z } from 'zod'
import { chosen } from '../../shared/changes/contract.ts'
import { takePhotos } from '../services/media/photos.ts'
import { renewPictures } from '../services/media/renew.ts'
import { saveAttachment as saveCopy, saveOut as saveAll } from '../services/media/saveOut.ts'
import { takeFiles } from '../services/media/take.ts'
import type { JobFn } from './jobFn.ts'

const files = z.array(z.strictObject({ path: z.string(), name: z.string() }))
const takeOrder = z.strictObject({
  objectId: z.string(),
  files,
  as: z.enum(['pictures', 'attachments', 'byBytes']),
  replaces: z.string().optional(),
  smallReason: z.string().optional(),
  kind: z.string().optional(),
})
const photosOrder = z.strictObject({
  from: z.union([z.strictObject({ folder: z.string() }), z.strictObject({ files })]),
  rehearse: z.boolean(),
  smallReason: z.string().optional(),
})
const copyOrder = z.strictObject({ id: z.string(), to: z.string() })
const outOrder = z.strictObject({ chosen, folder: z.string() })

/** Its answer is a `takeResult`. */
export const take: JobFn = (input, ctx) => takeFiles(takeOrder.parse(input), ctx)

/** Its answer is a `photosResult`. */
export const photos: JobFn = (input, ctx) => takePhotos(photosOrder.parse(input), ctx)

/** Its answer is a `savedOut`. */
export const saveOut: JobFn = (input, ctx) => saveAll(outOrder.parse(input), ctx)

/** Its answer is a `savedCopy`. */
export const saveAttachment: JobFn = (input, ctx) => saveCopy(copyOrder.parse(input), ctx)

/** Its answer is a `renewResult`. */
export const renew: JobFn = (_input, ctx) => renewPictures(ctx)
