import type { ChangeResult } from '../../../shared/changes/contract.ts'
import type { FieldValue } from '../../../shared/catalogue/record.ts'
import type { ChangeLine } from './rehearse.ts'

/** Pairs of before and after told for one field; the others are counted. */
const MOST_PAIRS = 50
/** Different pairs kept while counting: a field that is different everywhere must not fill the memory. */
const MOST_KEPT = 5000
const MOST_NAMED = 1000

type Skipped = ChangeResult['skipped'][number]
interface Field {
  changed: number
  readonly pairs: Map<string, { readonly before: FieldValue; readonly after: FieldValue; count: number }>
}

/** Counts what becomes of the records as they go by. */
export function tallyOf(batch: string) {
  const counts = { chosen: 0, changed: 0, unchanged: 0, refused: 0, left: 0 }
  const fields = new Map<string, Field>()
  const findings = new Map<string, number>()
  const skipped: Skipped[] = []

  function addCell({ field, before, after }: ChangeLine['changes'][number]): void {
    const own: Field = fields.get(field) ?? { changed: 0, pairs: new Map() }
    fields.set(field, own)
    own.changed += 1
    const key = JSON.stringify([before, after])
    const pair = own.pairs.get(key)
    if (pair) pair.count += 1
    else if (own.pairs.size < MOST_KEPT) own.pairs.set(key, { before, after, count: 1 })
  }

  return {
    add({ verdict, notes, changes }: Pick<ChangeLine, 'verdict' | 'notes' | 'changes'>): void {
      counts.chosen += 1
      if (verdict === 'refused') counts.refused += 1
      else if (verdict === 'same') counts.unchanged += 1
      else {
        counts.changed += 1
        for (const cell of changes) addCell(cell)
        for (const code of new Set(notes.map((note) => note.code)))
          findings.set(code, (findings.get(code) ?? 0) + 1)
      }
    },
    skip(record: Skipped): void {
      counts.chosen += 1
      counts.left += 1
      if (skipped.length < MOST_NAMED) skipped.push(record)
    },
    result: (): ChangeResult => ({
      batch,
      ...counts,
      fields: [...fields].map(([field, { changed, pairs }]) => {
        const told = [...pairs.values()].sort((a, b) => b.count - a.count).slice(0, MOST_PAIRS)
        const toldOf = told.reduce((sum, { count }) => sum + count, 0)
        return { field, changed, pairs: told, others: changed - toldOf }
      }),
      findings: Object.fromEntries(findings),
      skipped: [...skipped],
    }),
  }
}
