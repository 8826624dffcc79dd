/**
 * Folding of text as it is typed in county offices: full-width signs, many dashes, many dots.
 * Rule V14 of china-standards 2.4; dots after 1.4 (`五代•后周` and `五代·后周` are one label).
 */
const WIDE = /[\uFF01-\uFF5E\u3000]/gu
// hyphens, dashes, minus signs, the box-drawing line some input methods give
const DASHES = /[\u2010-\u2015\u2212\u2500\uFE58\uFE63\uFF0D]/gu
// • ‧ ∙ ⋅ ・ ･ ・ and the Greek ano teleia
const DOTS = /[\u2022\u2027\u2219\u22C5\u30FB\uFF65\u0387\u2024]/gu

// marks of direction and joints of no width: nobody sees them, and with them 1 and 1 are two numbers
const UNSEEN = /[\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/gu

// most texts are plain Han and half-width signs that no folding touches: a look is far cheaper than the folding
const INERT = /^[!-~\u3001\u3002\u4e00-\u9fff]*$/
const INERT_KEY = /^[!-@[-~\u3001\u3002\u4e00-\u9fff]*$/
const INERT_TIDY = /^[!-~\u3001\u3002\u300a\u300b\u4e00-\u9fff\uff08\uff09\uff0c\uff1a\uff1b]*$/

/** Full-width ASCII (digits, letters, signs) to half width, ideographic space to a space, NFC; without unseen signs. */
export function foldWidth(text: string): string {
  if (INERT.test(text)) return text
  return text
    .replace(UNSEEN, '')
    .replace(WIDE, (sign) => (sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0)))
    .normalize('NFC')
}

/** For comparing and searching: width, dashes to `-`, dots to `·`, white space collapsed, trimmed. Case is kept. */
export function foldText(text: string): string {
  if (INERT.test(text)) return text
  return foldWidth(foldWidth(text).replace(DASHES, '-').replace(DOTS, '·')).replace(/\s+/gu, ' ').trim()
}

/** For looking up a heading, a label or an alias: `foldText`, lower case, without any space. */
export function foldKey(text: string): string {
  if (INERT_KEY.test(text)) return text
  return foldText(foldText(text).toLowerCase()).replace(/\s+/gu, '')
}

/**
 * For storing a text field (V14): trimmed, full-width digits and letters to half width, `－—–` to `-`, dots to `·`.
 * Chinese commas, brackets and colons stay as they were typed.
 */
export function tidyText(text: string): string {
  if (INERT_TIDY.test(text)) return text
  return text
    .replace(UNSEEN, '')
    .replace(/[０-９Ａ-Ｚａ-ｚ]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(DASHES, '-')
    .replace(DOTS, '·')
    .normalize('NFC')
    .replace(/\u3000/gu, ' ')
    .trim()
}
