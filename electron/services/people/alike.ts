import type { Kysely } from 'kysely'
import type { Alike, LikelyPair } from '../../../shared/people/contract.ts'
import { keysOf, likeness, LIKENESSES, nameFolded, type Likened } from '../../../shared/people/likeness.ts'
import { noParty, type PartyChanges } from '../../../shared/people/record.ts'
import { lifeOf, livedOf, namesIn, tidyParty } from '../../../shared/people/rules.ts'
import { allParties, kindOf, pairsApart, type PartyStored } from '../../store/people.ts'
import { rolesOfParties } from '../../store/partyLinks.ts'
import type { Database } from '../../store/schema.ts'
import { readingOf } from '../pinyin.ts'

const MOST_ALIKE = 8

const readingsIn = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name) => /\p{Script=Han}/u.test(name)).map((name) => readingOf(nameFolded(name)))),
]

function likened(row: PartyStored): Likened {
  const otherNames = namesIn(row.other_names)
  return {
    id: row.id,
    kind: kindOf(row.kind),
    name: row.name,
    otherNames,
    readings: readingsIn([row.name, ...otherNames]),
    phone: row.phone,
    idNumber: row.id_number,
    lifeStart: row.life_start,
    lifeEnd: row.life_end,
  }
}

/** Parties that may be the one being typed, the likeliest first. */
export async function alikeTo(
  db: Kysely<Database>,
  museumId: string,
  typed: PartyChanges,
  except: string | null
): Promise<Alike[]> {
  const values = tidyParty(noParty, typed)
  if (values.name === '' && values.phone === null && values.idNumber === null) return []
  const otherNames = namesIn(values.otherNames)
  const readings = readingsIn([values.name, ...otherNames])
  const { kind, name, phone, idNumber } = values
  const one: Likened = {
    id: except ?? '',
    kind,
    name,
    otherNames,
    readings,
    phone,
    idNumber,
    ...lifeOf(values),
  }
  const apart = await pairsApart(db, museumId)
  const found = (await allParties(db, museumId))
    .filter((row) => row.id !== except && !apart.has([row.id, one.id].sort().join(' ')))
    .map((row) => ({ row, reasons: likeness(one, likened(row)) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => strength(a.reasons) - strength(b.reasons))
    .slice(0, MOST_ALIKE)
  const sides = await sidesOf(
    db,
    museumId,
    found.map(({ row }) => row)
  )
  return found.map(({ reasons }, at) => ({ ...(sides[at] as (typeof sides)[number]), reasons: [...reasons] }))
}

const strength = (reasons: readonly (typeof LIKENESSES)[number][]): number =>
  Math.min(...reasons.map((why) => LIKENESSES.indexOf(why)))

/**
 * Pairs that may be one. Those that share a name, a reading, a number or a document are found by it; longer names that
 * differ in a sign, or hold each other, by their beginnings and ends: never everybody with everybody.
 */
export async function likelyPairs(
  db: Kysely<Database>,
  museumId: string,
  limit: number
): Promise<{ pairs: LikelyPair[]; total: number }> {
  const rows = await allParties(db, museumId)
  const apart = await pairsApart(db, museumId)
  const all = rows.map(likened)
  const byKey = new Map<string, number[]>()
  all.forEach((one, at) => {
    for (const key of new Set([...keysOf(one).map(([key]) => key), ...edges(one)]))
      byKey.set(key, [...(byKey.get(key) ?? []), at])
  })
  const seen = new Map<string, { one: number; other: number; reasons: ReturnType<typeof likeness> }>()
  for (const group of byKey.values()) {
    // a beginning that a whole county shares tells nothing
    if (group.length > MOST_OF_A_KEY) continue
    for (const [place, one] of group.entries())
      for (const other of group.slice(place + 1)) {
        const [a, b] = [all[one], all[other]]
        const key = `${one} ${other}`
        if (!a || !b || one === other || seen.has(key) || apart.has([a.id, b.id].sort().join(' '))) continue
        const reasons = likeness(a, b)
        if (reasons.length > 0) seen.set(key, { one, other, reasons })
      }
  }
  const found = [...seen.values()].sort(
    (a, b) => strength(a.reasons) - strength(b.reasons) || a.one - b.one || a.other - b.other
  )
  const told = found.slice(0, limit)
  const places = [...new Set(told.flatMap(({ one, other }) => [one, other]))]
  const sides = await sidesOf(
    db,
    museumId,
    places.flatMap((at) => rows[at] ?? [])
  )
  const sideAt = new Map(places.map((at, place) => [at, sides[place]]))
  const pairs = told.flatMap(({ one, other, reasons }) => {
    const [a, b] = [sideAt.get(one), sideAt.get(other)]
    return a && b ? [{ one: a, other: b, reasons: [...reasons] }] : []
  })
  return { pairs, total: found.length }
}

const MOST_OF_A_KEY = 60

/** Beginnings and ends of longer names: of two that differ in one sign or hold each other, one is the same. */
function edges({ name, otherNames }: Likened): string[] {
  return [name, ...otherNames].flatMap((one) => {
    const signs = [...nameFolded(one)]
    return [4, 2]
      .filter((size) => signs.length >= Math.max(size, 4))
      .flatMap((size) => [`head ${signs.slice(0, size).join('')}`, `tail ${signs.slice(-size).join('')}`])
  })
}

async function sidesOf(db: Kysely<Database>, museumId: string, rows: readonly PartyStored[]) {
  const roles = await rolesOfParties(
    db,
    museumId,
    rows.map(({ id }) => id)
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: kindOf(row.kind),
    lived: livedOf(row),
    objects: (roles.get(row.id) ?? []).reduce((sum, { objects }) => sum + objects, 0),
  }))
}
