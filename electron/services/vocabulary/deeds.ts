import type { Kysely } from 'kysely'
import type { FieldValue } from '../../../shared/catalogue/record.ts'
import { Fault } from '../../../shared/contract/faults.ts'
import { TABLE_KEEPERS } from '../../../shared/contract/roles.ts'
import type { WantedDeed } from '../../../shared/vocabulary/contract.ts'
import { recodeOf, type ValueDeed } from '../../../shared/vocabulary/deed.ts'
import { choosable, storedAs, takesOwnValues } from '../../../shared/vocabulary/rules.ts'
import type { VocabularyValue } from '../../../shared/vocabulary/record.ts'
import { forgetOutcomes } from '../../store/imports.ts'
import { countHolding, deleteWord, insertWord, updateValue } from '../../store/vocabulary.ts'
import type { Database } from '../../store/schema.ts'
import type { Ctx } from '../context.ts'
import { holdVocabulary } from './holding.ts'
import { refuseWord, standingTable, valueOf, type StandingTable } from './table.ts'
import { tellTable } from './tell.ts'
import { wordsAnew } from './wordsAnew.ts'

/**
 * What is wanted, held against the tables as they stand. Faults: vocabulary.closed, vocabulary.missing,
 * vocabulary.national, vocabulary.merged, vocabulary.cannotMerge, vocabulary.wordTaken, vocabulary.badWord.
 */
export async function deedOf(db: Kysely<Database>, museumId: string, wanted: WantedDeed): Promise<ValueDeed> {
  const { table: name } = wanted
  if (!takesOwnValues(name)) throw new Fault('vocabulary.closed')
  const standing = await standingTable(db, museumId, name)
  if (wanted.kind === 'rename') return renaming(standing, wanted)
  const { values } = standing.table
  const into = valueOf(standing, wanted.into)
  const to = storedAs(name, into)
  const isChoosable = choosable(name, standing.table).includes(into) && into.status !== '废止'
  if (!isChoosable || wanted.from === to) throw new Fault('vocabulary.cannotMerge', { label: into.label })
  const value = values.find((one) => storedAs(name, one) === wanted.from)
  if (value?.mergedInto !== undefined) throw new Fault('vocabulary.merged')
  if (value && isAbove(values, value.code, into))
    throw new Fault('vocabulary.cannotMerge', { label: into.label })
  return {
    ...{ kind: 'merge', table: name, from: wanted.from, to, into: into.code },
    ...{ code: value?.own ? value.code : null, withdrawn: value?.status === '废止' },
  }
}

/** What lies below a value would hang in the air under one that is gone. */
function isAbove(values: readonly VocabularyValue[], code: string, value: VocabularyValue): boolean {
  const nodes = new Map(values.map((one) => [one.code, one]))
  for (
    let at: VocabularyValue | undefined = value;
    at;
    at = at.parent === undefined ? undefined : nodes.get(at.parent)
  )
    if (at.parent === code) return nodes.get(code)?.own === true
  return false
}

function renaming(standing: StandingTable, wanted: Extract<WantedDeed, { kind: 'rename' }>): ValueDeed {
  const { table, code, label: after } = wanted
  const value = valueOf(standing, code)
  if (!value.own) throw new Fault('vocabulary.national', { label: value.label })
  if (value.mergedInto !== undefined) throw new Fault('vocabulary.merged')
  if (value.label === after) throw new Fault('vocabulary.wordTaken', { word: after, label: value.label })
  refuseWord(standing, { text: after, code, as: 'label' })
  const known = standing.additions.words.some((word) => word.code === code && word.text === after)
  return { kind: 'rename', table, code, before: value.label, after, known }
}

/** A batch that changes a code table is done and undone by those who keep the tables. Fault: call.notAllowed. */
export function refuseOthers(deed: ValueDeed | undefined, { roles }: Pick<Ctx, 'roles'>): void {
  if (deed && !TABLE_KEEPERS.some((role) => roles.includes(role)))
    throw new Fault('call.notAllowed', { channel: 'vocabulary' })
}

/**
 * Changes the table as the rehearsal supposed; from then on the new tables are held. Where the table is no longer as it
 * was then, `vocabulary.shownAnew`.
 */
