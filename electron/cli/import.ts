import { basename, resolve } from 'node:path'
import { z } from 'zod'
import { Fault } from '../../shared/contract/faults.ts'
import { importResult } from '../../shared/imports/contract.ts'
import { allow, text, UsageError, type CommandLine } from './args.ts'
import { readGiven } from './given-file.ts'
import type { Headless } from './headless.ts'

const USAGE = 'import objects|lido FILE [--sheet NAME] [--mapping FILE.json] [--name NAME] [--dry-run]'

/** Recognises and enters a museum's own file, or a LIDO file, in one go; --mapping says where columns go: `{"heading or letters": "field"}`. */
export async function importObjects(line: CommandLine, museum: Headless): Promise<object> {
  allow(line, ['sheet', 'mapping', 'name', 'dry-run'], 3)
  const [, what, given] = line.words
  if ((what !== 'objects' && what !== 'lido') || given === undefined) throw new UsageError(USAGE)
  const path = resolve(given)
  const file = basename(path)
  const mappingFile = text(line, 'mapping')
  const started = await museum.start('imports.bring', {
    path,
    file,
    name: text(line, 'name') ?? file,
    sheet: text(line, 'sheet') ?? null,
    mapping: mappingFile === undefined ? {} : readMapping(mappingFile),
    dryRun: line.options['dry-run'] === true,
  })
  return museum.finished(started, importResult)
}

function readMapping(file: string): Record<string, string> {
  const content = readGiven(file)
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(content))
  } catch {
    throw new Fault('import.mappingUnreadable', { file: basename(file) })
  }
}
