import { foldKey } from '../kernel/fold.ts'
import type { Additions, OwnValue } from './additions.ts'
import type { TableName } from './names.ts'
import type { VocabularyTable, VocabularyValue } from './record.ts'

/**
 * A national table with what the museum adds: own values behind the national ones, own aliases, values it has withdrawn.
 * A word of the museum's own outranks the same word among the national aliases, never a national label. A value that was
 * merged into another lends it its words.
 */
export function withAdditions(
  national: VocabularyTable,
  name: TableName,
  additions: Additions
): VocabularyTable {
  const own = new Map(
    additions.values.flatMap((value) => (value.table === name ? [[value.code, value]] : []))
  )
  const words = additions.words.filter((word) => word.table === name)
  if (own.size === 0 && words.length === 0) return national
  const taken = new Set(words.map(({ text }) => foldKey(text)))
  const aliases = new Map<string, string[]>()
  for (const { code, text } of words) {
    const target = finalOf(code, own)
    if (own.get(target)?.label !== text) aliases.set(target, [...(aliases.get(target) ?? []), text])
  }
  return {
    ...national,
    values: [
      ...national.values.map((value): VocabularyValue => {
        const kept = value.aliases.filter((alias) => !taken.has(foldKey(textOf(alias))))
        const adjusted = { ...value, aliases: [...kept, ...(aliases.get(value.code) ?? [])] }
        return own.get(value.code)?.withdrawn === true ? { ...adjusted, status: '废止' } : adjusted
      }),
      ...[...own.values()].flatMap((value) =>
        value.label === null ? [] : [ofMuseum(value, value.label, aliases.get(value.code) ?? [])]
      ),
    ],
  }
}

const textOf = (alias: VocabularyValue['aliases'][number]): string =>
  typeof alias === 'string' ? alias : alias.text

/** Where a merged value has gone, over several mergers if need be. */
function finalOf(code: string, own: ReadonlyMap<string, OwnValue>): string {
  const seen = new Set<string>()
  let at = code
  for (;;) {
    const next = own.get(at)?.mergedInto ?? null
    if (next === null || seen.has(next)) return at
    seen.add(at)
    at = next
  }
}

function ofMuseum(value: OwnValue, label: string, aliases: string[]): VocabularyValue {
  const { code, parent, start, end, pieces, mergedInto } = value
  return {
    code,
    label,
    aliases,
    own: true,
    status: value.withdrawn ? '废止' : '现行',
    ...(parent === null ? {} : { parent }),
    ...(start === null ? {} : { start }),
    ...(end === null ? {} : { end }),
    ...(pieces === null ? {} : { pieces }),
    ...(mergedInto === null ? {} : { mergedInto }),
  }
}
