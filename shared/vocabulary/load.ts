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
import { vocabularyTable, type VocabularyTable } from './record.ts'

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
} as const

/** A table is named like its file in resources/vocabularies. */
export type TableName = keyof typeof FILES
export const TABLE_NAMES = Object.keys(FILES) as readonly TableName[]

const parsed = new Map<TableName, VocabularyTable>()

/** The table of that name, checked against its schema the first time it is asked for. */
export function table(name: TableName): VocabularyTable {
  const known = parsed.get(name)
  if (known) return known
  const read = vocabularyTable.parse(FILES[name])
  parsed.set(name, read)
  return read
}

/** The values with nothing below them: what may be chosen for an object. */
export function leaves(name: TableName): VocabularyTable['values'] {
  const { values } = table(name)
  const parents = new Set(values.map((value) => value.parent))
  return values.filter((value) => !parents.has(value.code))
}
