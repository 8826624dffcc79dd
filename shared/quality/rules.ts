/**
 * Where a rule is kept. `record`: judged from one record's own values whenever it is written (shared/catalogue/rules.ts).
 * `museum`: worked out of several records or of the pictures whenever it is asked for. `entry`: cannot be broken, for what
 * is entered is refused or put right. `notYet`: needs rooms that this program does not have yet, and is not judged.
 */
export type RulePlace = 'record' | 'museum' | 'entry' | 'notYet'
export type RuleLevel = 'error' | 'warning' | 'auto'

export interface QualityRule {
  /** As in china-standards 2; the five without a number there stand for section 1. Words: `quality.rule.<id>`. */
  readonly id: string
  /** How grave its findings can be. */
  readonly levels: readonly RuleLevel[]
  readonly place: RulePlace
  /** Section of china-standards that it comes from. */
  readonly source: string
}

const rule = (
  id: string,
  place: RulePlace,
  source: string,
  ...levels: readonly RuleLevel[]
): QualityRule => ({
  id,
  levels,
  place,
  source,
})

/** All rules of the trade that a record is held against, those that are not judged yet among them. */
export const QUALITY_RULES: readonly QualityRule[] = [
  rule('required', 'record', '1.1', 'error', 'warning'),
  rule('unread', 'record', '1.1', 'warning'),
  rule('noNode', 'record', '1.4', 'warning'),
  rule('code', 'record', '1.2–1.8', 'warning'),
  rule('own', 'record', '—', 'warning'),
  rule('withdrawn', 'record', '1.2–1.8', 'warning'),
  rule('V01', 'entry', '2.4', 'error'),
  rule('V02', 'record', '2.4', 'error', 'warning'),
  rule('V03', 'record', '2.4', 'warning'),
  rule('V04', 'record', '2.4', 'error'),
  rule('V05', 'record', '2.4', 'warning'),
  rule('V06', 'record', '2.4', 'warning'),
  rule('V07', 'record', '2.4', 'error', 'warning'),
  rule('V08', 'record', '2.4', 'error', 'warning'),
  rule('V09', 'record', '2.4', 'error'),
  rule('V10', 'museum', '2.4', 'warning'),
  rule('V11', 'record', '2.4', 'error'),
  rule('V12', 'record', '2.4', 'warning'),
  rule('V13', 'notYet', '2.4', 'error'),
  rule('V14', 'record', '2.4', 'auto', 'warning'),
  rule('N1', 'record', '2.1', 'error', 'warning'),
  rule('N2', 'record', '2.1', 'warning'),
  rule('N3', 'record', '2.1', 'warning'),
  rule('N4', 'record', '2.1', 'warning'),
  rule('N5', 'record', '2.1', 'warning'),
  rule('N6', 'record', '2.1', 'warning'),
  rule('N7', 'museum', '2.1', 'warning'),
  rule('N8', 'entry', '2.1', 'auto'),
  rule('D1', 'record', '2.2', 'error'),
  rule('D2', 'record', '2.2', 'warning'),
  rule('D3', 'record', '2.2', 'warning'),
  rule('D4', 'record', '2.2', 'warning'),
  rule('D5', 'record', '2.2', 'warning'),
  rule('D6', 'record', '2.2', 'warning'),
  rule('D7', 'record', '2.2', 'error'),
  rule('D8', 'record', '2.2', 'error', 'warning'),
  rule('D9', 'record', '2.2', 'warning'),
  rule('I1', 'museum', '2.3', 'warning'),
  rule('I2', 'entry', '2.3', 'error', 'warning'),
  rule('I3', 'entry', '2.3', 'auto'),
  rule('I4', 'entry', '2.3', 'auto'),
  rule('I5', 'entry', '2.3', 'auto'),
]

export const isRule = (id: string): boolean => QUALITY_RULES.some((one) => one.id === id)

/** Objects with an error ÷ objects may not be more: the bar of the first national census. */
export const CENSUS_BAR = 0.005

/** Views that show the whole object: I1 wants one of them (china-standards 2.3). */
export const WHOLE_VIEWS: readonly string[] = ['正视', '全景']
/** I1: objects of these grades want so many different views. */
export const PRECIOUS: readonly string[] = ['一级', '二级', '三级']
export const PRECIOUS_VIEWS = 3
