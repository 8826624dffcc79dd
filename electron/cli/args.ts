/** A command line taken apart: words in order, and options. Unknown options are a matter for the command. */
export interface CommandLine {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | true>>
}

/** What was typed cannot be carried out: exit 2 with the usage. */
export class UsageError extends Error {}

const SWITCHES: readonly string[] = ['json', 'dry-run', 'help', 'headless', 'no-sandbox']

/**
 * `--name value`, `--name=value`, and switches without a value (`--name=false` takes one back); everything after `--`
 * is words. A value that looks like an option is a forgotten value, unless it is given with `=`.
 */
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
    if (SWITCHES.includes(name)) {
      if (isOn(name, given)) options[name] = true
      else Reflect.deleteProperty(options, name)
    } else if (given.length > 0) options[name] = given.join('=')
    else {
      const value = argv[++at]
      if (value === undefined || value.startsWith('--')) throw new UsageError(`--${name} needs a value`)
      options[name] = value
    }
  }
  return { words, options }
}

function isOn(name: string, given: readonly string[]): boolean {
  const value = given.join('=')
  if (given.length === 0 || value === 'true') return true
  if (value === 'false') return false
  throw new UsageError(`--${name} is either there or not: it takes no value`)
}

/** Is JSON asked for? Looked up before anything else, so that what is not understood is answered in JSON as well. */
export function asksJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--')
  const options = end === -1 ? argv : argv.slice(0, end)
  return options.findLast((part) => /^--json(=true|=false)?$/.test(part))?.endsWith('false') === false
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

/**
 * Refuses options that the command does not know (a mistyped `--dryrun` must not write), and words beyond those it
 * takes, its own name included: a second file would be passed over without a word.
 */
export function allow(line: CommandLine, names: readonly string[], words = 1): void {
  const known = new Set(['data', 'json', 'lang', 'help', 'headless', 'no-sandbox', ...names])
  const strange = Object.keys(line.options).find((name) => !known.has(name))
  if (strange !== undefined) throw new UsageError(`unknown option --${strange}`)
  const over = line.words[words]
  if (over !== undefined) throw new UsageError(`one word too many: ${over}`)
}
