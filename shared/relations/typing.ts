import { readCode } from '../vocabulary/codes.ts'
import { readMaterials } from '../vocabulary/materials.ts'
import { tidyNumber } from '../kernel/number.ts'
import { newPart, proposeNumbers, type Part } from './parts.ts'

/** Columns of a pasted part list, in their order. */
export const TYPED_COLUMNS = [
  'name',
  'materials',
  'sizeText',
  'mass',
  'completeness',
  'condition',
  'place',
  'remarks',
] as const

const MASS = /^(\d+(?:\.\d+)?)\s*(g|kg|克|千克|公斤|吨)?$/iu
const UNITS: Readonly<Record<string, string>> = {
  g: 'g',
  克: 'g',
  kg: 'kg',
  千克: 'kg',
  公斤: 'kg',
  吨: '吨',
}

/**
 * A part list as it is typed or pasted from a spreadsheet: a part a line; a 分件号 that begins with the whole's number may
 * stand first, then name, materials, size, mass, completeness, condition, place, remarks, parted by tabs. What is no value
 * of its column stays as text: size as written, a mass without a number in the remarks. `mint` gives ids.
 */
export function typedParts(
  text: string,
  whole: string,
  parts: readonly Part[],
  mint: () => string
): { parts: Part[]; taken: string[] } {
  const lines = text.split(/\r?\n/u).map((line) => line.split('\t').map((cell) => cell.trim()))
  const rows = lines.filter((cells) => cells.some((cell) => cell !== ''))
  const used = new Set(parts.map(({ number }) => number))
  const taken: string[] = []
  const numbered = rows.map((cells) => {
    const [first = '', ...rest] = cells
    const number = tidyNumber(first)
    const isNumber = number.startsWith(whole) && number.length > whole.length
    if (!isNumber) return { number: null, cells }
    if (used.has(number)) taken.push(number)
    used.add(number)
    return { number, cells: rest }
  })
  const free = proposeNumbers(whole, [...used], numbered.filter(({ number }) => number === null).length)
  const made = numbered.map(({ number, cells }) =>
    newPart(mint(), number ?? free.shift() ?? '', readCells(cells))
  )
  return { parts: made, taken }
}

function readCells(cells: readonly string[]): Partial<Part> {
  const [name, materials, sizeText, mass, completeness, condition, place, ...remarks] = cells.map(
    (cell) => cell || null
  )
  const read = MASS.exec(mass ?? '')
  const beside = mass !== undefined && mass !== null && !read ? mass : null
  return {
    name: name ?? null,
    materials: materialsOf(materials ?? null),
    sizeText: sizeText ?? null,
    mass: read ? Number(read[1]) : null,
    massUnit: read ? (UNITS[(read[2] ?? '').toLowerCase()] ?? null) : null,
    completeness: labelOf('completeness', completeness ?? null),
    condition: labelOf('condition', condition ?? null),
    place: place ?? null,
    remarks: [beside, ...remarks].filter((said) => said !== null).join('，') || null,
  }
}

function materialsOf(text: string | null): string | null {
  if (text === null) return null
  const { labels, warnings } = readMaterials(text)
  return warnings.length === 0 && labels.length > 0 ? labels.join(',') : text
}

function labelOf(table: 'completeness' | 'condition', text: string | null): string | null {
  return text === null ? null : (readCode(table, text).label ?? text)
}
