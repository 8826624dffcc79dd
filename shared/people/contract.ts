import { z } from 'zod'
import { command, query } from '../contract/define.ts'
import { CATALOGUERS, EVERYONE } from '../contract/roles.ts'
import { LIKENESSES } from './likeness.ts'
import {
  heldRole,
  MOST_NAME,
  party,
  partyChanges,
  partyLink,
  partyObject,
  partyRow,
  PARTY_FIELDS,
  PARTY_KINDS,
  PARTY_ROLES,
} from './record.ts'
import { TEXT_FIELDS } from './texts.ts'

const ask = z.strictObject({ id: z.uuid() })
const role = z.enum(PARTY_ROLES)
const field = z.enum(PARTY_FIELDS)
const kind = z.enum(PARTY_KINDS)

const merge = z.object({
  id: z.string(),
  gone: z.string(),
  goneName: z.string(),
  at: z.string(),
  person: z.string(),
  links: z.int(),
  undoneAt: z.string().nullable(),
})

const known = z.object({
  party,
  roles: z.array(heldRole),
  /** What was merged into this party, newest first. */
  merges: z.array(merge),
})
export type KnownParty = z.output<typeof known>

const alike = z.object({
  id: z.string(),
  name: z.string(),
  kind,
  lived: z.string(),
  objects: z.int(),
  reasons: z.array(z.enum(LIKENESSES)),
})
export type Alike = z.output<typeof alike>
const side = alike.omit({ reasons: true })
const pair = z.object({ one: side, other: side, reasons: z.array(z.enum(LIKENESSES)) })
export type LikelyPair = z.output<typeof pair>

const mergeField = z.object({
  field,
  gone: z.string().nullable(),
  kept: z.string().nullable(),
  /** What stands afterwards unless a person chooses the other. */
  after: z.string().nullable(),
  /** Both say something, and not the same: a person chooses. */
  conflict: z.boolean(),
})
const mergePreview = z.object({
  gone: party,
  kept: party,
  fields: z.array(mergeField),
  /** Objects in a role that come over; those whose object has the kept one in the same role already. */
  moved: z.array(heldRole),
  already: z.int(),
})
export type MergePreview = z.output<typeof mergePreview>

/** What taking a merge back does, or would do. */
const unmerged = z.object({
  gone: z.string(),
  goneName: z.string(),
  kept: z.string(),
  keptName: z.string(),
  /** Links that go back to the restored party. */
  links: z.int(),
  /** Fields of the kept party that become again what they were. */
  fields: z.array(field),
  /** Touched since, and therefore left as they are. */
  leftFields: z.array(field),
  leftLinks: z.array(
    z.object({ objectId: z.string(), number: z.string(), name: z.string().nullable(), role })
  ),
})
export type Unmerged = z.output<typeof unmerged>

/** A text of the catalogue in which somebody is named, and what would be made of it. */
const gathered = z.object({
  field: z.enum(TEXT_FIELDS),
  source: z.string().nullable(),
  text: z.string(),
  objects: z.int(),
  role,
  sure: z.boolean(),
  names: z.array(
    z.object({
      name: z.string(),
      kind,
      /** The party of that name, if there is one. */ partyId: z.string().nullable(),
    })
  ),
})
export type Gathered = z.output<typeof gathered>

export const taking = z.strictObject({
  field: z.enum(TEXT_FIELDS),
  source: z.string().max(2000).nullable(),
  text: z.string().min(1).max(2000),
  role,
  names: z
    .array(
      z.strictObject({ name: z.string().trim().min(1).max(MOST_NAME), kind, partyId: z.uuid().nullable() })
    )
    .min(1)
    .max(20),
})
export type Taking = z.output<typeof taking>
export const takenResult = z.object({ batch: z.string(), parties: z.int(), links: z.int(), objects: z.int() })

const draft = z.object({
  id: z.string().max(80),
  partyId: z.string().nullable(),
  revision: z.int().nullable(),
  values: partyChanges,
  updatedAt: z.string(),
})
export type PartyDraft = z.output<typeof draft>

