import { foldKey } from '../kernel/fold.ts'
import type { PartyKind } from './record.ts'

/** Why two parties may be one, strongest first. */
export const LIKENESSES = ['idNumber', 'name', 'otherName', 'phone', 'reading', 'contained', 'near'] as const
export type Likeness = (typeof LIKENESSES)[number]

/** What parties are compared by. `readings` are the pinyin of the names, without tones and blanks. */
export interface Likened {
  readonly id: string
  readonly kind: PartyKind
  readonly name: string
  readonly otherNames: readonly string[]
  readonly readings: readonly string[]
  readonly phone: string | null
  readonly idNumber: string | null
  readonly lifeStart: number | null
  readonly lifeEnd: number | null
}

/** Forms of address that are no part of a name. */
const ADDRESS = /(先生|女士|同志|老师|居士|教授|夫人|及家属|及家人|家属)$/u

/** A name as it is compared: width, case, dots, brackets and forms of address do not matter. */
export function nameFolded(name: string): string {
  const folded = foldKey(name).replace(/[()[\]（）［］【】《》〈〉"'“”‘’·.,，、-]/gu, '')
  const bare = folded.replace(ADDRESS, '')
  return bare === '' ? folded : bare
}

/** Digits of a telephone number, or letters and digits of a document; null where too few to tell anybody by. */
export function numberFolded(text: string | null, least: number): string | null {
  const folded = foldKey(text ?? '').replace(/[^0-9a-z]/gu, '')
  return folded.length < least ? null : folded
}

const LEAST_PHONE = 6
const LEAST_ID = 6
/** A sign more, less or other makes another person of a short name: 张建国 is not 张建军. */
const LEAST_NEAR = 5
const LEAST_CONTAINED = 4

/** Every key under which a party is found, with what finding it there means. */
export function keysOf(one: Likened): (readonly [key: string, why: Likeness])[] {
  const keys: (readonly [string, Likeness])[] = []
  const add = (why: Likeness, key: string | null): void => {
    if (key !== null && key !== '') keys.push([`${why} ${key}`, why])
  }
  add('idNumber', numberFolded(one.idNumber, LEAST_ID))
  add('phone', numberFolded(one.phone, LEAST_PHONE))
  for (const name of namesOf(one)) add('name', name)
  for (const reading of one.readings) if (reading.length >= 4) add('reading', reading)
  return keys
}

const namesOf = ({ name, otherNames }: Likened): string[] => [
  ...new Set([name, ...otherNames].map(nameFolded).filter((folded) => folded !== '')),
]

/** Why two may be one; empty where nothing says so, or where their lives say that they are two. */
export function likeness(one: Likened, other: Likened): Likeness[] {
  const found = new Set<Likeness>()
  const same = (a: string | null, b: string | null): boolean => a !== null && a === b
  if (same(numberFolded(one.idNumber, LEAST_ID), numberFolded(other.idNumber, LEAST_ID)))
    found.add('idNumber')
  if (same(numberFolded(one.phone, LEAST_PHONE), numberFolded(other.phone, LEAST_PHONE))) found.add('phone')
  if (areTwo(one, other) && !found.has('idNumber')) return []
  const mine = namesOf(one)
  const theirs = namesOf(other)
  const [preferred] = mine
  if (preferred !== undefined && preferred === theirs[0]) found.add('name')
  else if (mine.some((name) => theirs.includes(name))) found.add('otherName')
  else if (one.readings.some((reading) => reading.length >= 4 && other.readings.includes(reading)))
    found.add('reading')
  else if (mine.some((name) => theirs.some((their) => contains(name, their)))) found.add('contained')
  else if (mine.some((name) => theirs.some((their) => isNear(name, their)))) found.add('near')
  return LIKENESSES.filter((why) => found.has(why))
}

/** Both lives are known and do not fit: father and son may bear one name. A year's difference is a different calendar. */
function areTwo(one: Likened, other: Likened): boolean {
  const apart = (a: number | null, b: number | null): boolean =>
    a !== null && b !== null && Math.abs(a - b) > 1
  return apart(one.lifeStart, other.lifeStart) || apart(one.lifeEnd, other.lifeEnd)
}

/** 县文化馆 is the end of 云河县文化馆, 山西大学 the beginning of 山西大学历史系. */
function contains(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.length >= LEAST_CONTAINED && short !== long && (long.endsWith(short) || long.startsWith(short))
}

/** One sign more, less or other, in names long enough for that to be a slip. */
export function isNear(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [[...one], [...other]] : [[...other], [...one]]
  if (short.length < LEAST_NEAR || long.length - short.length > 1 || one === other) return false
  let head = 0
  while (head < short.length && short[head] === long[head]) head += 1
  let tail = 0
  while (tail < short.length - head && short[short.length - 1 - tail] === long[long.length - 1 - tail])
    tail += 1
  return head + tail >= long.length - 1
}
