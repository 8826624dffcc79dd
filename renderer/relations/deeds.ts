import type { ObjectRecord } from '../../shared/catalogue/record.ts'
import type { SeenRelation } from '../../shared/relations/contract.ts'
import type { Side } from '../../shared/relations/kinds.ts'
import type { Part } from '../../shared/relations/parts.ts'
import { asking } from '../bridge/asking.ts'
import { mintId } from '../bridge/mintId.ts'
import { museum } from '../bridge/museum.ts'
import { calledOf, recordKey } from '../catalogue/save.ts'
import { edited } from '../catalogue/undo.ts'
import { saved } from '../frame/status.ts'

/** The object whose parts and relations lie open. */
export interface Owner {
  readonly id: string
  readonly called: string
}

export const ownerOf = ({ id, values }: ObjectRecord): Owner => ({ id, called: calledOf(values) })

function undoable({ id, called }: Owner, entryId: string | null): void {
  if (entryId !== null) edited({ entryId, recordId: id, name: called })
}

/** Saves the part list as it stands on the screen; the answer is the record with it. Throws the museum's refusal. */
export async function arranged(
  owner: Owner,
  revision: number,
  parts: readonly Part[]
): Promise<ObjectRecord> {
  const wish = { objectId: owner.id, revision, parts: [...parts] }
  const { entryId, ...shown } = await museum.relations.arrangeParts(wish)
  asking.setQueryData(recordKey(owner.id), shown)
  undoable(owner, entryId)
  if (entryId !== null) saved('relations.parts.saved')
  return shown.record
}

export async function related(
  owner: Owner,
  other: { readonly id: string; readonly number: string },
  kind: string,
  side: Side
): Promise<void> {
  const wish = { id: mintId(), objectId: owner.id, otherId: other.id, kind, side }
  const { entryId } = await museum.relations.relate(wish)
  undoable(owner, entryId)
  saved('relations.saved', { number: other.number })
}

export async function unrelated(owner: Owner, { id }: SeenRelation): Promise<void> {
  const { entryId } = await museum.relations.unrelate({ id, objectId: owner.id })
  undoable(owner, entryId)
  saved('relations.removed')
}

export async function noted(owner: Owner, { id }: SeenRelation, note: string): Promise<void> {
  const { entryId } = await museum.relations.note({ id, objectId: owner.id, note })
  undoable(owner, entryId)
  if (entryId !== null) saved('relations.noted')
}
