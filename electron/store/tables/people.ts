/** A person, an institution or a group. `other_names` holds one name a line. */
export interface PartyTable {
  museum_id: string
  id: string
  revision: number
  kind: string
  name: string
  other_names: string | null
  born: string | null
  died: string | null
  life_start: number | null
  life_end: number | null
  phone: string | null
  address: string | null
  id_number: string | null
  notes: string | null
  name_key: string
  /** Tokens of all names between spaces; pinyin initials, a letter a token; pinyin of each name. */
  words: string
  initials: string
  readings: string
  /** The party that this one was merged into, and by which merge. */
  merged_into: string | null
  merge_id: string | null
  removed_at: string | null
  removed_by: string | null
  batch_id: string | null
  created_at: string
  updated_at: string
}

/** A party in a role of an object. Taken out it stays, so that the history can bring it back. */
export interface PartyLinkTable {
  museum_id: string
  id: string
  object_id: string
  party_id: string
  role: string
  note: string | null
  batch_id: string | null
  created_at: string
  created_by: string
  removed_at: string | null
  removed_by: string | null
}

/** A merge: what it changed in the kept party and which links it moved, both JSON. */
export interface PartyMergeTable {
  museum_id: string
  id: string
  gone_id: string
  kept_id: string
  gone_name: string
  at: string
  person: string
  changes: string
  links: string
  undone_at: string | null
  undone_by: string | null
}

/** Two parties of which somebody said that they are two; `one_id` is the lesser. */
export interface PartyApartTable {
  museum_id: string
  one_id: string
  other_id: string
  person: string
  at: string
}

export interface PartyDraftTable {
  museum_id: string
  id: string
  party_id: string | null
  revision: number | null
  values: string
  person: string
  updated_at: string
}
