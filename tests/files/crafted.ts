import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { afterAll } from 'vitest'
import { Fault, type FaultCode, type FaultDetail } from '../../shared/contract/faults.ts'
import type { Row } from '../../shared/imports/table.ts'
import { openTable } from '../../electron/files/open-table.ts'

/** A folder for one test file, gone when it is done. */
export function aFolder(): (name: string, content?: Uint8Array | string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'guancang-files-'))
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return (name, content) => {
    const path = join(folder, name)
    if (content !== undefined) writeFileSync(path, content)
    return path
  }
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface Parts {
  /** The inside of `sheetData`, by sheet name. */
  readonly sheets?: Readonly<Record<string, string>>
  /** What stands behind `sheetData` in the first sheet. */
  readonly after?: string
  readonly sharedStrings?: string
  readonly styles?: string
  readonly workbookPr?: string
  /** Parts added or put in the place of others. */
  readonly more?: Readonly<Record<string, string | Uint8Array>>
}

/** The parts of a small workbook, as texts by name. */
export function workbookParts({
  sheets = { 藏品: '' },
  after = '',
  ...rest
}: Parts): Record<string, string | Uint8Array> {
  const names = Object.keys(sheets)
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml':
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${rest.workbookPr ?? ''}<sheets>` +
      names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      names
        .map(
          (_, i) =>
            `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`
        )
        .join('') +
      `<Relationship Id="rIdS" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>` +
      `<Relationship Id="rIdF" Type="${RELATIONS}/styles" Target="/xl/styles.xml"/></Relationships>`,
  }
  names.forEach((name, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet xmlns="${MAIN}"><sheetData>${sheets[name] ?? ''}</sheetData>${i === 0 ? after : ''}</worksheet>`
  })
  if (rest.sharedStrings !== undefined)
    parts['xl/sharedStrings.xml'] = `<sst xmlns="${MAIN}">${rest.sharedStrings}</sst>`
  if (rest.styles !== undefined)
    parts['xl/styles.xml'] = `<styleSheet xmlns="${MAIN}">${rest.styles}</styleSheet>`
  return { ...parts, ...rest.more }
}

/** A small workbook as the bytes of an .xlsx. */
export function workbookBytes(parts: Parts): Uint8Array {
  const files: Record<string, Uint8Array> = {}
  for (const [name, content] of Object.entries(workbookParts(parts))) {
    files[name] = typeof content === 'string' ? new TextEncoder().encode(content) : content
  }
  return zipSync(files)
}

export interface RawEntry {
  readonly name: string
  readonly content: Uint8Array | string
  readonly stored?: true
  /** What the directory says in place of the truth. */
  readonly claim?: {
    readonly size?: number
    readonly crc?: number
    readonly flags?: number
    readonly mode?: number
  }
  /** Points to the data of the entry with this name instead of having its own. */
  readonly sharedWith?: string
}

/** A zip written byte by byte, so that it can lie. */
export function rawZip(entries: readonly RawEntry[]): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  const offsets = new Map<string, number>()
  let at = 0
  for (const { name, content, stored, claim = {}, sharedWith } of entries) {
    const raw = Buffer.from(content)
    const packed = stored ? raw : deflateRawSync(raw)
    const title = Buffer.from(name)
    const offset = sharedWith === undefined ? at : (offsets.get(sharedWith) ?? 0)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE((claim.flags ?? 0) | 0x800, 2)
    fields.writeUInt16LE(stored ? 0 : 8, 4)
    fields.writeUInt32LE(claim.crc ?? crc32(raw), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(claim.size ?? raw.length, 18)
    fields.writeUInt16LE(title.length, 22)
    if (sharedWith === undefined) {
      const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, title, packed])
      offsets.set(name, at)
      pieces.push(local)
      at += local.length
    }
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(((claim.mode ?? 0o100644) << 16) >>> 0, 6)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), fields, tail, title]))
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...pieces, list, end])
}

/** All rows of a sheet (the first where none is named). */
export async function rowsIn(path: string, sheet?: string): Promise<Row[]> {
  const table = await openTable(path)
  try {
    const rows: Row[] = []
    for await (const row of table.rows(sheet ?? table.sheets[0]?.name ?? '')) rows.push(row)
    return rows
  } finally {
    await table.close()
  }
}

/** Texts of all rows. */
export async function textsIn(path: string, sheet?: string): Promise<string[][]> {
  return (await rowsIn(path, sheet)).map(({ cells }) => cells.map(({ text }) => text))
}

/** The Fault that something ends with; anything else fails the test. */
export async function refusal(deed: Promise<unknown>): Promise<{ code: FaultCode; detail: FaultDetail }> {
  try {
    await deed
  } catch (error) {
    if (error instanceof Fault) return { code: error.code, detail: error.detail }
    throw error
  }
  throw new Error('was not refused')
}
