import type { Kysely } from 'kysely'
import type { FieldValues } from '../../../shared/catalogue/record.ts'
import { Fault } from '../../../shared/contract/faults.ts'
import type { Offer } from '../../../shared/numbers/contract.ts'
import {
  fixedStart,
  lacksCategory,
  numberPattern,
  readerOf,
  scopeOf,
  seriesOf,
  stemOf,
  writtenBy,
  type Numbered,
  type NumberPattern,
  type Stem,
} from '../../../shared/numbers/pattern.ts'
import { newVersion } from '../../store/catalogue.ts'
import { allPatterns, everUsed, largestFrom, standingFrom } from '../../store/numbers.ts'
import type { Database } from '../../store/schema.ts'

export async function patternsOf(
  db: Kysely<Database>,
  museumId: string
): Promise<ReadonlyMap<string, NumberPattern>> {
  const rows = await allPatterns(db, museumId)
  return new Map(rows.map(({ series, pattern }) => [series, numberPattern.parse(JSON.parse(pattern))]))
}

/** What a record of these values would be given in one of its fields. `today` is the museum's day. */
export async function offered(
  db: Kysely<Database>,
  museumId: string,
  field: Numbered,
  values: FieldValues,
  today: string
): Promise<Offer> {
  const series = seriesOf(field, values)
  const pattern = (await patternsOf(db, museumId)).get(series)
  if (!pattern) return { number: null, lacks: 'pattern', auto: false }
  const stem = stemOf(pattern, values, today)
  const { auto } = pattern
  if (lacksCategory(pattern, stem)) return { number: null, lacks: 'category', auto }
  return { number: await nextNumber(db, museumId, series, pattern, stem), lacks: null, auto }
}

const CHUNK = 200

/**
 * The first number behind the largest that stands in its scope which no object ever had: numbers are never given twice,
 * also those of corrected records and of undone imports (DESIGN 4). A number that was typed far ahead by mistake and
 * corrected leaves no hole.
 */
async function nextNumber(
  db: Kysely<Database>,
  museumId: string,
  series: string,
  pattern: NumberPattern,
  stem: Stem
): Promise<string> {
  let running = await largestRunning(db, museumId, series, pattern, stem)
  for (;;) {
    const first = running + 1
    const tries = Array.from({ length: CHUNK }, (_, at) => writtenBy(pattern, stem, first + at))
    const used = await everUsed(db, museumId, series, tries)
    const free = tries.find((number) => !used.has(number))
    if (free !== undefined) return free
    running += CHUNK
  }
}

async function largestRunning(
  db: Kysely<Database>,
  museumId: string,
  series: string,
  pattern: NumberPattern,
  stem: Stem
): Promise<number> {
  const read = readerOf(pattern, true)
  const scope = scopeOf(pattern, stem)
  const { text, toRunning } = fixedStart(pattern, stem)
  const runningOf = (number: string): number | null => {
    const found = read(number)
    return found?.scope === scope ? found.running : null
  }
  if (toRunning) {
    const largest = (await largestFrom(db, museumId, series, text)).map(runningOf)
    // each length's last number is enough, unless one of them is something else
    if (largest.every((one) => one !== null)) return Math.max(0, ...largest)
  }
  let most = 0
  for (const number of await standingFrom(db, museumId, series, text))
    most = Math.max(most, runningOf(number) ?? 0)
  return most
}

/**
 * The values with real numbers in place of proposals, inside the transaction that enters them: whoever comes second waits
 * and gets the next. Nothing is reserved, so a form that is given up leaves no gap. Faults: numbers.noPattern,
 * numbers.noCategory.
 */
export async function allocated(
  tx: Kysely<Database>,
  museumId: string,
  given: FieldValues,
  proposed: readonly Numbered[],
  today: string
): Promise<FieldValues> {
  if (proposed.length === 0) return given
  // writing first is what makes the second wait on PostgreSQL too
  await newVersion(tx, museumId)
  let values = given
  for (const field of new Set(proposed)) {
    const { number, lacks } = await offered(tx, museumId, field, values, today)
    if (lacks === 'category') throw new Fault('numbers.noCategory')
    if (number === null) throw new Fault('numbers.noPattern', { series: seriesOf(field, values) })
    values = { ...values, [field]: number }
  }
  return values
}
