// @ts-check
// The bench itself, on Node 24 and with a screen: bench.mjs starts it.
import { writeFileSync } from 'node:fs'
import { arch, cpus, platform, totalmem } from 'node:os'
import { resolve } from 'node:path'
import { runCommand, say, step } from '../setup/say.mjs'
import { growthOf } from './growth.mjs'
import { measureChange } from './change.mjs'
import { measureImport } from './import.mjs'
import { measureReport } from './report.mjs'
import { isMet, tableOf } from './result.mjs'
import { measureRules } from './rules.mjs'
import { measureSearch } from './search.mjs'
import { measureThumbnails } from './thumbnails.mjs'
import { measureWindow } from './window.mjs'
import { wishOf } from './wish.mjs'

const measurements = {
  import: measureImport,
  report: measureReport,
  search: measureSearch,
  change: measureChange,
  rules: measureRules,
  thumbnails: measureThumbnails,
  window: measureWindow,
}

// ended by a signal too, this run leaves no folder behind
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1))

await runCommand(async () => {
  const wish = wishOf(process.argv.slice(2))
  const since = new Date()
  const results = []
  for (const kind of wish.only) {
    const measuredNow = await step(kind, () => measurements[kind](wish))
    results.push(...measuredNow)
    say(`\n${tableOf(measuredNow)}\n`)
  }
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${(totalmem() / 1e9).toFixed(0)} GB, ${platform()}-${arch()}`
  console.log(`${machine}. Medians of rounds in turn, least and most in brackets.`)
  if (wish.size !== null) console.log('The targets are meant for 100,000 objects, the window with 50,000.')
  console.log('')
  console.log(tableOf(results))
  const growth = growthOf(results)
  if (growth !== '') console.log(`\n${growth}`)
  if (wish.json !== null) {
    const told = results.map((result) => ({ ...result, met: isMet(result) }))
    const file = resolve(process.env.INIT_CWD ?? '.', wish.json)
    writeFileSync(
      file,
      `${JSON.stringify({ at: since.toISOString(), machine, wish, results: told }, null, 2)}\n`
    )
  }
})
