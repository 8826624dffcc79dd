/** Signs from the CJK radicals on are as wide as they are high; others take about this much of it. */
const NARROW = 0.6
const FULL_WIDTH = 0x2e80

/** How wide a text is, in its own height. An estimate for the system's sans-serif fonts, rather too wide than too narrow. */
export function ems(text: string): number {
  let width = 0
  for (const sign of text) width += (sign.codePointAt(0) ?? 0) >= FULL_WIDTH ? 1 : NARROW
  return width
}

/** A text in lines of at most `most` ems and at most `count` of them; `cut` where some of it is left out, shown by ….  */
export function inLines(
  text: string,
  most: number,
  count: number
): { readonly lines: readonly string[]; readonly cut: boolean } {
  const lines: string[] = []
  let line = ''
  const flat = text.replace(/\s+/gu, ' ').trim()
  for (const sign of flat) {
    if (line !== '' && ems(line + sign) > most) {
      if (lines.length + 1 === count) return { lines: [...lines, shortened(line, most)], cut: true }
      lines.push(line)
      line = sign === ' ' ? '' : sign
    } else line += sign
  }
  if (line !== '') lines.push(line)
  return count === 0 ? { lines: [], cut: flat !== '' } : { lines, cut: false }
}

function shortened(line: string, most: number): string {
  const signs = [...line]
  while (signs.length > 0 && ems(signs.join('')) + 1 > most) signs.pop()
  return `${signs.join('')}…`
}
