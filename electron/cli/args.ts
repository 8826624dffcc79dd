/** A command line taken apart: words in order, and options. Unknown options are a matter for the command. */
export interface CommandLine {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | true>>
}

/** What was typed cannot be carried out: exit 2 with the usage. */
export class UsageError extends Error {}

const SWITCHES: readonly string[] = ['json', 'dry-run', 'help', 'headless', 'no-sandbox']

/** `--name value`, `--name=value`, and switches without a value; everything after `--` is words. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const words: string[] = []
  const options: Record<string, string | true> = {}
  for (let at = 0; at < argv.length; at++) {
    const part = argv[at] ?? ''
    if (part === '--') {
      words.push(...argv.slice(at + 1))
      break
    }
    if (!part.startsWith('--')) {
      words.push(part)
      continue
    }
    const [name = '', ...given] = part.slice(2).split('=')
    if (given.length > 0) options[name] = given.join('=')
    else if (SWITCHES.includes(name)) options[name] = true
    else {
      const value = argv[++at]
      if (value === undefined) throw new UsageError(`--${name} needs a value`)
      options[name] = value
    }
  }
  return { words, options }
}

export function text(line: CommandLine, name: string): string | undefined {
  const value = line.options[name]
  return typeof value === 'string' ? value : undefined
}

export function required(line: CommandLine, name: string): string {
  const value = text(line, name)
  if (value === undefined) throw new UsageError(`--${name} is needed`)
  return value
}

export function count(line: CommandLine, name: string, otherwise: number): number {
  const value = text(line, name)
  if (value === undefined) return otherwise
  if (!/^\d{1,6}$/.test(value)) throw new UsageError(`--${name} needs a number`)
  return Number(value)
}

/** Refuses options that the command does not know: a mistyped `--dryrun` must not write. */
export function allow(line: CommandLine, names: readonly string[]): void {
  const known = new Set(['data', 'json', 'lang', 'help', 'headless', 'no-sandbox', ...names])
  const strange = Object.keys(line.options).find((name) => !known.has(name))
  if (strange !== undefined) throw new UsageError(`unknown option --${strange}`)
}
