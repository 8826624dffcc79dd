/** Chinese museums are on one clock; instants are stored in UTC. */
const MUSEUM_ZONE_MINUTES = 8 * 60

function shifted(instant: string): string {
  const at = Date.parse(instant)
  return Number.isNaN(at) ? instant : new Date(at + MUSEUM_ZONE_MINUTES * 60_000).toISOString()
}

/** `2026-03-01T08:00:00.000Z` → `2026-03-01 16:00`, the museum's clock. */
export function shownInstant(instant: string): string {
  return shifted(instant).slice(0, 16).replace('T', ' ')
}

/** Today in the museum's zone, `2026-03-01`. */
export function museumToday(): string {
  return shifted(new Date().toISOString()).slice(0, 10)
}

/** 12431 → `12,431`; the same in both languages. */
export function shownCount(count: number): string {
  return count.toLocaleString('en-US')
}

/** Milliseconds as seconds with one decimal, at least a tenth: `3.4`. */
export function shownSeconds(ms: number): string {
  return Math.max(0.1, ms / 1000).toFixed(1)
}

/** Bytes as `12 KB`, `3.4 MB`. */
export function shownSize(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
