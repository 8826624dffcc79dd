import { PARTY_FIELDS, type PartyField, type PartyValues } from './record.ts'
import { namesAsText, namesIn, type PartyDifference, partyKey } from './rules.ts'

export interface MergedField {
  readonly field: PartyField
  readonly gone: string | null
  readonly kept: string | null
  readonly after: string | null
  readonly conflict: boolean
}

const MOST_NOTES = 32_767

/** Both notes, one below the other; that of the kept one alone where they say the same or are too long together. */
function bothNotes(kept: string | null, gone: string | null): string | null {
  if (kept === null || gone === null || kept === gone) return kept ?? gone
  const both = `${kept}\n${gone}`
  return both.length > MOST_NOTES ? kept : both
}

/**
 * What becomes of the kept party, field by field: its own word stands, the other's fills what is empty, names and notes are
 * joined. `take` names the fields in which the other's word stands instead.
 */
export function mergedFields(
  gone: PartyValues,
  kept: PartyValues,
  take: ReadonlySet<PartyField> = new Set()
): readonly MergedField[] {
  const name = take.has('name') ? gone.name : kept.name
  return PARTY_FIELDS.map((field): MergedField => {
    const [mine, theirs] = [kept[field], gone[field]]
    const said = { field, gone: theirs, kept: mine }
    if (field === 'otherNames') {
      const names = [kept.name, ...namesIn(kept.otherNames), gone.name, ...namesIn(gone.otherNames)]
      const others = [...new Set(names)].filter((one) => one !== name)
      return { ...said, after: namesAsText(others), conflict: false }
    }
    const isConflict = mine !== null && theirs !== null && mine !== theirs
    if (field === 'notes') {
      const after = take.has('notes') ? theirs : bothNotes(mine, theirs)
      return { ...said, after, conflict: isConflict && bothNotes(mine, theirs) === mine }
    }
    const after = take.has(field) && theirs !== null ? theirs : (mine ?? theirs)
    return { ...said, after, conflict: isConflict }
  })
}

/** Field → before and after in the kept party. */
export const mergeChanges = (fields: readonly MergedField[]): PartyDifference =>
  Object.fromEntries(
    fields
      .filter(({ kept, after }) => kept !== after)
      .map(({ field, kept, after }) => [partyKey(field), [kept, after] as const])
  )

/**
 * Takes the changes of a merge out of the kept party as it is now. A field that somebody has changed since stays and is
 * named in `left`; of a list of names only those go that the merge had brought.
 */
export function mergeTakenBack(
  now: PartyValues,
  done: PartyDifference
): { readonly values: PartyValues; readonly fields: PartyField[]; readonly left: PartyField[] } {
  const values: Record<string, string | null> = { ...now }
  const fields: PartyField[] = []
  const left: PartyField[] = []
  for (const field of PARTY_FIELDS) {
    const change = done[partyKey(field)]
    if (!change) continue
    const [before, after] = change
    if (now[field] === after) values[field] = before
    else if (field === 'otherNames') {
      const own = namesIn(before)
      const brought = new Set(namesIn(after).filter((name) => !own.includes(name)))
      const rest = namesIn(now.otherNames).filter((name) => !brought.has(name))
      values[field] = namesAsText(rest)
    }
    if (values[field] === now[field]) left.push(field)
    else fields.push(field)
  }
  return { values: values as unknown as PartyValues, fields, left }
}
