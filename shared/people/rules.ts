import { tidyText } from '../kernel/fold.ts'
import { readEra } from '../kernel/era/index.ts'
import {
  noParty,
  PARTY_FIELDS,
  type PartyChanges,
  type PartyField,
  type PartyRole,
  type PartyValues,
} from './record.ts'

/** Keys of changes in the history: `party.phone` is a field of a party, `link.<id>` a party in a role of an object. */
export const PARTY = 'party.'
export const LINK = 'link.'
export const PRESENT = 'party.present'

export const partyKey = (field: PartyField): string => PARTY + field
export const linkKey = (id: string): string => LINK + id

/** The field of a party that a change is of; null for changes of anything else. */
export function readPartyKey(key: string): PartyField | null {
  return PARTY_FIELDS.find((field) => key === PARTY + field) ?? null
}

export const readLinkKey = (key: string): string | null =>
  key.startsWith(LINK) ? key.slice(LINK.length) : null

/** A link as the history tells it, the role by its code: `donor 张三`. */
export const linkSaid = (role: PartyRole, name: string): string => `${role} ${name}`

/** The names of a list, one a line: tidied, each once, none empty. */
export function namesIn(text: string | null): string[] {
  if (text === null) return []
  const names = text.split(/[\n；;]/u).map((name) => tidyText(name))
  return [...new Set(names)].filter((name) => name !== '')
}

export const namesAsText = (names: readonly string[]): string | null =>
  names.length === 0 ? null : names.join('\n')

/** What was typed, as it is kept: ends tidied, empty is null, the preferred name is not among the others. */
export function tidyParty(before: PartyValues, typed: PartyChanges): PartyValues {
  const values = { ...noParty, ...before, ...typed }
  const text = (value: string | null): string | null => {
    const trimmed = value?.trim() ?? ''
    return trimmed === '' ? null : trimmed
  }
  const name = tidyText(values.name.replace(/\s+/gu, ' '))
  return {
    kind: values.kind,
    name,
    otherNames: namesAsText(namesIn(values.otherNames).filter((other) => other !== name)),
    born: text(values.born),
    died: text(values.died),
    phone: text(values.phone),
    address: text(values.address),
    idNumber: text(values.idNumber),
    notes: text(values.notes),
  }
}

export type PartyDifference = Readonly<Record<string, readonly [string | null, string | null]>>

/** Field by field what is different, as the history keeps it. */
export function partyDifference(before: PartyValues, after: PartyValues): PartyDifference {
  return Object.fromEntries(
    PARTY_FIELDS.filter((field) => before[field] !== after[field]).map((field) => [
      partyKey(field),
      [before[field], after[field]] as const,
    ])
  )
}

/** Years out of the two texts of a life, as museums write them: 1902, 民国二十三年, 清光绪三年, 约1890. */
export function lifeOf({ born, died }: Pick<PartyValues, 'born' | 'died'>): {
  readonly lifeStart: number | null
  readonly lifeEnd: number | null
} {
  return {
    lifeStart: born === null ? null : readEra(born).start,
    lifeEnd: died === null ? null : readEra(died).end,
  }
}

/** The two texts as they stand: `1902—1987`, `1902—`; empty where nothing is known. */
export const livedOf = ({ born, died }: Pick<PartyValues, 'born' | 'died'>): string =>
  born === null && died === null ? '' : `${born ?? ''}—${died ?? ''}`
