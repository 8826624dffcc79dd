import type { Finding } from '../catalogue/record.ts'

/**
 * What the rules found in a record, as short as it can be kept with it: the rules, each once, joined by commas.
 * `!V04` is an error, `N2` a warning, `~D9` a finding that somebody has accepted. Nothing found is an empty text.
 */
export const ERROR = '!'
export const ACCEPTED = '~'

/** What a finding is about: the same text stands for the same finding of one record. */
export const findingKey = ({ code, field }: Pick<Finding, 'code' | 'field'>): string =>
  `${code} ${field ?? ''}`

const NOBODY: ReadonlySet<string> = new Set()

/** `accepted` holds the keys of findings that somebody accepted. */
export function marksOf(findings: readonly Finding[], accepted: ReadonlySet<string> = NOBODY): string {
  if (findings.length === 0) return ''
  const marks = new Set<string>()
  for (const finding of findings) {
    if (accepted.size > 0 && accepted.has(findingKey(finding))) marks.add(ACCEPTED + finding.rule)
    else marks.add(finding.level === 'error' ? ERROR + finding.rule : finding.rule)
  }
  return [...marks].sort().join(',')
}

export type MarkKind = 'error' | 'warning' | 'accepted'

/** `!V04,N2` → V04 an error, N2 a warning. */
export function readMarks(marks: string): readonly { readonly rule: string; readonly kind: MarkKind }[] {
  if (marks === '') return []
  return marks.split(',').map((mark) => {
    if (mark.startsWith(ERROR)) return { rule: mark.slice(1), kind: 'error' }
    if (mark.startsWith(ACCEPTED)) return { rule: mark.slice(1), kind: 'accepted' }
    return { rule: mark, kind: 'warning' }
  })
}
