import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

/** The office laptop's screen; below the smallest size lists and forms no longer fit beside each other. */
export const USUAL_SIZE = { width: 1366, height: 768 } as const
export const SMALLEST_SIZE = { width: 1024, height: 640 } as const

const place = z.object({
  /** Both or neither: without them the system chooses. */
  corner: z.object({ x: z.int(), y: z.int() }).nullable(),
  width: z.int(),
  height: z.int(),
  maximized: z.boolean().default(false),
})
export type Place = z.output<typeof place>

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where the window was when it was last closed, as written by `keepPlace`; the usual size where nothing fits. */
export function lastPlace(file: string, screens: readonly Area[]): Place {
  try {
    return fitted(place.parse(JSON.parse(readFileSync(file, 'utf8'))), screens)
  } catch {
    return { ...USUAL_SIZE, corner: null, maximized: false }
  }
}

export function keepPlace(file: string, kept: Place): void {
  writeFileSync(file, JSON.stringify(kept))
}

/** Not smaller than usable; a corner that no screen shows any more (a projector taken away) is forgotten. */
export function fitted(kept: Place, screens: readonly Area[]): Place {
  const { corner } = kept
  const seen =
    corner !== null &&
    screens.some(
      ({ x, y, width, height }) =>
        corner.x >= x && corner.y >= y && corner.x < x + width - 100 && corner.y < y + height - 100
    )
  return {
    corner: seen ? corner : null,
    width: Math.max(kept.width, SMALLEST_SIZE.width),
    height: Math.max(kept.height, SMALLEST_SIZE.height),
    maximized: kept.maximized,
  }
}
