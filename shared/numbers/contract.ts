import { z } from 'zod'
import { fieldValues } from '../catalogue/record.ts'
import { command, query } from '../contract/define.ts'
import { CATALOGUERS, EVERYONE, type Role } from '../contract/roles.ts'
import type { NUMBERED } from './pattern.ts'
import { numberPattern } from './pattern.ts'

/** Those who say how numbers are made. */
const NUMBERERS: readonly Role[] = ['ledgerKeeper', 'administrator', 'director']

const offer = z.object({
  /** The next free number; null with what is lacking for it. */
  number: z.string().nullable(),
  lacks: z.enum(['pattern', 'category']).nullable(),
  /** The museum wants it filled in by itself. */
  auto: z.boolean(),
})
export type Offer = z.output<typeof offer>

const mention = z.object({ id: z.string(), number: z.string(), name: z.string().nullable() })
export type Mention = z.output<typeof mention>
const listed = <S extends z.ZodType>(one: S) => z.object({ total: z.int(), found: z.array(one) })

/** The answer of the `numbers.report` job; each list says how much there is and names the first of it. */
export const numbersReport = z.object({
  objects: z.int(),
  series: z.array(
    z.object({
      series: z.string(),
      standing: z.int(),
      /** Whether there is a pattern to hold them against. */
      hasPattern: z.boolean(),
    })
  ),
  /** One number on several objects. */
  doubled: listed(z.object({ series: z.string(), number: z.string(), objects: z.array(mention) })),
  /** Different as written, the same once width, case, dashes and leading zeros are folded. */
  near: listed(z.object({ series: z.string(), objects: z.array(mention) })),
  /** Not as the pattern says. */
  misfits: listed(z.object({ series: z.string(), number: z.string(), object: mention })),
  /** Numbers that nobody bears between 1 and the last; `total` counts numbers. */
  gaps: listed(
    z.object({
      series: z.string(),
      scope: z.string(),
      from: z.int(),
      to: z.int(),
      /** How many of them an object once had. */
      used: z.int(),
      /** The object behind the gap. */
      behind: mention,
    })
  ),
  /** Numbers that an object bears and another has borne. */
  reused: listed(z.object({ series: z.string(), number: z.string(), objects: z.array(mention) })),
})
export type NumbersReport = z.output<typeof numbersReport>

export const numbers = {
  patterns: query(
    EVERYONE,
    z.strictObject({}),
    z.object({ patterns: z.array(z.object({ series: z.string(), pattern: numberPattern })) })
  ),
  /** How numbers of a series are made from now on; null for no rule. Numbers that stand stay as they are. */
  keepPattern: command(
    NUMBERERS,
    z.strictObject({ series: z.string().min(1).max(100), pattern: numberPattern.nullable() }),
    z.object({})
  ),
  /** What a record of these values would be given next: a proposal, which the saving decides. */
  next: query(
    EVERYONE,
    z.strictObject({ values: fieldValues }),
    z.object({ number: offer, classNumber: offer } satisfies Record<(typeof NUMBERED)[number], z.ZodType>)
  ),
  /** Has another record ever borne this number? */
  usage: query(
    EVERYONE,
    z.strictObject({
      series: z.string().max(100),
      number: z.string().max(2000),
      recordId: z.string().max(80).nullable(),
    }),
    z.object({ standing: mention.nullable(), past: z.boolean() })
  ),
  /** Clashes, gaps, misfits: a job that answers a `numbersReport`. */
  report: command(CATALOGUERS, z.strictObject({}), z.object({ job: z.string() })),
} as const
