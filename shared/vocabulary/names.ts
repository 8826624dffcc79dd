/** The code tables by name; each is named like its file in resources/vocabularies. */
export const TABLE_NAMES = [
  'number-type',
  'category',
  'era',
  'period',
  'culture',
  'ruler',
  'reign',
  'material',
  'material-class',
  'material-subclass',
  'grade',
  'source',
  'completeness',
  'condition',
  'mass-band',
  'mass-unit',
  'acquisition-band',
  'quantity-kind',
  'quantity-unit',
  'book-type',
] as const
export type TableName = (typeof TABLE_NAMES)[number]
