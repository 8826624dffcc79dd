import type { PartyRole } from '../../shared/people/record.ts'
import { shownCount } from '../kit/shown.ts'
import type { Say } from '../kit/words.ts'

export interface Held {
  readonly role: PartyRole
  readonly objects: number
}

/** 捐赠人 12 件 · 作者 3 件 */
export const rolesInWords = (say: Say, roles: readonly Held[]): string =>
  roles
    .map(({ role, objects }) =>
      say('people.merge.moved.one', { role: say(`people.role.${role}`), count: shownCount(objects) })
    )
    .join(' · ')
