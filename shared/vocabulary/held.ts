import { NO_ADDITIONS, type Additions } from './additions.ts'

/**
 * The one museum that is open in this process, thread or window has its own additions to the national tables. They are
 * held here, so that a hundred thousand rows can be read without handing tables about; whoever opens a museum, or changes
 * its additions, holds them anew.
 */
let held: Additions = NO_ADDITIONS
let edition = 0

/** From now on the tables are the national ones with these additions. */
export function holdAdditions(additions: Additions): void {
  const isStillNone = [held, additions].every(({ values, words }) => values.length + words.length === 0)
  held = additions
  if (!isStillNone) edition += 1
}

export const heldAdditions = (): Additions => held

/** Goes up whenever the tables change. */
export const tablesEdition = (): number => edition

/** What is made of the tables: once, and again when they have changed. */
export function underTables<T>(make: () => T): () => T {
  let madeFor = -1
  let made: T
  return () => {
    if (madeFor !== edition) {
      made = make()
      madeFor = edition
    }
    return made
  }
}
