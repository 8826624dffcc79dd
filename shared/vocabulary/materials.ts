import { warning, type KernelWarning } from '../kernel/warning.ts'
import { readCode } from './codes.ts'
import { underTables } from './held.ts'
import { leaves, table } from './load.ts'

export interface ReadMaterials {
  /** Leaves of 1.5 as exported, in the order written, each once. */
  readonly labels: readonly string[]
  /** 质地类别: 单一质地 or 复合或组合质地. */
  readonly class: string | null
  /** 质地子类别: 有机质, 无机质, 有机复合或组合 … */
  readonly subclass: string | null
  /** A leaf among them is an offer that a person must confirm. */
  readonly asked: boolean
  readonly warnings: readonly KernelWarning[]
}

/** What stands between the words of a list: no material's own word may hold one. */
export const SEPARATORS = /[,，、/／;；+＋&\s]|和|与|及/u
const ORGANIC = '有机质'
const INORGANIC = '无机质'

/** Leaf → 有机质 or 无机质, and the leaves above it where the museum has put its own under one. */
const kinds = underTables((): ReadonlyMap<string, { kind: string; above: readonly string[] }> => {
  const nodes = new Map(table('material').values.map((value) => [value.code, value]))
  return new Map(
    leaves('material').flatMap((leaf) => {
      const above: string[] = []
      let node = leaf.parent === undefined ? undefined : nodes.get(leaf.parent)
      while (node && node.label !== ORGANIC && node.label !== INORGANIC && above.length < nodes.size) {
        above.push(node.label)
        node = node.parent === undefined ? undefined : nodes.get(node.parent)
      }
      return node ? [[leaf.label, { kind: node.label, above }] as const] : []
    })
  )
})

/** 铜 for the museum's own 青铜 under it; nothing for a national leaf. */
export const materialsAbove = (label: string): readonly string[] => kinds().get(label)?.above ?? []

const REMEMBERED = 2000
const memory = underTables(() => new Map<string, ReadMaterials>())

/**
 * Reads `铜,金`, `铁、木`, `青铜`, `骨角` into leaves and derives 质地类别 and 质地子类别 (china-standards 1.5, V04).
 * Unknown parts are warned about and left out; class and subclass are then null, for they would be a guess.
 */
export function readMaterials(text: string): ReadMaterials {
  const remembered = memory()
  const known = remembered.get(text)
  if (known) return known
  const read = readParts(text)
  if (remembered.size >= REMEMBERED) remembered.clear()
  remembered.set(text, read)
  return read
}

function readParts(text: string): ReadMaterials {
  const parts = asLeaf(text) ? [text] : text.split(SEPARATORS)
  const labels: string[] = []
  const warnings: KernelWarning[] = []
  let asked = false
  let complete = true
  for (const part of parts) {
    if (part.trim() === '') continue
    const read = readCode('material', part)
    if (read.label !== null && kinds().has(read.label)) {
      if (!labels.includes(read.label)) labels.push(read.label)
      warnings.push(...read.warnings)
      asked ||= read.asked
    } else {
      complete = false
      warnings.push(warning('code.unknown', { text: part.trim() }))
    }
  }
  const known = complete && labels.length > 0
  return {
    labels,
    class: known ? classOf(labels) : null,
    subclass: known ? subclassOf(labels) : null,
    asked,
    warnings,
  }
}

function asLeaf(text: string): boolean {
  const { label } = readCode('material', text)
  return label !== null && kinds().has(label)
}

/** 质地类别 of a set of leaves: one leaf is 单一质地 (V04). Null for none. */
export function classOf(labels: readonly string[]): string | null {
  if (labels.length === 0) return null
  return labels.length === 1 ? '单一质地' : '复合或组合质地'
}

/** 质地子类别 of a set of leaves; null for none or where one of them is no leaf of the table. */
export function subclassOf(labels: readonly string[]): string | null {
  const found = new Set(labels.map((label) => kinds().get(label)?.kind))
  const [kind] = found
  if (kind === undefined || found.has(undefined)) return null
  if (labels.length === 1) return kind
  if (found.size > 1) return '有机无机复合或组合'
  return kind === ORGANIC ? '有机复合或组合' : '无机复合或组合'
}
