/**
 * Cursors of pages already seen, so that a jump into the middle of a long list begins at the nearest known row instead
 * of the first: row number → cursor that continues there.
 */
export interface Cursors {
  /** The nearest place at or before `row`: its cursor (null for the beginning) and how many rows to leave out. */
  nearest(row: number): { readonly after: string | null; readonly skip: number }
  /** A page ended before `row`; its last cursor continues there. */
  note(row: number, cursor: string): void
}

export function cursors(): Cursors {
  const known = new Map<number, string>()
  return {
    nearest(row) {
      let best = 0
      for (const at of known.keys()) if (at <= row && at > best) best = at
      return { after: known.get(best) ?? null, skip: row - best }
    },
    note: (row, cursor) => void known.set(row, cursor),
  }
}
