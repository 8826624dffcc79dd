import { resolve } from 'node:path'
import { Fault } from '../../shared/contract/faults.ts'
import { asksJson, readCommandLine, required, text, UsageError, type CommandLine } from './args.ts'
import { bring, COMMANDS, init } from './commands.ts'
import { headless, type Parts } from './headless.ts'
import { namedAsTyped } from './named.ts'
import { parseTexts } from './parse.ts'
import { USAGE } from './usage.ts'
import { faultWords } from './words.ts'
import { nativeBinding } from '../store/binding.ts'

/** Exit codes: done, refused (with the fault), not understood. */
const DONE = 0
const REFUSED = 1
const USAGE_EXIT = 2

/**
 * The command line. With --json exactly one JSON object goes to stdout, also for a refusal; everything else
 * (progress, sentences) goes to stderr.
 */
export async function main(argv: readonly string[], root: string, parts: Parts = {}): Promise<number> {
  const json = asksJson(argv)
  let language = 'zh-CN'
  try {
    const line = readCommandLine(argv)
    language = text(line, 'lang') === 'en' ? 'en' : 'zh-CN'
    const asked = line.options['help'] === true || line.words[0] === 'help'
    if (line.words.length === 0 || asked) {
      process.stderr.write(USAGE)
      if (json) print({ usage: USAGE }, json)
      return asked ? DONE : USAGE_EXIT
    }
    print(await run(line, root, parts), json)
    return DONE
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n`)
      if (json) print({ usage: error.message }, json)
      return USAGE_EXIT
    }
    const fault = error instanceof Fault ? error : new Fault('call.internal')
    if (fault !== error)
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.stderr.write(`${faultWords(fault, language)}\n`)
    if (json) print({ fault: { code: fault.code, detail: fault.detail } }, json)
    return REFUSED
  }
}

async function run(line: CommandLine, root: string, parts: Parts): Promise<object> {
  const [name = ''] = line.words
  if (name === 'parse') return parseTexts(line)
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command && name !== 'init') throw new UsageError(`${USAGE}\n? ${name}`)
  const folder = resolve(required(line, 'data'))
  const museum = headless({
    nativeBinding: nativeBinding(root),
    ...parts,
    progress: showProgress,
    log: showFailure,
  })
  try {
    if (!command) return await init(line, folder, museum)
    if (name === 'import' && line.words[1] === 'museum') return await bring(line, folder, museum)
    await museum.house.open(folder)
    return await command(line, museum)
  } catch (error) {
    throw namedAsTyped(error, name)
  } finally {
    await museum.close()
  }
}

function print(answer: object, json: boolean): void {
  process.stdout.write(`${JSON.stringify(answer, null, json ? undefined : 2)}\n`)
}

function showFailure(channel: string, error: unknown): void {
  process.stderr.write(
    `${channel}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`
  )
}

let lastShown = 0

function showProgress(stage: string, done: number, total: number | null): void {
  if (!process.stderr.isTTY || Date.now() - lastShown < 200) return
  lastShown = Date.now()
  process.stderr.write(`\r${stage} ${done}${total === null ? '' : ` / ${total}`}   `)
}
