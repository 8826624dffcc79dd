import { join } from 'node:path'
import { main } from './cli/run.ts'
import { forkedDecoder } from './files/decoder.ts'

// The command line without Electron: `npm run -s museum -- …`. The built file lies in out/main.
const here = (entry: string) => join(import.meta.dirname, entry)
const parts = { reader: here('reader.cjs'), decoder: forkedDecoder(here('decoder.cjs')) }
void main(process.argv.slice(2), here('../..'), parts).then((exit) => (process.exitCode = exit))
