import { foldKey } from '../../shared/kernel/fold.ts'
import type { VocabularyTable, VocabularyValue } from '../../shared/vocabulary/record.ts'
import { initialsMatch } from '../kit/initials.ts'

/** A value in its place: how deep it stands, and how many stand right below it. */
export interface Row {
  readonly value: VocabularyValue
  readonly depth: number
  readonly below: number
}

export const aliasText = (alias: VocabularyValue['aliases'][number]): string =>
  typeof alias === 'string' ? alias : alias.text

/**
 * The table as rows of a tree, each value before those below it. With a text, only what has it in its label, its code or
 * an alias, and what stands above that; without one, nothing below a folded value.
 */
export function rowsOf(table: VocabularyTable, text: string, folded: ReadonlySet<string>): Row[] {
  const codes = new Set(table.values.map(({ code }) => code))
  const below = new Map<string | null, VocabularyValue[]>()
  for (const value of table.values) {
    // reigns and rulers stand under values of another table: here they are a list
    const above = value.parent !== undefined && codes.has(value.parent) ? value.parent : null
    below.set(above, [...(below.get(above) ?? []), value])
  }
  const walk = (above: string | null, depth: number): Row[] =>
    (below.get(above) ?? []).flatMap((value) => {
      const rows = walk(value.code, depth + 1)
      const row = { value, depth, below: below.get(value.code)?.length ?? 0 }
      if (text !== '') return rows.length > 0 || fits(value, text) ? [row, ...rows] : []
      return folded.has(value.code) ? [row] : [row, ...rows]
    })
  return walk(null, 0)
}

function fits({ code, label, aliases, own }: VocabularyValue, text: string): boolean {
  const key = foldKey(text)
  return (
    initialsMatch(label, text) ||
    aliases.some((alias) => foldKey(aliasText(alias)).includes(key)) ||
    (own === undefined && code.toLowerCase().startsWith(key))
  )
}
