import type { Kysely } from 'kysely'
import type { Handlers } from '../../shared/contract/define.ts'
import { Fault } from '../../shared/contract/faults.ts'
import type { MuseumContract } from '../../shared/contract/index.ts'
import { foldKey } from '../../shared/kernel/fold.ts'
import type { TableName } from '../../shared/vocabulary/names.ts'
import {
  fieldOfTable,
  parentFits,
  storedAs,
  takesOwnValues,
  yearsFit,
} from '../../shared/vocabulary/rules.ts'
import type { VocabularyValue } from '../../shared/vocabulary/record.ts'
import { auditOfRoom } from '../store/audit.ts'
import { forgetOutcomes } from '../store/imports.ts'
import {
  additionsOf,
  deleteWord,
  forgetFindings,
  insertValue,
  insertWord,
  updateValue,
  usesOfValues,
} from '../store/vocabulary.ts'
import type { Database } from '../store/schema.ts'
import type { Ctx } from './context.ts'
import { deedOf } from './vocabulary/deeds.ts'
import { changingTables, holdVocabulary } from './vocabulary/holding.ts'
import { refuseWord, standingTable, valueOf } from './vocabulary/table.ts'
import { ROOM, tellTable } from './vocabulary/tell.ts'
import { write } from './write.ts'

export const vocabulary = {
  async own(_, ctx) {
    const { db, id } = ctx.museum()
    const { values, words } = await additionsOf(db, id)
    return { values: [...values], words: [...words] }
  },

  async uses(_, ctx) {
    const { db, id } = ctx.museum()
    return { uses: await usesOfValues(db, id) }
  },

  async history({ limit }, ctx) {
    const { db, id } = ctx.museum()
    const entries = await auditOfRoom(db, id, ROOM, limit)
    return {
      entries: entries.map(({ recordId, ...entry }) => {
        const [table = '', code = ''] = recordId.split('/')
        const changes = Object.fromEntries(
          Object.entries(entry.changes).map(([what, [before, after]]) => [what, [text(before), text(after)]])
        ) as Record<string, [string | null, string | null]>
        return { id: entry.id, at: entry.at, person: entry.person, table, code, changes }
      }),
    }
  },

  async add({ table: name, label, parent, aliases, start, end, pieces }, ctx) {
    const code = ctx.mintId()
    const objects = await changing(ctx, async (tx, museumId) => {
      if (!takesOwnValues(name)) throw new Fault('vocabulary.closed')
      const standing = await standingTable(tx, museumId, name)
      if (!parentFits(name, standing.table, parent)) throw new Fault('vocabulary.badParent')
      if (!yearsFit(start, end)) throw new Fault('vocabulary.badYears')
      refuseWord(standing, { text: label, code: null, as: 'label' })
      const others = aliases.filter((alias) => foldKey(alias) !== foldKey(label))
      for (const alias of others) refuseWord(standing, { text: alias, code: null, as: 'alias' })
      const years =
        name === 'era' ? { start_year: start, end_year: end } : { start_year: null, end_year: null }
      await insertValue(tx, {
        ...{ museum_id: museumId, vocabulary: name, code, label, parent, ...years },
        ...{ pieces: name === 'quantity-unit' ? pieces : null },
        ...{ withdrawn: 0, merged_into: null, at: ctx.now() },
      })
      for (const word of [label, ...others])
        await enterWord(tx, museumId, { table: name, code, text: word }, ctx)
      const words = others.length === 0 ? {} : { alias: [null, others.join('、')] as [null, string] }
      const changes = { label: [null, label] as [null, string], ...words }
      await tellTable(tx, museumId, { table: name, code }, { action: 'registered', changes }, ctx)
      return judgedAnew(tx, museumId, name, { code, label })
    })
    await judge(objects, ctx)
    return { code }
  },

  async addAlias({ table: name, code, alias }, ctx) {
    await changing(ctx, async (tx, museumId) => {
      if (!fieldOfTable(name)) throw new Fault('vocabulary.closed')
      const standing = await standingTable(tx, museumId, name)
      if (valueOf(standing, code).mergedInto !== undefined) throw new Fault('vocabulary.merged')
      refuseWord(standing, { text: alias, code, as: 'alias' })
      await enterWord(tx, museumId, { table: name, code, text: alias }, ctx)
      const changes = { alias: [null, alias] as [null, string] }
      await tellTable(tx, museumId, { table: name, code }, { action: 'amended', changes }, ctx)
    })
    return {}
  },

  async dropAlias({ table: name, code, alias }, ctx) {
    await changing(ctx, async (tx, museumId) => {
      const { label } = valueOf(await standingTable(tx, museumId, name), code)
      const isLabel = foldKey(label) === foldKey(alias)
      if (isLabel || !(await deleteWord(tx, museumId, { table: name, code, text: alias })))
        throw new Fault('vocabulary.missing', { table: name })
      const changes = { alias: [alias, null] as [string, null] }
      await tellTable(tx, museumId, { table: name, code }, { action: 'amended', changes }, ctx)
    })
    return {}
  },

  withdraw: ({ table, code }, ctx) => setWithdrawn(table, code, true, ctx),
  restore: ({ table, code }, ctx) => setWithdrawn(table, code, false, ctx),

  async rehearse({ wanted }, ctx) {
    const { db, id } = ctx.museum()
    const deed = await deedOf(db, id, wanted)
    return { job: await ctx.jobs.start('vocabulary.rehearse', deed) }
  },
} satisfies Handlers<MuseumContract, Ctx>['vocabulary']

