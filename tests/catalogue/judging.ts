import { expect } from 'vitest'
import { findingWords } from '../../electron/services/reports/finding-words.ts'
import { judge, type JudgeContext } from '../../shared/catalogue/rules.ts'
import { noValues, type FieldValues, type Finding } from '../../shared/catalogue/record.ts'

export const TODAY = '2026-03-01'

/** A bronze with which every rule is content. */
const aGoodBronze: FieldValues = {
  ...noValues,
  number: '0001',
  numberType: '藏品总登记号',
  name: '商兽面纹青铜鼎',
  era: '302000',
  category: '铜器',
  materialClass: '单一质地',
  materialSubclass: '无机质',
  materials: '铜',
  quantityKind: '单件',
  actualQuantity: 1,
  sizeText: '通高21.3厘米，口径17厘米',
  mass: 2350,
  massUnit: 'g',
  massBand: '1-50 kg',
  grade: '二级',
  appraisal: '2019 年省文物鉴定委员会：真品，二级',
  place: '一号库房/甲柜',
  source: '发掘',
  completeness: '完整',
  condition: '状态稳定，不需修复',
  acquisitionBand: '1977-2000',
  acquisitionYear: 1987,
  acquiredOn: '1987-05-03',
  registeredOn: '1987-06-01',
}
const SHANG: JudgeContext = { own: [], today: TODAY, eraStart: -1600, eraEnd: -1046 }

export const findings = (given: FieldValues, context: Partial<JudgeContext> = {}): Finding[] => {
  const found = judge({ ...aGoodBronze, ...given }, { ...SHANG, ...context })
  // every code that any test here brings about has words
  for (const finding of found) expect(findingWords(finding)).toMatch(/^[^{}]*[\u4e00-\u9fff][^{}]*$/)
  return found
}
export const codes = (given: FieldValues, context: Partial<JudgeContext> = {}): string[] =>
  findings(given, context).map((finding) => finding.code)
