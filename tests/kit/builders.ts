import { noValues, type FieldValues } from '../../shared/catalogue/record.ts'
import type { WrittenObject } from '../../electron/store/catalogue.ts'
import { mintId } from '../../electron/services/ids.ts'

/** A bronze as it is typed in; override what the test is about. */
export const aBronze = (given: FieldValues = {}): FieldValues => ({
  number: '0001',
  name: '商青铜鼎',
  era: null,
  eraText: '商代晚期',
  category: '铜器',
  materials: '铜',
  quantityKind: '单件',
  actualQuantity: 1,
  grade: '二级',
  source: '发掘',
  completeness: '基本完整',
  condition: '状态稳定，不需修复',
  ...given,
})

/** A row as the store writes it, without the services: for tests of the store alone. */
export const aWrittenObject = (museumId: string, number: string, given: FieldValues = {}): WrittenObject => ({
  id: mintId(),
  museumId,
  revision: 1,
  values: { ...noValues, numberType: '藏品总登记号', ...aBronze(), ...given, number },
  literals: {},
  extras: {},
  parts: [],
  eraStart: -1300,
  eraEnd: -1046,
  eraCertainty: 'circa',
  numberKey: number.padStart(12, '0'),
  nameKey: 'shang qing tong ding',
  warnings: 0,
  findings: '',
  words: '商 青 铜 鼎',
  initials: 's q t d',
  batchId: null,
  createdAt: '2026-03-01T04:00:00.000Z',
  updatedAt: '2026-03-01T04:00:00.000Z',
})
