import { foldKey } from '../kernel/fold.ts'
import { warning, type KernelWarning } from '../kernel/warning.ts'
import type { VocabularyValue } from './record.ts'
import { underTables } from './held.ts'
import { table } from './load.ts'
import type { TableName } from './names.ts'

export interface ReadCode {
  readonly code: string | null
  readonly label: string | null
  /** The reading is an offer that a person must confirm. */
  readonly asked: boolean
  readonly warnings: readonly KernelWarning[]
}

interface Hit {
  readonly value: VocabularyValue
  readonly manner: 'sure' | 'ask' | 'typo'
}

const NOTHING: ReadCode = { code: null, label: null, asked: false, warnings: [] }
const indexes = underTables(() => new Map<TableName, ReadonlyMap<string, Hit>>())

/** Enumeration signs that come and go in lists of names: 玉石器,宝石 · 书法绘画. */
const looseKey = (text: string): string => foldKey(text).replace(/[、,·;；]/gu, '')

function indexOf(name: TableName): ReadonlyMap<string, Hit> {
  const known = indexes().get(name)
  if (known) return known
  const index = new Map<string, Hit>()
  const put = (key: string, hit: Hit): void => {
    if (!index.has(key)) index.set(key, hit)
  }
  // the words of a merged value are those of the value it was merged into
  const values = table(name).values.filter((value) => value.mergedInto === undefined)
  // labels before aliases, exact keys before loose ones: the more literal reading wins
  for (const value of values) put(foldKey(value.label), { value, manner: 'sure' })
  for (const value of values) {
    for (const alias of value.aliases) {
      if (typeof alias === 'string') put(foldKey(alias), { value, manner: 'sure' })
      else put(foldKey(alias.text), { value, manner: 'ask' in alias ? 'ask' : 'typo' })
    }
  }
  for (const [key, hit] of [...index]) put(looseKey(key), hit)
  indexes().set(name, index)
  return index
}

/**
 * Reads a value of a code table: by its exact label, an alias, or either of them folded. `code` and `label` are null where
 * the text is empty (no warning) or unknown (warned); an alias that must be confirmed answers with `asked`.
 */
export function readCode(name: TableName, text: string): ReadCode {
  const key = foldKey(text)
  if (key === '') return NOTHING
  const index = indexOf(name)
  const hit = index.get(key) ?? index.get(looseKey(key))
  if (!hit) return { ...NOTHING, warnings: [warning('code.unknown', { text })] }
  const { code, label } = hit.value
  if (hit.manner === 'sure') return { code, label, asked: false, warnings: [] }
  const kind = hit.manner === 'ask' ? 'code.ask' : 'code.typo'
  return { code, label, asked: hit.manner === 'ask', warnings: [warning(kind, { text, label })] }
}
