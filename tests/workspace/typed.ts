import { main } from '../../electron/cli/run.ts'

export interface Answered {
  readonly exit: number
  readonly answer: Record<string, unknown>
  readonly stderr: string
}

/** Runs a command as typed and takes what it prints: exactly one JSON object on stdout. */
export async function run(...argv: string[]): Promise<Answered> {
  const printed = { out: '', err: '' }
  const out = process.stdout.write.bind(process.stdout)
  const err = process.stderr.write.bind(process.stderr)
  process.stdout.write = (chunk: string | Uint8Array): boolean => ((printed.out += String(chunk)), true)
  process.stderr.write = (chunk: string | Uint8Array): boolean => ((printed.err += String(chunk)), true)
  try {
    const exit = await main([...argv, '--json'], process.cwd())
    return { exit, answer: JSON.parse(printed.out) as Record<string, unknown>, stderr: printed.err }
  } finally {
    process.stdout.write = out
    process.stderr.write = err
  }
}
