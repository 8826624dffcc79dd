import { z } from 'zod'
import { command, query } from '../contract/define.ts'
import { CATALOGUERS, EVERYONE } from '../contract/roles.ts'
import { FACETS, type Facet } from './fields.ts'
import { NUMBERED } from '../numbers/pattern.ts'
import { fieldValues, find, finding, objectRecord, objectRow, sort, unreadTexts } from './record.ts'

const shown = z.object({ record: objectRecord, findings: z.array(finding) })
/** Fields whose numbers are proposals: the service gives them the next free one when it enters the record. */
const proposed = z.array(z.enum(NUMBERED)).max(NUMBERED.length).optional()
const facetCount = z.object({ value: z.string().nullable(), count: z.int() })

/** What is typed and not yet saved: `recordId` is null for a new object. */
const draft = z.object({
  id: z.string().max(80),
  recordId: z.string().nullable(),
  revision: z.int().nullable(),
  values: fieldValues,
  unread: unreadTexts,
  updatedAt: z.string(),
})

export const catalogue = {
  /** Rows after `after` (a cursor given by an earlier page), leaving out `skip`. `total` is given on request. */
  page: query(
    EVERYONE,
    z.strictObject({
      find,
      sort: sort.default({ by: 'number', descending: false }),
      after: z.string().max(400).nullable().default(null),
      skip: z.int().min(0).max(1_000_000).default(0),
      limit: z.int().min(1).max(500).default(100),
      count: z.boolean().default(true),
    }),
    z.object({ rows: z.array(objectRow), next: z.string().nullable(), total: z.int().nullable() })
  ),
  /** Counts beside the grid, each facet with the other facets applied. */
  facets: query(
    EVERYONE,
    z.strictObject({ find, only: z.array(z.enum(FACETS)).max(FACETS.length).optional() }),
    z.object({ total: z.int(), facets: z.partialRecord(z.enum(FACETS), z.array(facetCount)) })
  ),
  byId: query(EVERYONE, z.strictObject({ id: z.uuid() }), shown),
  byNumber: query(EVERYONE, z.strictObject({ number: z.string().min(1).max(200) }), shown),
  /** A new object. The id is made by the caller, so that a repeated call cannot enter it twice. */
  register: command(
    CATALOGUERS,
    z.strictObject({ id: z.uuid(), values: fieldValues, proposed, draftId: z.string().max(80).optional() }),
    shown
  ),
  /** Changed fields of one record; `revision` is the one that was shown. A reason makes it a ledger correction. */
  amend: command(
    CATALOGUERS,
    z.strictObject({
      id: z.uuid(),
      revision: z.int().min(1),
      changes: fieldValues,
      proposed,
      reason: z.string().max(500).optional(),
      draftId: z.string().max(80).optional(),
    }),
    shown.extend({ entryId: z.string().nullable() })
  ),
  drafts: query(EVERYONE, z.strictObject({}), z.object({ drafts: z.array(draft) })),
  keepDraft: command(
    CATALOGUERS,
    z.strictObject({
      id: z.string().min(1).max(80),
      recordId: z.uuid().nullable(),
      revision: z.int().nullable(),
      values: fieldValues,
      unread: unreadTexts.default({}),
    }),
    z.object({ updatedAt: z.string() })
  ),
  dropDraft: command(
    CATALOGUERS,
    z.strictObject({ id: z.string().max(80) }),
    z.object({ dropped: z.boolean() })
  ),
  /** Values in use of a field, for completion while typing: commonest first. */
  inUse: query(
    EVERYONE,
    z.strictObject({
      field: z.enum(['place', 'quantityUnit', 'sourceDetail', 'findPlace', 'author']),
      text: z.string().max(200),
    }),
    z.object({ values: z.array(facetCount) })
  ),
} as const

export type FacetCounts = Partial<Record<Facet, readonly { value: string | null; count: number }[]>>
