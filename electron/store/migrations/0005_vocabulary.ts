import { createTable, type BareDb } from './columns.ts'

/** What a museum adds to the code tables: values of its own, values it no longer uses, and its own words for both. */
export async function up(db: BareDb): Promise<void> {
  await createTable(
    db,
    'vocabulary_value',
    {
      museum_id: 'text!',
      vocabulary: 'text!',
      code: 'text!',
      label: 'text',
      parent: 'text',
      start_year: 'integer',
      end_year: 'integer',
      pieces: 'integer',
      withdrawn: 'integer!',
      merged_into: 'text',
      at: 'text!',
    },
    ['primary key (museum_id, vocabulary, code)']
  )
  // a word means one thing within a table, whoever adds it first
  await createTable(
    db,
    'vocabulary_word',
    {
      museum_id: 'text!',
      vocabulary: 'text!',
      word_key: 'text!',
      code: 'text!',
      word: 'text!',
      at: 'text!',
    },
    ['primary key (museum_id, vocabulary, word_key)']
  )
}
