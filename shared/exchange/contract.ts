import { z } from 'zod'
import { find } from '../catalogue/record.ts'
import { command } from '../contract/define.ts'
import { ADMINISTRATORS, EVERYONE } from '../contract/roles.ts'

/**
 * What others read: a table, everything as JSON, LIDO 1.1 for other museums' programs, the parts and the relations as
 * tables, and what the fields mean.
 */
export const EXCHANGES = ['csv', 'json', 'lido', 'parts', 'relations', 'guide'] as const
export type Exchange = (typeof EXCHANGES)[number]

/** The answer of the `exchange.make` job. `rows` are the lines: objects, parts, relations, fields of the guide; `file` is the name alone. */
export const exchangeResult = z.object({
  exchange: z.enum(EXCHANGES),
  rows: z.int(),
  ms: z.number(),
  file: z.string(),
})
export type ExchangeResult = z.output<typeof exchangeResult>

export const exchange = {
  /** Writes the collection, or what `find` finds of it, into a file chosen by the user: a job with an `exchangeResult`. */
  make: command(
    EVERYONE,
    z.strictObject({ exchange: z.enum(EXCHANGES), file: z.string().max(200), find: find.optional() }),
    z.object({ job: z.string() })
  ),
  /**
   * Writes all that the museum holds into a new folder inside the one chosen by the user, for strangers and for
   * `workspace.bring`: a job with a `wholeResult`.
   */
  makeWhole: command(
    ADMINISTRATORS,
    z.strictObject({ folder: z.string().max(200) }),
    z.object({ job: z.string() })
  ),
} as const
