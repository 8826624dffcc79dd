import { z } from 'zod'
import { readDay } from '../../shared/kernel/day.ts'
import { readEra } from '../../shared/kernel/era/index.ts'
import { readMass } from '../../shared/kernel/mass.ts'
import { readNumber, tidyNumber } from '../../shared/kernel/number.ts'
import { readQuantity } from '../../shared/kernel/quantity.ts'
import { readSize } from '../../shared/kernel/size.ts'
import { allow, text, UsageError, type CommandLine } from './args.ts'
import { readGiven } from './given-file.ts'

/** The kernel's parsers by name; each answers with the text it was given and its warnings. */
const PARSERS: Readonly<Record<string, (given: string) => object>> = {
  era: readEra,
  size: readSize,
  mass: (given) => readMass(given),
  quantity: readQuantity,
  // `tidy` is what would be kept of a registration number: 0008 has its zeros
  number: (given) => ({ text: given, ...readNumber(given), tidy: tidyNumber(given) }),
  date: (given) => ({ text: given, ...readDay(given) }),
}

/** `parse KIND TEXT…` or `parse KIND --in FILE.json` (an array of texts): one result a text, in order. */
export function parseTexts(line: CommandLine): { results: object[] } {
  allow(line, ['in'], text(line, 'in') === undefined ? Infinity : 2)
  const [, kind = '', ...words] = line.words
  const parser = Object.hasOwn(PARSERS, kind) ? PARSERS[kind] : undefined
  if (!parser) throw new UsageError(`parse ${Object.keys(PARSERS).join('|')} TEXT…`)
  const file = text(line, 'in')
  const texts = file === undefined ? words : textsIn(file)
  if (texts.length === 0) throw new UsageError(`parse ${kind} TEXT… | --in FILE.json`)
  return { results: texts.map((given) => ({ ...parser(given), text: given })) }
}

function textsIn(file: string): string[] {
  const content = readGiven(file)
  try {
    return z.array(z.string().max(100_000)).parse(JSON.parse(content))
  } catch {
    throw new UsageError('--in needs a JSON file with an array of texts')
  }
}
