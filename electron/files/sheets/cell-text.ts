import { LIMITS } from '../limits.ts'

const SPECIAL = /[&<>\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|_x[0-9A-Fa-f]{4}_/
/** Anything that needs a second look: white space as well, for it may be at an end. */
const UNUSUAL = /[&<>\s\u0000-\u001F\uFFFE\uFFFF]|_x|^.{32767}./
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/**
 * Text as it stands inside XML. What XML cannot hold is written `_x0007_`, and text that looks like that is itself
 * escaped (ECMA-376 part 1, 22.9.2.19). A longer text than a cell can hold is cut: one such cell makes Excel refuse
 * the whole file.
 */
export function xmlText(text: string): string {
  const held = text.length > LIMITS.cellChars ? text.slice(0, LIMITS.cellChars) : text
  if (!SPECIAL.test(held)) return held
  return held
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g, (sign) => {
      return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
    })
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
}

/** For attributes: quotes as well. */
export const xmlAttribute = (text: string): string => xmlText(text).replaceAll('"', '&quot;')

/** The `<t>` of a string; spaces at the ends and line breaks must be kept. */
export function textElement(text: string): string {
  if (!UNUSUAL.test(text)) return `<t>${text}</t>`
  const kept = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''
  return `<t${kept}>${xmlText(text)}</t>`
}
