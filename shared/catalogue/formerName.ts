import type { FieldValue } from './record.ts'

const BETWEEN = '；'
/** As long as a short text of a record may be. */
const MOST = 2000

/**
 * N8 (china-standards 2.1): the name that an object had stays with it as 原名. What 原名 says once the object is renamed
 * from `name` to `after`, earlier names first; null where it stays as it is: nothing was renamed, the name stands there
 * already, or there is no room.
 */
export function formerNameAfter(
  { name, formerName }: { readonly name: FieldValue; readonly formerName: FieldValue },
  after: FieldValue
): string | null {
  if (typeof name !== 'string' || name.trim() === '' || name === after) return null
  const said = typeof formerName === 'string' ? formerName.split(BETWEEN) : []
  // a name that it has again is no former one
  const others = said.filter((one) => one.trim() !== name.trim() && one.trim() !== after)
  const made = [...others, name].join(BETWEEN)
  return made.length > MOST || made === formerName ? null : made
}

type Pair = readonly [before: FieldValue, after: FieldValue]

/** Whether 原名 was changed by renaming alone: taken back with the name, it goes back too. */
export const cameByRenaming = (name: Pair | undefined, formerName: Pair | undefined): boolean =>
  name !== undefined &&
  formerName !== undefined &&
  formerNameAfter({ name: name[0], formerName: formerName[0] }, name[1]) === formerName[1]
