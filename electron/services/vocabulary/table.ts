import type { Kysely } from 'kysely'
import { Fault } from '../../../shared/contract/faults.ts'
import { withAdditions } from '../../../shared/vocabulary/adding.ts'
import type { Additions } from '../../../shared/vocabulary/additions.ts'
import { nationalTable } from '../../../shared/vocabulary/load.ts'
import type { TableName } from '../../../shared/vocabulary/names.ts'
import type { VocabularyTable, VocabularyValue } from '../../../shared/vocabulary/record.ts'
import { wordFits, wordTakenBy } from '../../../shared/vocabulary/rules.ts'
import { additionsOf } from '../../store/vocabulary.ts'
import type { Database } from '../../store/schema.ts'

/** A table as the store has it now, whatever this process holds: another may have added to it. */
export interface StandingTable {
  readonly name: TableName
  readonly table: VocabularyTable
  readonly additions: Additions
}

export async function standingTable(
  db: Kysely<Database>,
  museumId: string,
  name: TableName
): Promise<StandingTable> {
  const additions = await additionsOf(db, museumId)
  return { name, additions, table: withAdditions(nationalTable(name), name, additions) }
}

/** Fault: vocabulary.missing. */
export function valueOf({ table, name }: StandingTable, code: string): VocabularyValue {
  const value = table.values.find((one) => one.code === code)
  if (!value) throw new Fault('vocabulary.missing', { table: name })
  return value
}

/** Faults: vocabulary.badWord, vocabulary.wordTaken. */
export function refuseWord(
  { name, table, additions }: StandingTable,
  wanted: { readonly text: string; readonly code: string | null; readonly as: 'label' | 'alias' }
): void {
  if (!wordFits(name, wanted.text)) throw new Fault('vocabulary.badWord', { word: wanted.text })
  const taker = wordTakenBy(name, table, additions, wanted)
  if (taker) throw new Fault('vocabulary.wordTaken', { word: wanted.text, label: taker.label })
}
