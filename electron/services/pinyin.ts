import { pinyin } from 'pinyin-pro'
import { BREAK } from '../../shared/kernel/search.ts'

interface Readings {
  readonly initials: readonly string[]
  readonly reading: string
}

/** By code: first letters of all readings of a character, and its commonest reading; null for what is no Han character. */
const known = new Array<Readings | null | undefined>(0x10000)

const CJK = /\p{Script=Han}/u
const MOST_VARIANTS = 4

function readingsOf(character: string): Readings | null {
  // beyond the list are characters too rare to be remembered
  const code = character.codePointAt(0) ?? 0
  const seen = known[code]
  if (seen !== undefined) return seen
  const made = CJK.test(character) ? read(character) : null
  if (code < known.length) known[code] = made
  return made
}

function read(character: string): Readings {
  const all = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true })
  const letters = all.map((reading) => reading.charAt(0)).filter((letter) => /[a-z]/.test(letter))
  return { initials: [...new Set(letters)], reading: all[0] ?? character }
}

/**
 * Pinyin initials of names for the search index, a letter a token: 青铜鼎 → `q t d`. Characters with several readings
 * give several lines (at most four a name), kept apart. Latin letters stand for themselves.
 */
export function initialsOf(names: readonly (string | null)[]): string {
  let joined = ''
  for (const name of names) {
    if (name === null) continue
    for (const line of variants(name))
      if (line !== '') joined = joined === '' ? line : `${joined} ${BREAK} ${line}`
  }
  return joined
}

function variants(name: string): string[] {
  let lines = ['']
  for (const character of name.slice(0, 60)) {
    const letters = readingsOf(character)?.initials ?? []
    const [first] = letters
    if (first === undefined) continue
    const chosen = lines.length * letters.length <= MOST_VARIANTS ? letters : [first]
    const [only] = lines
    if (chosen.length === 1 && lines.length === 1) lines[0] = `${only ?? ''}${first} `
    else lines = lines.flatMap((line) => chosen.map((letter) => `${line}${letter} `))
  }
  return lines.map((line) => line.trimEnd())
}

/** Sort key of a name in pinyin order: readings of its characters, other text in lower case, then the name itself. */
export function nameKey(name: string): string {
  let key = ''
  for (const character of name.slice(0, 40)) {
    const readings = readingsOf(character)
    key += readings ? `${readings.reading} ` : character.toLowerCase()
  }
  return key === '' ? '\u{ffff}' : `${key}\u0001${name.slice(0, 40)}`
}

/** Pinyin of a name in one piece, commonest readings: 张三 → `zhangsan`; signs and blanks are left out. */
export function readingOf(name: string): string {
  let reading = ''
  for (const character of name.slice(0, 60))
    reading += readingsOf(character)?.reading ?? (/[a-z0-9]/i.test(character) ? character.toLowerCase() : '')
  return reading
}
