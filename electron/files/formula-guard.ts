/**
 * Spreadsheet programs run a CSV field that starts with one of these as a formula, full-width forms included in
 * Chinese versions (security facts S28).
 */
const RISKY = /^'*[=+\-@\t\r＝＋－＠]/
const NUMBER = /^[+-]?\d+(\.\d+)?$/

/** Text for a CSV field: with an apostrophe in front where it would be taken for a formula; numbers stay as they are. */
export function guardText(text: string): string {
  return RISKY.test(text) && !NUMBER.test(text) ? `'${text}` : text
}

/** Takes back what `guardText` did; every text survives the way out and back. */
export function unguardText(text: string): string {
  return text.startsWith("'") && RISKY.test(text) ? text.slice(1) : text
}
