import { sql, type Kysely, type SqlBool } from 'kysely'
import type { Find, ObjectRecord } from '../../shared/catalogue/record.ts'
import { readObject } from './catalogue.ts'
import { matching } from './find.ts'
import type { Database } from './schema.ts'

/** A picture as others are told of it: `sha256` is its name in the museum's folder. */
export interface ToldPicture {
  readonly sha256: string
  readonly type: string
  readonly view: string
  readonly caption: string | null
  /** When it was taken, as the camera wrote it. */
  readonly taken: string | null
}

/** Whole records in the order of their numbers (9 before 10), in pages of `size`: never more than one page is held. */
export async function* recordPages(
  db: Kysely<Database>,
  museumId: string,
  find: Find,
  size: number
): AsyncGenerator<readonly ObjectRecord[]> {
  let after: readonly [key: string, seq: number] | null = null
  for (;;) {
    const place: readonly [string, number] | null = after
    const rows = await matching(db, museumId, find, true)
      .$if(place !== null, (query) =>
        query.where(sql<SqlBool>`(object.number_key, object.seq) > (${place?.[0]}, ${place?.[1]})`)
      )
      .selectAll('object')
      .orderBy('object.number_key')
      .orderBy('object.seq')
      .limit(size)
      .execute()
    const last = rows.at(-1)
    if (!last) return
    yield rows.map(readObject)
    if (rows.length < size) return
    after = [last.number_key, last.seq]
  }
}

/** The pictures of those objects by object, in their order. At most 1000 ids a call. */
export async function picturesToTell(
  db: Kysely<Database>,
  museumId: string,
  ids: readonly string[]
): Promise<ReadonlyMap<string, readonly ToldPicture[]>> {
  const rows = await db
    .selectFrom('picture')
    .select(['object_id', 'sha256', 'type', 'view', 'caption', 'taken'])
    .where('museum_id', '=', museumId)
    .where('object_id', 'in', ids)
    .where('removed_at', 'is', null)
    .orderBy('object_id')
    .orderBy('position')
    .orderBy('id')
    .execute()
  const found = new Map<string, ToldPicture[]>()
  for (const { object_id, ...picture } of rows) {
    const known = found.get(object_id)
    if (known) known.push(picture)
    else found.set(object_id, [picture])
  }
  return found
}

/** Every picture that stands, with the object it is of, in the order of the objects' numbers. */
export async function picturesListed(db: Kysely<Database>, museumId: string) {
  return db
    .selectFrom('picture')
    .innerJoin('object', (join) =>
      join.onRef('object.museum_id', '=', 'picture.museum_id').onRef('object.id', '=', 'picture.object_id')
    )
    .select([
      'object.number',
      'object.name',
      'picture.view',
      'picture.caption',
      'picture.taken',
      'picture.type',
      'picture.sha256',
    ])
    .where('picture.museum_id', '=', museumId)
    .where('picture.removed_at', 'is', null)
    .orderBy('object.number_key')
    .orderBy('object.seq')
    .orderBy('picture.position')
    .orderBy('picture.id')
    .execute()
}
