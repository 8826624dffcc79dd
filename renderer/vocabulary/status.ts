import type { VocabularyTable } from '../../shared/vocabulary/tables.ts'

const KEYS = {
  现行: 'vocabulary.status.current',
  废止: 'vocabulary.status.withdrawn',
  待核实: 'vocabulary.status.unverified',
} as const

/** 废止: no longer to be chosen here. */
export const isWithdrawn = (status: string | undefined): boolean => status === '废止'

/** The words of a status, of a table or of a value. */
export const statusKey = (status: VocabularyTable['status']) => KEYS[status]
