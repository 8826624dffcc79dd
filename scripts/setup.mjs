// @ts-check
// node scripts/setup.mjs [--tests]: the set-up alone. `npm start` and `npm test` run it by themselves.
import { runCommand } from './setup/say.mjs'
import { setUp } from './setup/set-up.mjs'

await runCommand(() => setUp({ tests: process.argv.includes('--tests') }))
