import { z } from 'zod'
import { takePhotos } from '../services/media/photos.ts'
import { renewPictures } from '../services/media/renew.ts'
import { takePictures } from '../services/media/take.ts'
import type { JobFn } from './jobFn.ts'

const given = z.strictObject({ path: z.string(), name: z.string() })
const takeOrder = z.strictObject({
  objectId: z.string(),
  files: z.array(given),
  replaces: z.string().optional(),
})
const photosOrder = z.strictObject({ folder: z.string(), rehearse: z.boolean() })

/** Its answer is a `takeResult`. */
export const take: JobFn = (input, ctx) => takePictures(takeOrder.parse(input), ctx)

/** Its answer is a `photosResult`. */
export const photos: JobFn = (input, ctx) => takePhotos(photosOrder.parse(input), ctx)

/** Its answer is a `renewResult`. */
export const renew: JobFn = (_input, ctx) => renewPictures(ctx)
