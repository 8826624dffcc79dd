import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What one log file may hold; one older file is kept beside it. */
const MOST_BYTES = 1024 * 1024

export type Log = (where: string, error: unknown) => void

/**
 * Appends to `<home>/logs/<name>.log` what a reply to the page must not carry. Never record contents: texts in quotes
 * (where JSON and database errors put values) are left out. A log that cannot be written stops nothing.
 */
export function openLog(home: string, name: string, now: () => string): Log {
  const folder = join(home, 'logs')
  const file = join(folder, `${name}.log`)
  return (where, error) => {
    try {
      mkdirSync(folder, { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MOST_BYTES) renameSync(file, `${file}.old`)
      appendFileSync(file, `${now()} ${where.slice(0, 80)} ${described(error)}\n`)
    } catch {
      // a full or read-only disk: there is nowhere left to say it
    }
  }
}

/** One error in lines: name, code, message without quoted values, and where it was thrown. */
export function described(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error && typeof error.code === 'string' ? ` [${error.code}]` : ''
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [`${error.name}${code}: ${unquoted(error.message)}`, ...frames.slice(0, 12)].join('\n')
}

function unquoted(message: string): string {
  return message.replace(/"[^"]*"?|'[^']*'?|`[^`]*`?|“[^”]*”?|「[^」]*」?/g, '…').slice(0, 300)
}
