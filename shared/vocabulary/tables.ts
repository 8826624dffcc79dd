/** The code tables of the museum, and how their values are read. */
export { leaves, table } from './load.ts'
export { TABLE_NAMES, type TableName } from './names.ts'
export { readCode, type ReadCode } from './codes.ts'
export { classOf, materialsAbove, readMaterials, subclassOf, type ReadMaterials } from './materials.ts'
export type { VocabularyTable, VocabularyValue } from './record.ts'
