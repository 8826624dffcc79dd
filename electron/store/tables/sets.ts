/** `definition` is JSON, see shared/views/record.ts. A removed one stays, so that it can come back. */
export interface SavedViewTable {
  museum_id: string
  id: string
  revision: number
  name: string
  definition: string
  position: number
  person: string
  updated_at: string
  removed_at: string | null
}

export interface ObjectSetTable {
  museum_id: string
  id: string
  revision: number
  name: string
  kind: string
  note: string | null
  position: number
  person: string
  updated_at: string
  removed_at: string | null
}

/**
 * An object in a set. `seq` is the object's own and is there only while it is in: whoever was taken out keeps the row
 * with place and note (`out_by` names the audit entry), so that it can be put back as it was; whoever left the catalogue
 * with an undone batch keeps number and name. `in_by` is the entry that put it in.
 */
export interface SetMemberTable {
  museum_id: string
  set_id: string
  object_id: string
  seq: number | null
  position: number
  note: string | null
  in_by: string
  out_by: string | null
  gone_number: string | null
  gone_name: string | null
}
