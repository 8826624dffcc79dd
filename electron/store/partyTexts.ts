import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'

export interface WrittenText {
  readonly source: string | null
  readonly text: string
  readonly objects: number
}

/**
 * The distinct texts of a field with how many objects say so and have nobody linked who came of that field: for 作者 a
 * maker, for 来源说明 anybody else.
 */
export async function textsWritten(
  db: Kysely<Database>,
  museumId: string,
  field: 'author' | 'source_detail'
): Promise<WrittenText[]> {
  const rows = await unlinked(db, museumId, field)
    .select([
      `object.${field} as text`,
      'object.source',
      (of) => of.fn.countAll<number | string>().as('objects'),
    ])
    .groupBy([`object.${field}`, 'object.source'])
    .execute()
  return rows.map(({ text, source, objects }) => ({ text: text ?? '', source, objects: Number(objects) }))
}

/** The objects that say exactly that. */
export async function objectsSaying(
  db: Kysely<Database>,
  museumId: string,
  field: 'author' | 'source_detail',
  { text, source }: Pick<WrittenText, 'text' | 'source'>
): Promise<string[]> {
  const rows = await unlinked(db, museumId, field)
    .select('object.id')
    .where(`object.${field}`, '=', text)
    .where('object.source', source === null ? 'is' : '=', source)
    .orderBy('object.seq')
    .execute()
  return rows.map(({ id }) => id)
}

const unlinked = (db: Kysely<Database>, museumId: string, field: 'author' | 'source_detail') =>
  db
    .selectFrom('object')
    .where('object.museum_id', '=', museumId)
    .where(`object.${field}`, 'is not', null)
    .where((of) =>
      of.not(
        of.exists(
          of
            .selectFrom('party_link')
            .select('party_link.id')
            .whereRef('party_link.museum_id', '=', 'object.museum_id')
            .whereRef('party_link.object_id', '=', 'object.id')
            .where('party_link.removed_at', 'is', null)
            .where('party_link.role', field === 'author' ? '=' : '!=', 'maker')
        )
      )
    )
