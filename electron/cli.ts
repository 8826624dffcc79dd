import { join } from 'node:path'
import { main } from './cli/run.ts'

// The command line without Electron: `npm run -s museum -- …`. The built file lies in out/main.
const reader = join(import.meta.dirname, 'reader.cjs')
void main(process.argv.slice(2), join(import.meta.dirname, '../..'), reader).then(
  (exit) => (process.exitCode = exit)
)
