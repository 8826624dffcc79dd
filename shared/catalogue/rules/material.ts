import plausible from '../../../resources/vocabularies/category-material.json' with { type: 'json' }
import { underTables } from '../../vocabulary/held.ts'
import { materialsAbove, subclassOf } from '../../vocabulary/tables.ts'
import { fail, textOf, warn, type Rule } from './finding.ts'

const USUAL: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(plausible.usual))
const subclasses = underTables(() => new Map<string, string | null>())

/** V04: 单一质地 has one leaf, 复合或组合质地 at least two, and the sub-class says what they are. V05: 类别 fits 质地. */
export const material: Rule = (values, _, found) => {
  const written = textOf(values, 'materials')
  if (written === null) return
  const leaves = written.split(',')
  const kind = textOf(values, 'materialClass')
  const subclass = textOf(values, 'materialSubclass')
  if (kind === '单一质地' && leaves.length !== 1)
    fail(found, 'materials', 'V04.single', { count: leaves.length })
  if (kind === '复合或组合质地' && leaves.length < 2)
    fail(found, 'materials', 'V04.composite', { count: leaves.length })
  const right = rightSubclass(written, leaves)
  if (right === null) warn(found, 'materials', 'code', { text: written })
  else if (subclass !== null && subclass !== right)
    fail(found, 'materialSubclass', 'V04.subclass', { right, written })
  const usual = USUAL.get(textOf(values, 'category') ?? '')
  if (usual && right !== null && !leaves.some((leaf) => fits(leaf, usual))) {
    warn(found, 'materials', 'V05', { materials: written, usual: usual.join('、') })
  }
}

/** The museum's own 青铜 under 铜 is 铜 here. */
const fits = (leaf: string, usual: readonly string[]): boolean =>
  usual.includes(leaf) || materialsAbove(leaf).some((above) => usual.includes(above))

function rightSubclass(written: string, leaves: readonly string[]): string | null {
  const remembered = subclasses()
  const known = remembered.get(written)
  if (known !== undefined) return known
  const right = subclassOf(leaves)
  if (remembered.size < 5000) remembered.set(written, right)
  return right
}
