import acquisitionBand from '../../resources/vocabularies/acquisition-band.json' with { type: 'json' }
import bookType from '../../resources/vocabularies/book-type.json' with { type: 'json' }
import category from '../../resources/vocabularies/category.json' with { type: 'json' }
import completeness from '../../resources/vocabularies/completeness.json' with { type: 'json' }
import condition from '../../resources/vocabularies/condition.json' with { type: 'json' }
import culture from '../../resources/vocabularies/culture.json' with { type: 'json' }
import era from '../../resources/vocabularies/era.json' with { type: 'json' }
import grade from '../../resources/vocabularies/grade.json' with { type: 'json' }
import massBand from '../../resources/vocabularies/mass-band.json' with { type: 'json' }
import massUnit from '../../resources/vocabularies/mass-unit.json' with { type: 'json' }
import materialClass from '../../resources/vocabularies/material-class.json' with { type: 'json' }
import materialSubclass from '../../resources/vocabularies/material-subclass.json' with { type: 'json' }
import material from '../../resources/vocabularies/material.json' with { type: 'json' }
import numberType from '../../resources/vocabularies/number-type.json' with { type: 'json' }
import period from '../../resources/vocabularies/period.json' with { type: 'json' }
import quantityKind from '../../resources/vocabularies/quantity-kind.json' with { type: 'json' }
import quantityUnit from '../../resources/vocabularies/quantity-unit.json' with { type: 'json' }
import reign from '../../resources/vocabularies/reign.json' with { type: 'json' }
import redRelic from '../../resources/vocabularies/red-relic.json' with { type: 'json' }
import ruler from '../../resources/vocabularies/ruler.json' with { type: 'json' }
import source from '../../resources/vocabularies/source.json' with { type: 'json' }
import { withAdditions } from './adding.ts'
import { heldAdditions, underTables } from './held.ts'
import type { TableName } from './names.ts'
import { vocabularyTable, type VocabularyTable, type VocabularyValue } from './record.ts'

const FILES = {
  'number-type': numberType,
  category,
  era,
  period,
  culture,
  ruler,
  reign,
  material,
  'material-class': materialClass,
  'material-subclass': materialSubclass,
  grade,
  source,
  completeness,
  condition,
  'mass-band': massBand,
  'mass-unit': massUnit,
  'acquisition-band': acquisitionBand,
  'quantity-kind': quantityKind,
  'quantity-unit': quantityUnit,
  'book-type': bookType,
  'red-relic': redRelic,
} as const satisfies Readonly<Record<TableName, unknown>>

const parsed = new Map<TableName, VocabularyTable>()

/** The national table of that name, checked against its schema the first time it is asked for. */
export function nationalTable(name: TableName): VocabularyTable {
  const known = parsed.get(name)
  if (known) return known
  const read = vocabularyTable.parse(FILES[name])
  parsed.set(name, read)
  return read
}

const here = underTables(() => new Map<TableName, VocabularyTable>())

/** The table of that name as it holds in the open museum: the national values and the museum's own. */
export function table(name: TableName): VocabularyTable {
  const tables = here()
  const known = tables.get(name)
  if (known) return known
  const made = withAdditions(nationalTable(name), name, heldAdditions())
  tables.set(name, made)
  return made
}

/** The values with nothing national below them, and the museum's own: what may stand in an object's record. */
export function leaves(name: TableName): readonly VocabularyValue[] {
  return leavesOf(table(name))
}

export function leavesOf({ values }: VocabularyTable): readonly VocabularyValue[] {
  const parents = new Set(values.flatMap((value) => (value.own ? [] : [value.parent])))
  return values.filter((value) => value.own === true || !parents.has(value.code))
}