export async function doDeed(
  tx: Kysely<Database>,
  museumId: string,
  deed: ValueDeed,
  batchId: string,
  ctx: Ctx
): Promise<void> {
  const wanted: WantedDeed =
    deed.kind === 'merge'
      ? { kind: 'merge', table: deed.table, from: deed.from, into: deed.into }
      : { kind: 'rename', table: deed.table, code: deed.code, label: deed.after }
  const now = await deedOf(tx, museumId, wanted)
  if (JSON.stringify(sorted(now)) !== JSON.stringify(sorted(deed))) throw new Fault('vocabulary.shownAnew')
  if (deed.kind === 'merge') {
    const set = { withdrawn: 1, merged_into: deed.into }
    if (deed.code !== null) await updateValue(tx, museumId, deed.table, deed.code, set)
  } else {
    await updateValue(tx, museumId, deed.table, deed.code, { label: deed.after })
    const word = { table: deed.table, code: deed.code, text: deed.after }
    if (!deed.known && !(await insertWord(tx, museumId, word, ctx.now())))
      throw new Fault('vocabulary.wordTaken', { word: deed.after, label: deed.after })
  }
  await forgetOutcomes(tx, museumId, batchId)
  await holdVocabulary(tx, museumId)
  await tell(tx, museumId, deed, false, batchId, ctx)
}

/** Is the deed done in every record? An object that got the old value since it was shown would be left behind. */
export async function refuseLeftBehind(
  tx: Kysely<Database>,
  museumId: string,
  deed: ValueDeed,
  left: number
): Promise<void> {
  const recode = recodeOf(deed)
  const behind =
    recode === null ? 0 : await countHolding(tx, museumId, { field: recode.field, value: recode.from })
  if (left + behind > 0) throw new Fault('vocabulary.shownAnew')
}

/** Puts the table back with the batch, today or next month; what somebody has changed since stands. */
export async function undoDeed(
  tx: Kysely<Database>,
  museumId: string,
  deed: ValueDeed,
  batchId: string,
  ctx: Ctx
): Promise<void> {
  const { additions } = await standingTable(tx, museumId, deed.table)
  const value = additions.values.find((one) => one.table === deed.table && one.code === deed.code)
  if (deed.kind === 'merge') {
    if (deed.code === null || value?.mergedInto !== deed.into) return
    const set = { withdrawn: deed.withdrawn ? 1 : 0, merged_into: null }
    await updateValue(tx, museumId, deed.table, deed.code, set)
  } else {
    if (value?.label !== deed.after) return
    await updateValue(tx, museumId, deed.table, deed.code, { label: deed.before })
    if (!deed.known) await deleteWord(tx, museumId, { table: deed.table, code: deed.code, text: deed.after })
  }
  await forgetOutcomes(tx, museumId)
  await holdVocabulary(tx, museumId)
  await tell(tx, museumId, deed, true, batchId, ctx)
}

async function tell(
  tx: Kysely<Database>,
  museumId: string,
  deed: ValueDeed,
  back: boolean,
  batchId: string,
  ctx: Ctx
): Promise<void> {
  const { table } = deed
  const standing = await standingTable(tx, museumId, table)
  const there = (before: FieldValue, after: FieldValue): [FieldValue, FieldValue] =>
    back ? [after, before] : [before, after]
  const labelOf = (code: string): string =>
    standing.table.values.find((one) => one.code === code)?.label ?? code
  const changes =
    deed.kind === 'merge'
      ? { merged: there(null, labelOf(deed.into)) }
      : { label: there(deed.before, deed.after) }
  const about = { table, code: deed.kind === 'merge' ? (deed.code ?? deed.from) : deed.code }
  const action = back ? 'undone' : 'amended'
  await tellTable(tx, museumId, about, { action, changes, batchId }, ctx)
  if (deed.kind === 'rename' && table === 'era') await wordsAnew(tx, museumId, deed.code)
}

const sorted = (deed: ValueDeed): [string, unknown][] =>
  Object.entries(deed).sort(([one], [other]) => (one < other ? -1 : 1))
