import type { OwnValues } from '../../shared/catalogue/record.ts'

const NOTHING = '{}'
const NO_VALUES: OwnValues = Object.freeze({})

/** What is kept of a museum's own fields. */
export const readOwnValues = (json: string): OwnValues =>
  json === NOTHING ? NO_VALUES : (JSON.parse(json) as OwnValues)

/** The same to be kept. */
export function ownJson(own: OwnValues): string {
  for (const _ in own) return JSON.stringify(own)
  return NOTHING
}

/** Texts by field or heading. */
export const textsOf = (json: string): Record<string, string> => JSON.parse(json) as Record<string, string>
