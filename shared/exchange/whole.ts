import { z } from 'zod'

/** The name of the file that says what a folder with a whole museum holds. */
export const WHOLE_FILE = 'museum.json'

const part = z.object({ files: z.int(), bytes: z.int() })

/**
 * `museum.json` of a whole museum written for others: which tables there are (`tables/<name>.jsonl`, one JSON object a
 * line, column → text, number or null), with the hash of each file, and how many pictures and original files lie beside.
 */
export const wholeMuseum = z.object({
  format: z.literal('guancang-museum'),
  version: z.literal(1),
  madeAt: z.string().max(40),
  museum: z.object({ id: z.string().max(80), name: z.string().max(400) }),
  /** The changes of the store's shape that it has been through: what the columns are. */
  migrations: z.array(z.string().max(100)).max(1000),
  tables: z
    .array(
      z.object({
        name: z.string().regex(/^[a-z_]{1,60}$/),
        rows: z.int().min(0),
        columns: z.array(z.string().regex(/^[a-z0-9_]{1,60}$/)).max(500),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      })
    )
    .max(200),
  media: part,
  originals: part,
})
export type WholeMuseum = z.output<typeof wholeMuseum>

/** The answer of the `exchange.makeWhole` job. `missing` are files that should be there and are not, or are altered. */
export const wholeResult = z.object({
  folder: z.string(),
  objects: z.int(),
  tables: z.int(),
  files: z.int(),
  missing: z.array(z.string()),
  ms: z.number(),
})
export type WholeResult = z.output<typeof wholeResult>
