import { Fault } from '../../shared/contract/faults.ts'
import { checkTexts } from './xls-texts.ts'

const BOF = 0x0809
const EOF = 0x0a
const CONTINUE = 0x3c
const BOUND_SHEET = 0x85
const SHARED_TEXTS = 0xfc
const LONGEST = 8224

/** Lengths of records that have only one ([MS-XLS] 2.4): cells, rows, and what small numbers are mistaken for. */
const LENGTHS: Readonly<Record<number, number>> = {
  [EOF]: 0,
  ...{ 0x0c: 2, 0x0d: 2, 0x0e: 2, 0x0f: 2, 0x10: 8, 0x11: 2, 0x12: 2, 0x13: 2, 0x22: 2 },
  ...{ 0x26: 8, 0x27: 8, 0x28: 8, 0x29: 8, 0x2a: 2, 0x2b: 2 },
  ...{ 0x00fd: 10, 0x0201: 6, 0x0203: 14, 0x0205: 8, 0x0208: 16, 0x027e: 10 },
}

/** Numbers of records in Excel 5 to 2003 ([MS-XLS] 2.3), in hexadecimal; future and chart records as they come. */
const KNOWN = (
  '6-a c-100 103 122 131 137-138 13b 13d-140 14a-14b 14d-154 15f-161 191-198 1a9-1be 1c0-1c2 200-20b 218 221-225 ' +
  '231 236 23e 243 27e 293 406 418 41e 43c 443 4bc 800-8ff 1000-10ff'
)
  .split(' ')
  .map((range) => range.split('-').map((number) => parseInt(number, 16)))

/**
 * Follows the records of a workbook stream (Excel 5 to 2003) from the first to the last, because the library passes
 * over what it does not know and reads on wherever it comes out: each must be a record that there is, of a length
 * that it can have, each sheet must begin where the list says and end with its end mark, and the shared texts must
 * fill their place. Throws file.damaged. Nothing tells where damage lies wholly within a text: there are no checksums.
 */
export function checkRecords(stream: Buffer): void {
  if (stream.length < 4 || stream.readUInt16LE(0) !== BOF) return
  const begun = new Set<number>()
  const listed: number[] = []
  let depth = 0
  let texts: Buffer[] = []
  let at = 0
  for (; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
    const type = stream.readUInt16LE(at)
    const length = stream.readUInt16LE(at + 2)
    if (depth === 0 && type === 0) break
    const content = stream.subarray(at + 4, at + 4 + length)
    if (!isRecord(type, length) || content.length < length) throw new Fault('file.damaged')
    if (depth === 0 && type !== BOF) throw new Fault('file.damaged')
    if (texts.length > 0 && type !== CONTINUE) {
      checkTexts(texts)
      texts = []
    }
    if (type === BOF && depth++ === 0) begun.add(at)
    else if (type === EOF) depth--
    else if (type === BOUND_SHEET && length >= 4) listed.push(content.readUInt32LE(0))
    else if (type === SHARED_TEXTS || texts.length > 0) texts.push(content)
  }
  // what stands behind the last end mark fills up a sector
  const rest = stream.subarray(at)
  if (depth !== 0 || !listed.every((place) => begun.has(place)) || rest.some((byte) => byte !== 0))
    throw new Fault('file.damaged')
}

function isRecord(type: number, length: number): boolean {
  if (length > LONGEST || (LENGTHS[type] ?? length) !== length) return false
  return KNOWN.some(([from = 0, to = from]) => type >= from && type <= to)
}
