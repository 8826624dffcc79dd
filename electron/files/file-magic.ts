import { isCompound } from './compound-file.ts'
import { byteOrderMark, looksLikeUtf16 } from './text-encoding.ts'

export type Content = 'zip' | 'xls' | 'text' | 'html' | 'xmlWorkbook' | 'lido' | 'other'

/** PDF, pictures, archives, databases, RTF: what people pick by mistake. */
const OTHERS = [
  '%PDF',
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  'II*\0',
  'MM\0*',
  'Rar!',
  '7z\xbc\xaf',
  '\x1f\x8b',
  'SQLite',
  '{\\rtf',
]

/**
 * What a file holds by its first bytes; its name says little: systems export web pages called .xls.
 * `head` is the beginning of the file, 64 KiB or all of it.
 */
export function contentOf(head: Buffer): Content {
  const magic = head.toString('latin1', 0, 8)
  if (magic.startsWith('PK\x03\x04') || magic.startsWith('PK\x05\x06')) return 'zip'
  if (isCompound(head) || isBareWorkbook(head)) return 'xls'
  if (OTHERS.some((other) => magic.startsWith(other))) return 'other'
  const start = head
    .toString('latin1', 0, 4096)
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart()
  if (/^(<!doctype html|<html|<head|<meta|<body|<table|<style|<div|mime-version:)/i.test(start)) return 'html'
  if (/^<lido:/.test(start)) return 'lido'
  if (/^<\?xml/i.test(start)) {
    if (/progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet/i.test(start))
      return 'xmlWorkbook'
    if (start.includes('lido-schema.org')) return 'lido'
    return /<html|<!doctype html/i.test(start) ? 'html' : 'other'
  }
  return isText(head) ? 'text' : 'other'
}

/** Workbooks up to Excel 4 lie on the disk without a container: a BOF record of versions 2 to 8. */
function isBareWorkbook(head: Buffer): boolean {
  const [kind, version = -1, length = -1, zero] = head
  return kind === 0x09 && [0, 2, 4, 8].includes(version) && [4, 6, 8, 16].includes(length) && zero === 0
}

/** Text has hardly any control characters, but UTF-16 is full of such bytes. Single NULs are judged later. */
function isText(head: Buffer): boolean {
  let odd = 0
  for (const byte of head) if (byte < 0x20 && byte !== 0 && !(byte >= 0x09 && byte <= 0x0d)) odd++
  return byteOrderMark(head) !== null || looksLikeUtf16(head) || odd * 100 <= head.length
}
