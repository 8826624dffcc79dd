// @ts-check
import { rmSync } from 'node:fs'
import { compared } from './compared.mjs'
import { inTurn, measured, program } from './measured.mjs'
import { bringIn, emptyMuseum, keep, tableFile } from './museum.mjs'
import { sizesUpTo } from './wish.mjs'

/** An .xlsx comes in through the command line, against exceljs reading every cell of it and doing nothing with them. */
const target = { ratio: 1.5, peak: 500e6 }

/** @param {import('./wish.mjs').Wish} wish @returns {Promise<import('./result.mjs').Result[]>} */
export async function measureImport({ size, rounds }) {
  const results = []
  for (const objects of sizesUpTo(size ?? 100_000)) {
    const file = await tableFile(objects)
    let last = ''
    const [ours = [], yardstick = []] = await inTurn(rounds, [
      async () => {
        rmSync(last, { recursive: true, force: true })
        last = await emptyMuseum()
        return bringIn(last, objects)
      },
      () => measured(program('yardsticks/read.mjs'), [file]),
    ])
    keep(last, objects)
    const isLargest = objects === (size ?? 100_000)
    results.push(...compared('import .xlsx', objects, { ours, yardstick }, isLargest ? target : null))
  }
  return results
}
