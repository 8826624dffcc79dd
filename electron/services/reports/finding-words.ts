import words from '../../../resources/words/zh-CN/rules.json' with { type: 'json' }
import type { Finding } from '../../../shared/catalogue/record.ts'

/** A finding in the words of the report's language; a code without words tells itself. */
export function findingWords({ code, detail }: Finding): string {
  let found: unknown = words.rule
  for (const key of code.split('.')) {
    found =
      typeof found === 'object' && found !== null
        ? (found as Readonly<Record<string, unknown>>)[key]
        : undefined
  }
  if (typeof found !== 'string') return code
  return found.replace(/\{\{(\w+)\}\}/g, (_, place: string) => String(detail[place] ?? ''))
}
