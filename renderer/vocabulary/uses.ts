import { useQuery } from '@tanstack/react-query'
import { fieldOfTable, storedAs } from '../../shared/vocabulary/rules.ts'
import { table, type TableName, type VocabularyValue } from '../../shared/vocabulary/tables.ts'
import { museum } from '../bridge/museum.ts'
import { tables } from '../bridge/tables.ts'

interface Stray {
  readonly value: string
  readonly count: number
}

export interface Uses {
  /** Objects that have the value; null for a table that is no field's. */
  readonly of: (name: TableName, value: VocabularyValue) => number | null
  /** How many different values of a table objects have. */
  readonly inUse: (name: TableName) => number
  /** What stands in records and not in the table. */
  readonly strays: (name: TableName) => readonly Stray[]
}

/** How many objects have each value; null while that is being counted. */
export function useUses(): { readonly uses: Uses | null; readonly error: unknown } {
  tables.use()
  const { data, error } = useQuery({
    queryKey: ['catalogue', 'vocabulary', 'uses'],
    queryFn: () => museum.vocabulary.uses({}),
  })
  if (!data) return { uses: null, error }
  const counts = new Map(data.uses.map(({ field, value, count }) => [`${field} ${value}`, count]))
  const ofTable = (name: TableName) => data.uses.filter(({ field }) => field === fieldOfTable(name)?.id)
  return {
    error,
    uses: {
      of(name, value) {
        const field = fieldOfTable(name)
        return field ? (counts.get(`${field.id} ${storedAs(name, value)}`) ?? 0) : null
      },
      inUse: (name) => ofTable(name).length,
      strays(name) {
        const known = new Set(table(name).values.map((value) => storedAs(name, value)))
        return ofTable(name).filter(({ value }) => !known.has(value))
      },
    },
  }
}
