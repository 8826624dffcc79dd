import { set_cptable } from '@e965/xlsx'

/** Windows code pages of workbooks before Excel 97, by the names that TextDecoder knows. */
const NAMES: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1201: 'utf-16be',
  10000: 'macintosh',
  65001: 'utf-8',
}
const UTF16 = 1200
const decoders = new Map<number, TextDecoder>()

/** Text of bytes in a code page; those not named above are read as their Windows namesake or as Latin. */
function decode(codepage: number, bytes: Uint8Array | readonly number[]): string {
  const given = bytes instanceof Uint8Array ? bytes : Uint8Array.from(bytes)
  if (codepage === UTF16) return Buffer.from(given.buffer, given.byteOffset, given.length).toString('utf16le')
  let decoder = decoders.get(codepage)
  if (!decoder) {
    const windows = codepage >= 1250 && codepage <= 1258 ? `windows-${codepage}` : 'latin1'
    decoder = new TextDecoder(NAMES[codepage] ?? windows)
    decoders.set(codepage, decoder)
  }
  return decoder.decode(given)
}

/** Gives the library for old workbooks the platform's decoders in place of its own half a megabyte of tables. */
export function provideCodepages(): void {
  set_cptable({ utils: { decode } })
}
