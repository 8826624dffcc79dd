import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Fault } from '../../shared/contract/faults.ts'
import type { CheckResult } from '../../shared/workspace/contract.ts'
import { engineOf } from '../store/dialects.ts'
import { searchGaps } from '../store/expressions.ts'
import { hashOfFile } from '../files/json-lines.ts'
import { asFault } from '../store/health.ts'
import type { JobCtx, OpenMuseum } from './context.ts'

type Problem = CheckResult['problems'][number]

const PARTS: readonly ((museum: OpenMuseum, ctx: JobCtx) => Promise<Problem[]>)[] = [
  checkFile,
  checkSearch,
  checkPictures,
  checkAttachments,
  checkOriginals,
]

/** Is the museum whole? The file's own integrity, the search index, the pictures, the attachments and the kept originals. */
export async function checkMuseum(ctx: JobCtx): Promise<CheckResult> {
  const museum = ctx.museum()
  const problems: Problem[] = []
  await ctx.progress('checking', 0, null)
  for (const part of PARTS) {
    try {
      problems.push(...(await part(museum, ctx)))
    } catch (error) {
      // a torn page stops one look at it, not the others
      const fault = asFault(error)
      if (!(fault instanceof Fault) || fault.code !== 'museum.damaged') throw fault
      problems.push({ code: 'check.integrity', where: 'museum.db' })
    }
  }
  const once = new Map(problems.map((problem) => [`${problem.code} ${problem.where}`, problem]))
  return { ok: once.size === 0, problems: [...once.values()] }
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

async function checkSearch({ db, id }: OpenMuseum): Promise<Problem[]> {
  const { missing, strays } = await searchGaps(db, id)
  return [
    ...missing.map((number) => ({ code: 'check.notSearchable', where: number })),
    ...(strays > 0 ? [{ code: 'check.searchStray', where: String(strays) }] : []),
  ]
}

async function checkPictures({ db, id, folder }: OpenMuseum, ctx: JobCtx): Promise<Problem[]> {
  if (folder === null) return []
  const rows = await db
    .selectFrom('picture')
    .innerJoin('object', (join) =>
      join.onRef('object.museum_id', '=', 'picture.museum_id').onRef('object.id', '=', 'picture.object_id')
    )
    .select(['picture.sha256', 'picture.view', 'picture.name', 'object.number'])
    .where('picture.museum_id', '=', id)
    .orderBy('object.number')
    .orderBy('picture.position')
    .orderBy('picture.id')
    .execute()
  const checks = rows.map((row) => ({
    hash: row.sha256,
    where: `${row.number} ${row.view}${row.name === null ? '' : ` (${row.name})`}`,
    inner: 'media' as const,
  }))
  return checkKept(ctx, folder, checks, 'check.picture')
}

async function checkAttachments({ db, id, folder }: OpenMuseum, ctx: JobCtx): Promise<Problem[]> {
  if (folder === null) return []
  const rows = await db
    .selectFrom('attachment')
    .innerJoin('object', (join) =>
      join
        .onRef('object.museum_id', '=', 'attachment.museum_id')
        .onRef('object.id', '=', 'attachment.object_id')
    )
    .select(['attachment.sha256', 'attachment.name', 'object.number'])
    .where('attachment.museum_id', '=', id)
    .orderBy('object.number')
    .orderBy('attachment.id')
    .execute()
  const checks = rows.map(({ sha256, number, name }) => ({
    hash: sha256,
    where: `${number} ${name}`,
    inner: 'media' as const,
  }))
  return checkKept(ctx, folder, checks, 'check.attachment')
}

async function checkOriginals({ db, id, folder }: OpenMuseum, ctx: JobCtx): Promise<Problem[]> {
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
  return checkKept(ctx, folder, checks, 'check.original')
}

async function checkKept(
  ctx: JobCtx,
  folder: string,
  kept: readonly { hash: string; where: string; inner: 'media' | 'originals' }[],
  code: string
): Promise<Problem[]> {
  const problems: Problem[] = []
  const known = new Map<string, string | null>()
  for (const [at, { hash, where, inner }] of kept.entries()) {
    await ctx.progress('checking', at, kept.length)
    let found = known.get(hash)
    if (found === undefined) {
      const path = inner === 'media' ? join(folder, inner, hash.slice(0, 2), hash) : join(folder, inner, hash)
      found = existsSync(path) ? await hashOfFile(path) : null
      known.set(hash, found)
    }
    if (found === null) problems.push({ code: `${code}Missing`, where })
    else if (found !== hash) problems.push({ code: `${code}Altered`, where })
  }
  return problems
}
