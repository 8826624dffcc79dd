import { z } from 'zod'
import { finding, objectRecord } from '../catalogue/record.ts'
import { command, query } from '../contract/define.ts'
import { CATALOGUERS, EVERYONE } from '../contract/roles.ts'
import { RELATION_KINDS } from './kinds.ts'
import { MOST_PARTS, part } from './parts.ts'

const side = z.enum(['from', 'to'])
const note = z.string().max(500).nullable()

/** A relation as it is seen from one object: `side` is the end at which the other object stands. */
export const seenRelation = z.object({
  id: z.string(),
  kind: z.string(),
  side,
  note: z.string().nullable(),
  other: z.object({ id: z.string(), number: z.string(), name: z.string().nullable() }),
})
export type SeenRelation = z.output<typeof seenRelation>

export const relations = {
  /**
   * The part list of an object anew, as it was shown at `revision`; what changed goes into the object's history. Faults:
   * record.changedMeanwhile, part.numberTwice, part.numberTaken, part.numberIsObject.
   */
  arrangeParts: command(
    CATALOGUERS,
    z.strictObject({ objectId: z.uuid(), revision: z.int().min(1), parts: z.array(part).max(MOST_PARTS) }),
    z.object({ record: objectRecord, findings: z.array(finding), entryId: z.string().nullable() })
  ),
  /** What an object is related to, both ways. */
  ofObject: query(
    EVERYONE,
    z.strictObject({ objectId: z.uuid() }),
    z.object({ relations: z.array(seenRelation) })
  ),
  /**
   * Relates an object to another, which stands at `side`. The id is made by the caller: a repeated call changes nothing.
   * Faults: record.missing, relation.self, relation.known, relation.loop.
   */
  relate: command(
    CATALOGUERS,
    z.strictObject({
      id: z.uuid(),
      objectId: z.uuid(),
      otherId: z.uuid(),
      kind: z.enum(RELATION_KINDS.map(({ code }) => code)),
      side,
      note: note.default(null),
    }),
    z.object({ entryId: z.string().nullable() })
  ),
  /** Another note. Fault: relation.missing. */
  note: command(
    CATALOGUERS,
    z.strictObject({ id: z.uuid(), objectId: z.uuid(), note }),
    z.object({ entryId: z.string().nullable() })
  ),
  /** Takes a relation away; it comes back from the history of either object. Fault: relation.missing. */
  unrelate: command(
    CATALOGUERS,
    z.strictObject({ id: z.uuid(), objectId: z.uuid() }),
    z.object({ entryId: z.string().nullable() })
  ),
} as const
