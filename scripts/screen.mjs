// @ts-check
// node scripts/screen.mjs <program> [arguments]: runs what opens windows, with a screen in memory where there is none.
import { onScreen } from './run/screen.mjs'
import { runCommand } from './setup/say.mjs'

const [program = process.execPath, ...args] = process.argv.slice(2)
await runCommand(() => onScreen(program, args))