const text = (value: string | number | null): string | null => (value === null ? null : String(value))

/** One change of the tables: in one transaction, and from then on the tables here are the new ones. */
async function changing<T>(
  ctx: Ctx,
  deed: (tx: Kysely<Database>, museumId: string) => Promise<T>
): Promise<T> {
  const answer = await changingTables(() =>
    write(ctx, async (tx, { id }) => {
      const done = await deed(tx, id)
      await forgetOutcomes(tx, id)
      await holdVocabulary(tx, id)
      return done
    })
  )
  ctx.tell({ kind: 'changed', rooms: ['vocabulary', 'catalogue'] })
  return answer
}

/** Fault: vocabulary.wordTaken, where somebody else was first. */
async function enterWord(
  tx: Kysely<Database>,
  museumId: string,
  word: Parameters<typeof insertWord>[2],
  ctx: Ctx
): Promise<void> {
  if (!(await insertWord(tx, museumId, word, ctx.now())))
    throw new Fault('vocabulary.wordTaken', { word: word.text, label: word.text })
}

async function setWithdrawn(
  name: TableName,
  code: string,
  withdrawn: boolean,
  ctx: Ctx
): Promise<{ objects: number }> {
  const objects = await changing(ctx, async (tx, museumId) => {
    if (!fieldOfTable(name)) throw new Fault('vocabulary.closed')
    const value = valueOf(await standingTable(tx, museumId, name), code)
    if (value.mergedInto !== undefined) throw new Fault('vocabulary.merged')
    const was = value.status === '废止'
    if (was === withdrawn) return 0
    const kept = { withdrawn: withdrawn ? 1 : 0 }
    if (!(await updateValue(tx, museumId, name, code, kept)))
      await insertValue(tx, {
        ...{ museum_id: museumId, vocabulary: name, code, ...kept, at: ctx.now() },
        ...{ label: null, parent: null, start_year: null, end_year: null, pieces: null, merged_into: null },
      })
    const status: [string, string] = withdrawn ? ['现行', '废止'] : ['废止', '现行']
    const changes = { status }
    await tellTable(tx, museumId, { table: name, code }, { action: 'amended', changes }, ctx)
    return judgedAnew(tx, museumId, name, value)
  })
  await judge(objects, ctx)
  return { objects }
}

/** Records that have the value are held against the tables as they are now; answers how many. */
async function judgedAnew(
  tx: Kysely<Database>,
  museumId: string,
  name: TableName,
  value: Pick<VocabularyValue, 'code' | 'label'>
): Promise<number> {
  const field = fieldOfTable(name)
  return field ? forgetFindings(tx, museumId, { field: field.id, value: storedAs(name, value) }) : 0
}

async function judge(objects: number, ctx: Ctx): Promise<void> {
  if (objects > 0) await ctx.jobs.start('quality.judge', { all: false })
}
