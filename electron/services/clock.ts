/** China has had one zone and no summer time since 1992: days are counted in UTC+8 wherever the machine stands. */
const ZONE_MS = 8 * 3_600_000

/** Now as an instant, `2026-03-01T08:00:00.000Z`. */
export const now = (clock: () => number = Date.now): string => new Date(clock()).toISOString()

/** Today in the museum's zone, `2026-03-01`. */
export const today = (clock: () => number = Date.now): string =>
  new Date(clock() + ZONE_MS).toISOString().slice(0, 10)

/** The instant at which a day of the museum begins; `daysOn` days later. */
export const startOfDay = (day: string, daysOn = 0): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) - ZONE_MS + daysOn * 86_400_000).toISOString()
