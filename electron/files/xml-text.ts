import { Fault } from '../../shared/contract/faults.ts'

/** A number for comparing names byte by byte without making strings of them. */
export function nameKey(name: string): number {
  let key = 0
  for (let i = 0; i < name.length; i++) key = (Math.imul(key, 31) + name.charCodeAt(i)) | 0
  return key
}

/** Bytes `from` to `to` as text; `escaped` says that there are entities or carriage returns to resolve. */
export function decodeXmlText(bytes: Buffer, from: number, to: number, escaped: boolean): string {
  const raw = bytes.toString('utf8', from, to)
  return escaped ? resolve(raw) : raw
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function resolve(raw: string): string {
  const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw
  if (!lines.includes('&')) return lines
  return lines.replace(/&([^;&]{0,12};?)/g, (whole, name: string) => {
    if (!name.endsWith(';')) throw new Fault('file.damaged')
    const named = NAMED[name.slice(0, -1)]
    if (named !== undefined) return named
    return character(/^#x[0-9a-f]+;$/i.test(name) ? parseInt(name.slice(2), 16) : decimal(name, whole))
  })
}

function decimal(name: string, whole: string): number {
  if (!/^#[0-9]+;$/.test(name)) throw new Fault(whole === '&' ? 'file.damaged' : 'file.unsupported')
  return parseInt(name.slice(1), 10)
}

function character(code: number): string {
  if (!(code > 0 && code <= 0x10ffff)) throw new Fault('file.damaged')
  return String.fromCodePoint(code)
}

/** `_x000D_` and the like: how OOXML writes characters that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export function unescapeCell(text: string): string {
  if (!text.includes('_x')) return text
  const resolved = text.replace(/_x([0-9a-fA-F]{4})_/g, (whole, hex: string) => {
    const code = parseInt(hex, 16)
    return code === 0 ? whole : String.fromCharCode(code)
  })
  return resolved.includes('\r') ? resolved.replace(/\r\n?/g, '\n') : resolved
}
