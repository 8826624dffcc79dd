/**
 * The closed list of what a kernel parser may remark on a text it has read. A warning never stops anything: the literal
 * is kept and a person decides. Words: resources/words/<language>/kernel.json, key `warning.<code>`; `detail` fills the
 * placeholders.
 */
export const KERNEL_WARNINGS = [
  'number.unread',
  'number.ambiguousComma',
  'number.tooLong',
  'day.unread',
  'day.twoDigitYear',
  'day.notCalendarDay',
  'day.ambiguousOrder',
  'day.lostZero',
  'day.serial',
  'day.bandAsk',
  'day.approximate',
  'era.unknown',
  'era.spans',
  'era.noNode',
  'era.typo',
  'era.ask',
  'era.reference',
  'era.yearsDiffer',
  'era.backwards',
  'era.reignYearBeyond',
  'era.reignNotInDynasty',
  'era.severalReigns',
  'era.sexagenary',
  'era.twoDigitYear',
  'era.monthOrYear',
  'era.leftOver',
  'era.laterEvent',
  'era.mark',
  'era.endUnsure',
  'era.decadeOrCentury',
  'size.unread',
  'size.noUnit',
  'size.noLabel',
  'size.unitAtEnd',
  'size.oldUnit',
  'size.notPositive',
  'size.inchesDiffer',
  'size.leftOver',
  'mass.unread',
  'mass.noUnit',
  'mass.ask',
  'mass.boundary',
  'mass.notPositive',
  'quantity.unread',
  'quantity.notWhole',
  'quantity.approximate',
  'quantity.setUncounted',
  'quantity.several',
  'quantity.ratio',
  'code.unknown',
  'code.ask',
  'code.typo',
] as const

export type KernelWarningCode = (typeof KERNEL_WARNINGS)[number]

export interface KernelWarning {
  readonly code: KernelWarningCode
  readonly detail?: Readonly<Record<string, string | number>>
}

export function warning(
  code: KernelWarningCode,
  detail?: Readonly<Record<string, string | number>>
): KernelWarning {
  return detail === undefined ? { code } : { code, detail }
}
