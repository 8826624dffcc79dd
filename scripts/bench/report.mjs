// @ts-check
import { join } from 'node:path'
import { Stop } from '../setup/say.mjs'
import { compared } from './compared.mjs'
import { cli, inTurn, measured, program } from './measured.mjs'
import { museumOf } from './museum.mjs'
import { runFolder } from './places.mjs'
import { sizesUpTo } from './wish.mjs'

/** The 总登记账 of all objects, against exceljs writing the same values without any looks. */
const target = { ratio: 1.3 }

/** @param {import('./wish.mjs').Wish} wish @returns {Promise<import('./result.mjs').Result[]>} */
export async function measureReport({ size, rounds }) {
  const results = []
  for (const objects of sizesUpTo(size ?? 100_000)) {
    const museum = await museumOf(objects)
    const out = join(runFolder(), `R1-${objects}.xlsx`)
    const printed = async () => {
      const life = await measured(cli, ['report', 'R1', '--out', out, '--data', museum, '--json'])
      if (life.answer.rows !== objects)
        throw new Stop(`R1 has ${life.answer.rows} rows for ${objects} objects.`)
      return life
    }
    await printed()
    const values = join(runFolder(), `R1-${objects}.jsonl`)
    await measured(program('yardsticks/values.mjs'), [out, values])
    const bare = join(runFolder(), 'bare.xlsx')
    const [ours = [], yardstick = []] = await inTurn(rounds, [
      printed,
      () => measured(program('yardsticks/write.mjs'), [values, bare]),
    ])
    const isLargest = objects === (size ?? 100_000)
    results.push(...compared('report R1', objects, { ours, yardstick }, isLargest ? target : null))
  }
  return results
}
