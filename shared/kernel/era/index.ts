import { foldKey } from '../fold.ts'
import { underTables } from '../../vocabulary/held.ts'
import { table } from '../../vocabulary/load.ts'
import { warning, type KernelWarning } from '../warning.ts'
import { readClauses, type Gathered } from './clause.ts'
import type { Certainty, Era, Reading } from './era.ts'
import type { Cursor } from './point.ts'
import { together } from './refine.ts'
import { monthOrYear, scan, type Token } from './scan.ts'
import { plainSigns } from './signs.ts'
import { centuryCode, eraByCode, spanOf, type EraNode } from './tree.ts'
import { overlap } from './years.ts'

export { eraByCode, eraPath, type EraNode } from './tree.ts'
export type { Certainty, Era } from './era.ts'

/** Beyond this a text is no date but a description; the rest is not read. */
const LONGEST = 400
const REMEMBERED = 20_000

/** Exact labels, aliases of 年代不详, 其他 and the centuries, by their folded key. */
const labels = underTables(() => {
  const byKey = new Map<string, EraNode>()
  for (const node of table('era').values) {
    if (node.mergedInto !== undefined) continue
    byKey.set(foldKey(node.label), node)
    for (const alias of node.aliases) if (typeof alias === 'string') byKey.set(foldKey(alias), node)
  }
  return byKey
})

const memory = underTables(() => new Map<string, Era>())

/**
 * Reads when a thing was made, as museums write it: dynasties, reigns and their years, sexagenary years, centuries,
 * archaeological cultures, Western years of both eras, ranges of all these, in Chinese and in English.
 * Never throws; what it cannot tell stays open and is warned about. The literal is kept untouched in `text`.
 */
export function readEra(text: string): Era {
  const remembered = memory()
  const known = remembered.get(text)
  if (known) return known
  const era = read(text)
  if (remembered.size >= REMEMBERED) remembered.clear()
  if (text.length <= LONGEST) remembered.set(text, era)
  return era
}

function read(text: string): Era {
  if (text.trim() === '') return nothing(text, [])
  const node = labels().get(foldKey(text.slice(0, LONGEST)))
  if (node) return ofNode(text, node)
  const gathered: Gathered = { warnings: [], leftOver: text.slice(LONGEST) }
  const plain = spelledOut(plainSigns(text.slice(0, LONGEST)))
  const tokens = withoutImitation(scan(plain))
  const cursor: Cursor = { tokens, at: 0, bracket: (inner) => readClauses(inner, gathered) }
  let reading: Reading | null = null
  // a stray closing bracket ends a list; what follows is read too
  while (cursor.at < tokens.length) {
    const next = readClauses(cursor, gathered)
    reading = reading && next ? together(reading, next) : (reading ?? next)
  }
  const warnings = [...gathered.warnings, ...monthOrYear(plain)]
  if (gathered.leftOver !== '')
    warnings.push(warning('era.leftOver', { text: gathered.leftOver.slice(0, 80) }))
  if (reading === null || (reading.start === null && reading.end === null && reading.code === null)) {
    return nothing(text, [warning('era.unknown', { text: text.slice(0, 80) }), ...gathered.warnings])
  }
  return ofReading(text, reading, warnings)
}

/** 二三十年代 and 二、三十年代 are 二十至三十年代; in 三千纪 the 千 is not of the number; 1st half is first half. */
function spelledOut(text: string): string {
  return text
    .replace(/([一二三四五六七八])[、,]?([二三四五六七八九])十(?=年)/gu, '$1十~$2十')
    .replace(/([一二三四五六七八九十])(千年?纪)/gu, '$1 $2')
    .replace(
      /\b([1-4])(?:st|nd|rd|th) (?=half|quarter)/gu,
      (_, place: string) => `${ORDINALS[Number(place)] ?? ''} `
    )
}

const ORDINALS = ['', 'first', 'second', 'third', 'fourth']

function withoutImitation(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex((token) => token.kind === 'mark' && token.mark === 'imitation')
  return at < 0 ? tokens : tokens.slice(0, at)
}

function nothing(text: string, warnings: readonly KernelWarning[]): Era {
  return { text, start: null, end: null, certainty: 'unknown', code: null, label: null, warnings }
}

function ofNode(text: string, node: EraNode): Era {
  const { start, end } = spanOf(node)
  const dated = start !== null || end !== null
  const certainty = !dated ? 'unknown' : node.approximate ? 'circa' : 'interval'
  return { text, start, end, certainty, code: node.code, label: node.label, warnings: [] }
}

function ofReading(text: string, reading: Reading, extra: readonly KernelWarning[]): Era {
  const { start, end, named } = reading
  const code = reading.code ?? (named ? null : centuryCode(reading))
  const node = code === null ? undefined : eraByCode(code)
  // years that were read later may have left the period behind
  const fits = node !== undefined && overlap(spanOf(node), reading)
  const warnings = [...reading.warnings, ...extra]
  if (!fits && !warnings.some((note) => note.code === 'era.spans' || note.code === 'era.noNode')) {
    warnings.push(warning('era.spans'))
  }
  const value = fits ? { code: node.code, label: node.label } : { code: null, label: null }
  return { text, start, end, certainty: certaintyOf(reading), ...value, warnings }
}

function certaintyOf(reading: Reading): Certainty {
  if (reading.start === null && reading.end === null) return 'unknown'
  if (reading.doubt) return 'uncertain'
  return reading.circa ? 'circa' : reading.grain
}
