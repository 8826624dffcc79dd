import { z } from 'zod'

/** A person, an institution (单位), or a family or group that is named as one (某氏后人, 某某社). */
export const PARTY_KINDS = ['person', 'institution', 'group'] as const
export type PartyKind = (typeof PARTY_KINDS)[number]

/** What a party has to do with an object: the ways of acquisition of china-standards 1.6, the people of 1.11. */
export const PARTY_ROLES = [
  'donor',
  'seller',
  'transferor',
  'excavator',
  'collector',
  'formerOwner',
  'maker',
  'lender',
  'depositor',
  'other',
] as const
export type PartyRole = (typeof PARTY_ROLES)[number]

/** In the order of the form. All values are texts; `otherNames` holds one name a line. */
export const PARTY_FIELDS = [
  'kind',
  'name',
  'otherNames',
  'born',
  'died',
  'phone',
  'address',
  'idNumber',
  'notes',
] as const
export type PartyField = (typeof PARTY_FIELDS)[number]
export type PartyValues = Readonly<Record<Exclude<PartyField, 'kind' | 'name'>, string | null>> & {
  readonly kind: PartyKind
  readonly name: string
}

/** What is nobody's business outside: never exported, and shown only to those who write the catalogue. */
export const CONFIDENTIAL = ['phone', 'address', 'idNumber'] as const
export const isConfidential = (field: string): boolean => (CONFIDENTIAL as readonly string[]).includes(field)

export const MOST_NAME = 200
const short = z.string().max(MOST_NAME).nullable()
const long = z.string().max(32_767).nullable()

const shapes = {
  kind: z.enum(PARTY_KINDS),
  name: z.string().max(MOST_NAME),
  otherNames: long,
  born: short,
  died: short,
  phone: short,
  address: z.string().max(1000).nullable(),
  idNumber: short,
  notes: z.string().max(32_767).nullable(),
}

export const partyValues = z.strictObject(shapes)
/** Some fields of a party: what a form changes. */
export const partyChanges = z.strictObject({
  kind: shapes.kind.exactOptional(),
  name: shapes.name.exactOptional(),
  otherNames: long.exactOptional(),
  born: short.exactOptional(),
  died: short.exactOptional(),
  phone: short.exactOptional(),
  address: shapes.address.exactOptional(),
  idNumber: short.exactOptional(),
  notes: shapes.notes.exactOptional(),
})
export type PartyChanges = z.output<typeof partyChanges>

export const noParty: PartyValues = Object.freeze({
  kind: 'person',
  name: '',
  otherNames: null,
  born: null,
  died: null,
  phone: null,
  address: null,
  idNumber: null,
  notes: null,
})

export const party = z.object({
  id: z.string(),
  revision: z.int(),
  values: partyValues,
  /** Signed years out of the two texts, BCE negative; null where they say none. */
  lifeStart: z.int().nullable(),
  lifeEnd: z.int().nullable(),
  /** The party that this one was merged into; it is then read-only. */
  mergedInto: z.object({ id: z.string(), name: z.string(), merge: z.string() }).nullable(),
  removedAt: z.string().nullable(),
  batchId: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type Party = z.output<typeof party>

const role = z.enum(PARTY_ROLES)
export const heldRole = z.object({ role, objects: z.int() })

export const partyRow = z.object({
  id: z.string(),
  kind: z.enum(PARTY_KINDS),
  name: z.string(),
  otherNames: z.string().nullable(),
  lived: z.string(),
  roles: z.array(heldRole),
})
export type PartyRow = z.output<typeof partyRow>

/** A party in a role of one object. */
export const partyLink = z.object({
  id: z.string(),
  partyId: z.string(),
  role,
  note: z.string().nullable(),
  name: z.string(),
  kind: z.enum(PARTY_KINDS),
  lived: z.string(),
})
export type PartyLink = z.output<typeof partyLink>

/** An object of a party. */
export const partyObject = z.object({
  link: z.string(),
  objectId: z.string(),
  number: z.string(),
  name: z.string().nullable(),
  role,
  note: z.string().nullable(),
})
export type PartyObject = z.output<typeof partyObject>
