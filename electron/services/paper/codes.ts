import bwip from 'bwip-js/generic'

/** A code as squares: `dark(x, y)` counts from the upper left corner. Quiet zones are the drawer's matter. */
export interface Squares {
  readonly side: number
  readonly dark: (x: number, y: number) => boolean
}

/**
 * A QR code (ISO/IEC 18004) of a text in UTF-8, that may lose 15 % of itself (level M).
 * 400 bytes at most: what is asked for is a number, and more squares than that no label can hold.
 */
export function qrSquares(text: string): Squares | null {
  if (Buffer.byteLength(text) === 0 || Buffer.byteLength(text) > 400) return null
  // a sign of its own to bwip-js, which it is not to us
  const plain = text.replaceAll('^', '^^')
  // without the mark for UTF-8 a reader guesses, and takes 云文 for Japanese
  const marked = holdsBars(text) ? plain : `${UTF8}${plain}`
  const [code] = bwip.raw('qrcode', marked, 'parsefnc eclevel=M')
  if (!code || !('pixs' in code)) return null
  const { pixs, pixx } = code
  return { side: pixx, dark: (x, y) => pixs[y * pixx + x] === 1 }
}

const UTF8 = '^ECI000026'

/** Code 128 holds ASCII: a number with Chinese characters in it has none. */
export const holdsBars = (text: string): boolean => /^[\u0020-\u007e]{1,60}$/.test(text)

/** Code 128 (ISO/IEC 15417) as widths, bar and gap by turns, beginning with a bar; null where it cannot hold the text. */
export function barWidths(text: string): readonly number[] | null {
  if (!holdsBars(text)) return null
  const [code] = bwip.raw({ bcid: 'code128', text })
  return code && 'sbs' in code ? [...code.sbs] : null
}
