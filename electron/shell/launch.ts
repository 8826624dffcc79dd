import { resolve } from 'node:path'
import { isTableFile } from './fileNames.ts'
import type { Beginning } from './messages.ts'
import { languageOf, type Language } from './words.ts'

/** What the words after the program's name ask for. */
export interface Launch {
  /** Arguments for the command line tool, when there is to be no window at all. */
  readonly headless: readonly string[] | null
  readonly begin: Beginning
  /** Another place for the program's own things than the system's usual one. */
  readonly home: string | null
  readonly language: Language
  /** Tables to import, given by "open with" or by dragging onto the icon. */
  readonly files: readonly string[]
}

/** Reads `argv` (without the program itself). Unknown switches are Chromium's or a debugger's and are left alone. */
export function launchOf(argv: readonly string[], folder: string): Launch {
  const headlessAt = argv.indexOf('--headless')
  const own = headlessAt < 0 ? argv : argv.slice(0, headlessAt)
  const museum = valueOf(own, '--data')
  const home = valueOf(own, '--home')
  return {
    headless: headlessAt < 0 ? null : argv.slice(headlessAt + 1),
    begin: own.includes('--demo')
      ? { kind: 'sample' }
      : museum === null
        ? { kind: 'last' }
        : { kind: 'folder', path: resolve(folder, museum) },
    home: home === null ? null : resolve(folder, home),
    language: languageOf(valueOf(own, '--lang') ?? undefined),
    files: own
      .filter((word) => !word.startsWith('-'))
      .map((word) => resolve(folder, word))
      .filter(isTableFile),
  }
}

function valueOf(argv: readonly string[], name: string): string | null {
  for (const [at, word] of argv.entries()) {
    if (word.startsWith(`${name}=`)) return word.slice(name.length + 1)
    if (word === name) return argv[at + 1] ?? null
  }
  return null
}
