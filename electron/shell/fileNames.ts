import { statSync, type Stats } from 'node:fs'
import { basename, extname, isAbsolute } from 'node:path'
import { Fault } from '../../shared/contract/faults.ts'

/** What is read as a table of objects; the same list stands in the file dialog. */
export const TABLE_EXTENSIONS = ['xlsx', 'xlsm', 'xls', 'et', 'csv', 'txt', 'tsv', 'xml'] as const

/** What the file dialog offers as pictures; what is taken in is told by the bytes. */
export const PICTURE_EXTENSIONS = ['jpg', 'jpeg', 'png', 'tif', 'tiff', 'webp'] as const

/** Could this be a list of objects someone dropped or gave to the program: a plain file with a table's extension? */
export function isTableFile(path: string): boolean {
  return isFileOf(path, TABLE_EXTENSIONS)
}

function isFileOf(path: string, extensions: readonly string[]): boolean {
  if (!extensions.includes(extname(path).slice(1).toLowerCase())) return false
  return isPlainFile(path)
}

const isPlainFile = (path: string): boolean =>
  isAbsolute(path) && !path.includes('\0') && (found(path)?.isFile() ?? false)

/**
 * The path as it may be granted, and for what; `Fault('file.unsupported')` for folders and files made up by a page.
 */
export function droppedFile(path: unknown): {
  readonly path: string
  readonly purpose: 'table' | 'picture' | 'attachment'
} {
  if (typeof path !== 'string') throw new Fault('file.unsupported')
  if (isTableFile(path)) return { path, purpose: 'table' }
  if (isFileOf(path, PICTURE_EXTENSIONS)) return { path, purpose: 'picture' }
  // any other can be kept beside an object, and is never looked into
  if (isPlainFile(path)) return { path, purpose: 'attachment' }
  throw new Fault('file.unsupported', { file: basename(path) })
}

/** `extension` with its dot is added unless it is there: nothing is ever saved under the name of a database. */
export function withExtension(path: string, extension: string): string {
  return extname(path).toLowerCase() === extension ? path : path + extension
}

/** A file that may be written as `path`: new, or a plain file. `Fault('file.unsupported')` for a folder of that name. */
export function mayBeSaved(path: string): { readonly exists: boolean } {
  const entry = found(path)
  if (entry && !entry.isFile()) throw new Fault('file.unsupported', { name: basename(path) })
  return { exists: entry !== undefined }
}

/** What lies there; undefined also for names too long for the system and folders that may not be looked into. */
export function found(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}
