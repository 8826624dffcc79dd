import { z } from 'zod'

/** What can be drawn on a picture, for the condition of the object (damage, repairs, sampling). */
export const SHAPES = ['rectangle', 'ellipse', 'line', 'point'] as const
export type MarkShape = (typeof SHAPES)[number]

/** A place on the picture as fractions of its width and height from the upper left: it fits any size of the picture. */
const place = z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)])
export type MarkPlace = z.output<typeof place>
/** A free line is kept with at most so many points. */
export const MOST_POINTS = 500
export const markPoints = z.array(place).min(1).max(MOST_POINTS)

/** Points a shape wants: two corners for rectangle and ellipse, one for a point, two or more for a line. */
export function fitsShape(shape: MarkShape, points: readonly MarkPlace[]): boolean {
  if (shape === 'point') return points.length === 1
  return shape === 'line' ? points.length >= 2 : points.length === 2
}

/** A ten-thousandth of a picture is less than a pixel of most. */
const round = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000

/** Points as they are kept: within the picture, without needless digits and, for a long line, thinned evenly. */
export function tidyPoints(points: readonly (readonly [number, number])[]): MarkPlace[] {
  const step = Math.max(1, Math.ceil(points.length / MOST_POINTS))
  const kept = points.filter((_, at) => at % step === 0 || at === points.length - 1).slice(-MOST_POINTS)
  return kept.map(([x, y]) => [round(x), round(y)])
}

/** All points moved by fractions of the picture, but not out of it. */
export function movedPoints(points: readonly MarkPlace[], x: number, y: number): MarkPlace[] {
  const within = (by: number, all: readonly number[]): number =>
    Math.min(1 - Math.max(...all), Math.max(-Math.min(...all), by))
  const right = within(
    x,
    points.map(([at]) => at)
  )
  const down = within(
    y,
    points.map(([, at]) => at)
  )
  return tidyPoints(points.map(([atX, atY]) => [atX + right, atY + down]))
}

export const mark = z.object({
  id: z.string(),
  pictureId: z.string(),
  shape: z.enum(SHAPES),
  points: markPoints,
  words: z.string().nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
  changedAt: z.string().nullable(),
  changedBy: z.string().nullable(),
})
export type Mark = z.output<typeof mark>
