import { takenResult, type Gathered, type Taking } from '../../shared/people/contract.ts'
import { nameFolded } from '../../shared/people/likeness.ts'
import type { PartyRole } from '../../shared/people/record.ts'
import { namesIn } from '../../shared/people/rules.ts'
import { kindOfName } from '../../shared/people/texts.ts'
import { longWork } from '../bridge/longWork.ts'

/** Parties being made of the catalogue's texts; it goes on while one looks elsewhere. */
export const takingWork = longWork(takenResult)

/** What a person has decided of one text. */
export interface Choice {
  readonly ticked: boolean
  /** Names as typed, divided by ；. */
  readonly names: string
  readonly role: PartyRole
}

export const keyOf = ({ field, source, text }: Gathered): string => JSON.stringify([field, source, text])

export const firstChoice = ({ names, role }: Gathered): Choice => ({
  ticked: false,
  names: names.map(({ name }) => name).join('；'),
  role,
})

/** The order for a text: names that were offered keep their kind and party, others are new. */
export function takingFor(gathered: Gathered, { names, role }: Choice): Taking {
  const { field, source, text } = gathered
  return {
    ...{ field, source, text, role },
    names: namesIn(names).map((name) => {
      const offered = gathered.names.find((one) => nameFolded(one.name) === nameFolded(name))
      return { name, kind: offered?.kind ?? kindOfName(name), partyId: offered?.partyId ?? null }
    }),
  }
}
