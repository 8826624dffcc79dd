import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import { engineOf } from '../store/dialects.ts'
import type { Ctx, OpenMuseum } from './context.ts'

export interface Problem {
  readonly code: string
  /** What it is about, in the museum's words: a table, an object's number, a picture's hash. Never a path. */
  readonly where: string
}

/** Is the museum whole? The file's own integrity, the search index, the pictures and the kept originals. */
export async function checkMuseum(ctx: Ctx): Promise<{ ok: boolean; problems: Problem[] }> {
  const museum = ctx.museum()
  const problems = [
    ...(await checkFile(museum)),
    ...(await checkSearch(museum)),
    ...(await checkPictures(museum)),
    ...(await checkOriginals(museum)),
  ]
  return { ok: problems.length === 0, problems }
}

async function checkFile({ db }: OpenMuseum): Promise<Problem[]> {
  if (engineOf(db) !== 'sqlite') return []
  const integrity = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
  const broken = integrity.rows.filter((row) => row.integrity_check !== 'ok')
  const foreign = await sql<{ table: string }>`pragma foreign_key_check`.execute(db)
  return [
    ...broken.map((row) => ({ code: 'check.integrity', where: row.integrity_check })),
    ...foreign.rows.map((row) => ({ code: 'check.foreignKey', where: row.table })),
  ]
}

async function checkSearch({ db }: OpenMuseum): Promise<Problem[]> {
  const key = engineOf(db) === 'sqlite' ? sql.ref('rowid') : sql.ref('seq')
  const missing = await sql<{ number: string }>`select number from object
    where seq not in (select ${key} from object_search) order by number_key limit 100`.execute(db)
  const surplus = await sql<{ n: number | string }>`select count(*) as n from object_search
    where ${key} not in (select seq from object)`.execute(db)
  const strays = Number(surplus.rows[0]?.n ?? 0)
  return [
    ...missing.rows.map((row) => ({ code: 'check.notSearchable', where: row.number })),
    ...(strays > 0 ? [{ code: 'check.searchStray', where: String(strays) }] : []),
  ]
}

async function checkPictures({ db, id, folder }: OpenMuseum): Promise<Problem[]> {
  if (folder === null) return []
  const rows = await db
    .selectFrom('picture')
    .innerJoin('object', (join) =>
      join.onRef('object.museum_id', '=', 'picture.museum_id').onRef('object.id', '=', 'picture.object_id')
    )
    .select(['picture.sha256', 'object.number'])
    .where('picture.museum_id', '=', id)
    .execute()
  const checks = rows.map((row) => ({ hash: row.sha256, where: row.number, inner: 'media' as const }))
  return checkKept(folder, checks, 'check.picture')
}

async function checkOriginals({ db, id, folder }: OpenMuseum): Promise<Problem[]> {
  if (folder === null) return []
  const rows = await db
    .selectFrom('batch')
    .select(['name', 'file_sha256'])
    .where('museum_id', '=', id)
    .where('file_sha256', 'is not', null)
    .execute()
  const checks = rows.map((row) => ({
    hash: row.file_sha256 ?? '',
    where: row.name,
    inner: 'originals' as const,
  }))
  return checkKept(folder, checks, 'check.original')
}

async function checkKept(
  folder: string,
  kept: readonly { hash: string; where: string; inner: 'media' | 'originals' }[],
  code: string
): Promise<Problem[]> {
  const problems: Problem[] = []
  const known = new Map<string, string | null>()
  for (const { hash, where, inner } of kept) {
    let found = known.get(hash)
    if (found === undefined) {
      const path = inner === 'media' ? join(folder, inner, hash.slice(0, 2), hash) : join(folder, inner, hash)
      found = existsSync(path) ? await hashOf(path) : null
      known.set(hash, found)
    }
    if (found === null) problems.push({ code: `${code}Missing`, where })
    else if (found !== hash) problems.push({ code: `${code}Altered`, where })
  }
  return problems
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
