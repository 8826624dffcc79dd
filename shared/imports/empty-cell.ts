import type { Cell } from './table.ts'

/** Signs that stand for "nothing". */
const NOTHING = /^(?:[-—–─_/\\.·]{1,4}|\[\]|null|n\/a|#n\/a|无数据)$/iu

const MAY_BE_NOTHING: ReadonlySet<number> = new Set(
  Array.from('-—–─_/\\.·[nN#无', (sign) => sign.charCodeAt(0))
)

export function isEmptyCell(cell: Cell): boolean {
  if (cell.kind === 'empty') return true
  const text = cell.text.trim()
  if (text.length === 0) return true
  return (
    text.length < 5 && cell.kind === 'text' && MAY_BE_NOTHING.has(text.charCodeAt(0)) && NOTHING.test(text)
  )
}
