import { z } from 'zod'
import { command, query } from '../contract/define.ts'
import { CATALOGUERS, EVERYONE, type Role } from '../contract/roles.ts'
import { MOST_CODES, OWN_KINDS, MOST_FIELDS, ownCode, ownDefinition, ownField, ownId } from './record.ts'

/** Who says which fields a museum has. */
export const DEFINERS: readonly Role[] = ['ledgerKeeper', 'director', 'administrator']

const revision = z.int().min(1)
const kind = z.enum(OWN_KINDS)

/**
 * The answer of `fields.convert`: how many records have a value there, how many would be written otherwise, and those
 * that say what would be no value of the new kind. While there is one of these nothing is changed.
 */
export const convertResult = z.object({
  done: z.boolean(),
  records: z.int(),
  misfits: z.int(),
  /** At most 100 of them. */
  named: z.array(
    z.object({ id: z.string(), number: z.string(), name: z.string().nullable(), text: z.string() })
  ),
})
export type ConvertResult = z.output<typeof convertResult>

export const fields = {
  /** All fields that the museum has added, in their order, those put aside among them. */
  list: query(EVERYONE, z.strictObject({}), z.object({ fields: z.array(ownField), most: z.int() })),
  /** How many records and drafts say something in each field. */
  held: query(
    EVERYONE,
    z.strictObject({}),
    z.object({ held: z.record(z.string(), z.object({ records: z.int(), drafts: z.int() })) })
  ),
  /** A new field, last in the order. Faults: ownField.most, ownField.nameTaken and what else stands in its way. */
  define: command(DEFINERS, ownDefinition, z.object({ field: ownField })),
  /**
   * Another definition of the same kind; `revision` is the one that was shown. Faults besides: ownField.changedMeanwhile,
   * ownField.kind, ownField.codeInUse for a value of the list that records still have.
   */
  redefine: command(
    DEFINERS,
    z.strictObject({ id: ownId, revision, definition: ownDefinition }),
    z.object({ field: ownField })
  ),
  /** Puts a field aside (its values stay) or takes it up again. */
  retire: command(
    DEFINERS,
    z.strictObject({ id: ownId, revision, retired: z.boolean() }),
    z.object({ field: ownField })
  ),
  /** All ids in their new order. Fault: ownField.changedMeanwhile where they are not those that there are. */
  arrange: command(
    DEFINERS,
    z.strictObject({ ids: z.array(ownId).max(MOST_FIELDS) }),
    z.object({ fields: z.array(ownField) })
  ),
  /** For good, and only while nothing says anything in it. Fault: ownField.inUse. */
  remove: command(DEFINERS, z.strictObject({ id: ownId, revision }), z.object({})),
  /** Another kind for the same values, rehearsed or done: a job whose answer is a `convertResult`. */
  convert: command(
    DEFINERS,
    z.strictObject({
      id: ownId,
      revision,
      kind,
      codes: z.array(ownCode).max(MOST_CODES).default([]),
      rehearse: z.boolean(),
    }),
    z.object({ job: z.string() })
  ),
  /** Columns kept beside the records that could become fields: heading and how many records have each. */
  headings: query(
    CATALOGUERS,
    z.strictObject({}),
    z.object({ headings: z.array(z.object({ heading: z.string(), objects: z.int() })) })
  ),
} as const
