// @ts-check
// npm test: set-up, then every stage; the first that fails ends it.
// node scripts/test.mjs [stage…] [arguments for the last stage]: some stages only.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closingLine } from './run/counts.mjs'
import { stages } from './run/stages.mjs'
import { runCommand, took } from './setup/say.mjs'
import { setUp } from './setup/set-up.mjs'

const words = process.argv.slice(2)
const firstOther = words.findIndex((word) => !(word in stages))
const named = firstOther < 0 ? words : words.slice(0, firstOther)
const chosen = named.length > 0 ? named : Object.keys(stages)
const typed = words.slice(named.length)

await runCommand(async () => {
  await setUp({ tests: true })
  const reports = mkdtempSync(join(tmpdir(), 'guancang-tests-'))
  const counts = []
  let failed = 0
  try {
    for (const name of chosen) {
      const since = Date.now()
      console.log(`\n=== ${name}`)
      const outcome = await stages[name]?.(reports, name === chosen.at(-1) ? typed : [])
      if (outcome?.counts) counts.push(outcome.counts)
      failed = outcome?.code ?? 1
      console.log(`=== ${name}: ${failed === 0 ? 'good' : 'FAILED'}, ${took(since)}`)
      if (failed !== 0) break
    }
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
  if (counts.length > 0) console.log(`\n${closingLine(counts)}`)
  return failed
})
