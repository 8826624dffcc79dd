import type { Kysely } from 'kysely'
import zh from '../../../resources/words/zh-CN/people.json' with { type: 'json' }
import type { PartyLink } from '../../../shared/people/record.ts'
import type { Database } from '../../store/schema.ts'

const words: Readonly<Record<string, string>> = zh
const roleLabel = ({ role }: PartyLink): string => words[`people.role.${role}`] ?? role

/** The column of a table that names the people of an object; a table that comes back leaves it out. */
export const PEOPLE_HEADING = '相关人物'

/** Is anybody linked to anything? Where nobody is, a table has no column for it. */
export async function anyLinks(db: Kysely<Database>, museumId: string): Promise<boolean> {
  const row = await db
    .selectFrom('party_link')
    .select('id')
    .where('museum_id', '=', museumId)
    .where('removed_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** `捐赠人：张三（证书 7）；作者：李四`; null where nobody is named. */
export function linksAsText(links: readonly PartyLink[]): string | null {
  const texts = links.map(
    (link) => `${roleLabel(link)}：${link.name}${link.note === null ? '' : `（${link.note}）`}`
  )
  return texts.length === 0 ? null : texts.join('；')
}

/** Names and roles, and never how to reach anybody. */
export const toldLinks = (links: readonly PartyLink[]): object[] =>
  links.map((link) => {
    const { role, name, kind, note } = link
    return { role, roleLabel: roleLabel(link), name, kind, note }
  })
