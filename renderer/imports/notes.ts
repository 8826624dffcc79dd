import type { Say } from '../kit/words.ts'

/** The words of a note: a parser's remark, a rule's finding, or the import's own reason. */
export function noteWords(
  say: Say,
  code: string,
  detail: Readonly<Record<string, string | number>> = {}
): string {
  return say.open(
    `note.${code}`,
    detail,
    say.open(`warning.${code}`, detail, say.open(`rule.${code}`, detail, code))
  )
}

/** What a note is about, without the particulars of one cell: for counts over many rows. */
export function aboutWords(say: Say, code: string): string {
  return say.open(`about.${code}`, {}, noteWords(say, code))
}
