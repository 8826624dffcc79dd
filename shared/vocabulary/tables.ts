/** The code tables of the museum, and how their values are read. */
export { leaves, table, TABLE_NAMES, type TableName } from './load.ts'
export { readCode, type ReadCode } from './codes.ts'
export { classOf, readMaterials, subclassOf, type ReadMaterials } from './materials.ts'
export type { VocabularyTable, VocabularyValue } from './record.ts'
