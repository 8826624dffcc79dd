/**
 * The closed list of what can go wrong in words a person reads. Every code has words in both languages
 * (resources/words/<language>/, key `fault.<code>`; a house test compares the lists).
 */
export const FAULTS = [
  // the call itself
  'call.unknown',
  'call.badInput',
  'call.tooLarge',
  'call.tooMany',
  'call.notAllowed',
  'call.internal',
  'call.cancelled',
  'host.gone',
  // the museum's folder and file
  'museum.none',
  'museum.exists',
  'museum.notMuseum',
  'museum.fromFuture',
  'museum.damaged',
  'museum.readOnly',
  'museum.locked',
  'museum.missing',
  'museum.networkFolder',
  'museum.diskFull',
  'museum.diskFailed',
  'exchange.notWhole',
  'exchange.damaged',
  // records
  'record.missing',
  'record.changedMeanwhile',
  'record.numberTaken',
  'record.numberMissing',
  'record.badField',
  'record.nothingToUndo',
  'record.reasonNeeded',
  // numbers
  'numbers.noPattern',
  'numbers.noCategory',
  'numbers.badPattern',
  'part.numberTwice',
  'part.numberTaken',
  'part.numberIsObject',
  'relation.self',
  'relation.known',
  'relation.loop',
  'relation.missing',
  // people and institutions
  'party.nameMissing',
  'party.changedMeanwhile',
  'party.merged',
  'party.mergedOn',
  'party.linked',
  'party.alreadyLinked',
  'party.same',
  'party.nothingTaken',
  'merge.missing',
  // files that come in and go out
  'file.missing',
  'file.isFolder',
  'file.notFolder',
  'file.noFolder',
  'file.empty',
  'file.notTable',
  'file.html',
  'file.password',
  'file.damaged',
  'file.bomb',
  'file.tooManyRows',
  'file.tooManyColumns',
  'file.cellTooLong',
  'file.fieldTooLong',
  'file.tooLarge',
  'file.encoding',
  'file.nul',
  'file.lineTooLong',
  'file.quote',
  'file.sheetEmpty',
  'file.noSheet',
  'file.sheetless',
  'file.unsupported',
  'file.locked',
  'file.diskFull',
  'file.token',
  'file.noViewer',
  // pictures
  'picture.notPicture',
  'picture.damaged',
  'picture.tooManyPixels',
  'picture.tooLarge',
  'picture.tooMany',
  'picture.manyObjects',
  'picture.missing',
  'picture.tooSmall',
  'picture.tooSlow',
  'picture.breaks',
  'mark.missing',
  'attachment.missing',
  'attachment.notOpened',
  'attachment.noProgram',
  // imports and jobs
  'import.noNumberColumn',
  'import.unknownField',
  'import.mappingFile',
  'import.mappingUnreadable',
  'import.undone',
  'batch.missing',
  // fields that a museum has added
  'ownField.most',
  'ownField.missing',
  'ownField.nameTaken',
  'ownField.limits',
  'ownField.noCodes',
  'ownField.codeTwice',
  'ownField.codeInUse',
  'ownField.kind',
  'ownField.inUse',
  'ownField.unfit',
  'ownField.changedMeanwhile',
  'finding.missing',
  'job.missing',
  'job.interrupted',
  'report.unknown',
  // code tables
  'vocabulary.closed',
  'vocabulary.missing',
  'vocabulary.wordTaken',
  'vocabulary.badWord',
  'vocabulary.badParent',
  'vocabulary.badYears',
  'vocabulary.national',
  'vocabulary.merged',
  'vocabulary.cannotMerge',
  'vocabulary.shownAnew',
  // what is printed
  'paper.nothing',
  'paper.needsWindow',
  'paper.press',
  'paper.sheetWide',
  'paper.sheetHigh',
  'paper.sheetOverlap',
  'paper.start',
  // saved views and sets
  'view.missing',
  'view.changedMeanwhile',
  'view.nameTaken',
  'set.missing',
  'set.changedMeanwhile',
  'set.nameTaken',
  'set.notMember',
] as const

export type FaultCode = (typeof FAULTS)[number]
export type FaultDetail = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** A refusal with a reason. `detail` fills the placeholders of the words; it never holds a path, SQL or a stack. */
export class Fault extends Error {
  readonly code: FaultCode
  readonly detail: FaultDetail
  constructor(code: FaultCode, detail: FaultDetail = {}) {
    super(code)
    this.name = 'Fault'
    this.code = code
    this.detail = detail
  }
}

export function isFaultCode(code: string): code is FaultCode {
  return (FAULTS as readonly string[]).includes(code)
}