export const people = {
  /** Parties by name, in pinyin order. `text` may be part of a name, its pinyin or the initials of it. */
  list: query(
    EVERYONE,
    z.strictObject({
      text: z.string().max(200).default(''),
      kind: kind.nullable().default(null),
      /** Those that were removed instead of those that are there. */
      removed: z.boolean().default(false),
      skip: z.int().min(0).max(1_000_000).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.object({ rows: z.array(partyRow), total: z.int() })
  ),
  /** One party. Contact is left out for those who may only look. Fault: record.missing. */
  byId: query(EVERYONE, ask, known),
  /** The objects of a party, by role and number. */
  objects: query(
    EVERYONE,
    ask.extend({
      skip: z.int().min(0).max(1_000_000).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.object({ rows: z.array(partyObject), total: z.int() })
  ),
  /** The id is made by the caller, so that a repeated call cannot enter a party twice. Fault: party.nameMissing. */
  register: command(
    CATALOGUERS,
    ask.extend({ values: partyChanges, draftId: z.string().max(80).optional() }),
    known
  ),
  /** Faults: party.changedMeanwhile, party.merged, party.nameMissing. */
  amend: command(
    CATALOGUERS,
    ask.extend({ revision: z.int().min(1), changes: partyChanges, draftId: z.string().max(80).optional() }),
    known
  ),
  /** Takes a party out of the list, or back into it; nothing is erased. Faults: party.linked, party.changedMeanwhile. */
  remove: command(CATALOGUERS, ask.extend({ revision: z.int().min(1), removed: z.boolean() }), known),
  drafts: query(CATALOGUERS, z.strictObject({}), z.object({ drafts: z.array(draft) })),
  keepDraft: command(
    CATALOGUERS,
    z.strictObject({
      id: z.string().min(1).max(80),
      partyId: z.uuid().nullable(),
      revision: z.int().nullable(),
      values: partyChanges,
    }),
    z.object({ updatedAt: z.string() })
  ),
  dropDraft: command(
    CATALOGUERS,
    z.strictObject({ id: z.string().max(80) }),
    z.object({ dropped: z.boolean() })
  ),

  /** Who is there in an object's record, by role. */
  ofObject: query(EVERYONE, z.strictObject({ objectId: z.uuid() }), z.object({ links: z.array(partyLink) })),
  /** Puts a party into a role of an object. Fault: party.alreadyLinked. */
  link: command(
    CATALOGUERS,
    z.strictObject({
      id: z.uuid(),
      objectId: z.uuid(),
      partyId: z.uuid(),
      /** Enters the party with it, in one deed, where there is none of that id yet. */
      fresh: partyChanges.exactOptional(),
      role,
      note: z.string().trim().max(500).nullable().default(null),
    }),
    z.object({ links: z.array(partyLink) })
  ),
  /** Takes it out again; the history can bring it back. */
  unlink: command(CATALOGUERS, ask, z.object({ links: z.array(partyLink) })),

  /** Parties that may be the one that is being typed. */
  alike: query(
    CATALOGUERS,
    z.strictObject({ values: partyChanges, except: z.uuid().nullable().default(null) }),
    z.object({ alike: z.array(alike) })
  ),
  /** Pairs that may be one, and why; those that somebody has told apart are left out. */
  pairs: query(
    CATALOGUERS,
    z.strictObject({ limit: z.int().min(1).max(500).default(100) }),
    z.object({ pairs: z.array(pair), total: z.int() })
  ),
  /** Says that two are two, or takes that back. */
  tellApart: command(
    CATALOGUERS,
    z.strictObject({ one: z.uuid(), other: z.uuid(), apart: z.boolean() }),
    z.object({ apart: z.boolean() })
  ),

  /** What merging `gone` into `kept` moves and where the two say different things. Faults: party.same, party.merged. */
  mergePreview: query(CATALOGUERS, z.strictObject({ gone: z.uuid(), kept: z.uuid() }), mergePreview),
  /**
   * Merges: links move, names become other names, `take` names the fields in which the word of `gone` stands. The revisions
   * are those that were shown. Faults: party.same, party.merged, party.changedMeanwhile.
   */
  merge: command(
    CATALOGUERS,
    z.strictObject({
      gone: z.uuid(),
      kept: z.uuid(),
      goneRevision: z.int().min(1),
      keptRevision: z.int().min(1),
      take: z.array(field).max(PARTY_FIELDS.length),
    }),
    known.extend({ merge: z.string() })
  ),
  /** What taking a merge back would do. Faults: merge.missing, party.mergedOn. */
  unmergePreview: query(CATALOGUERS, z.strictObject({ merge: z.uuid() }), unmerged),
  /** Takes a merge back, today or next year. Faults: merge.missing, party.mergedOn. */
  unmerge: command(CATALOGUERS, z.strictObject({ merge: z.uuid() }), unmerged),

  /** Texts of `author` and `sourceDetail` in which somebody is named who is not linked yet, most objects first. */
  gather: query(
    CATALOGUERS,
    z.strictObject({ limit: z.int().min(1).max(1000).default(500) }),
    z.object({ texts: z.array(gathered), total: z.int() })
  ),
  /** Makes parties and links of texts, as one batch. The job's answer is a takenResult. */
  take: command(
    CATALOGUERS,
    z.strictObject({ name: z.string().trim().min(1).max(200), texts: z.array(taking).min(1).max(1000) }),
    z.object({ job: z.string() })
  ),
} as const
