/**
 * Spreadsheet programs run a CSV field that starts with one of these as a formula, full-width forms included in
 * Chinese versions (security facts S28).
 */
const RISKY = /^'*[=+\-@\t\r＝＋－＠]/
const NUMBER = /^[+-]?\d+(\.\d+)?$/
/** Before a digit an apostrophe says in Excel that what follows is a text: '0011 is the number 0011. */
const MARKED = /^'+\d/

/**
 * Text for a CSV field: with an apostrophe in front where it would be taken for a formula, or where its own would be
 * taken for Excel's mark of a text; numbers stay as they are.
 */
export function guardText(text: string): string {
  return (RISKY.test(text) && !NUMBER.test(text)) || MARKED.test(text) ? `'${text}` : text
}

/** Takes back what `guardText` did, and Excel's own mark of a text; every text survives the way out and back. */
export function unguardText(text: string): string {
  return text.startsWith("'") && (RISKY.test(text) || MARKED.test(text)) ? text.slice(1) : text
}
