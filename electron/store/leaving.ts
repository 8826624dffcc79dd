import { sql, type Kysely } from 'kysely'
import type { Database } from './schema.ts'

/**
 * Objects that are about to leave the catalogue leave their sets too, which keep their place, note, number and name: somebody
 * had put them there by hand. At most 500 of them.
 */
export async function leaveSets(
  db: Kysely<Database>,
  museumId: string,
  ids: readonly string[]
): Promise<void> {
  const own = (column: 'number' | 'name') => sql`(select ${sql.ref(`object.${column}`)} from object
    where object.museum_id = set_member.museum_id and object.id = set_member.object_id)`
  await sql`update set_member set seq = null, gone_number = ${own('number')}, gone_name = ${own('name')}
    where museum_id = ${museumId} and seq is not null and object_id in (${sql.join(ids)})`.execute(db)
}
