import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NO_ADDITIONS } from '../../shared/vocabulary/additions.ts'
import { heldAdditions, holdAdditions } from '../../shared/vocabulary/held.ts'
import { register } from '../changes/kit.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { printed, readBook } from '../reports/workbooks.ts'
import { add } from './kit.ts'

describe.each(ENGINES)('own values in what is written for others, on %s', (engine) => {
  let museum: TestMuseum
  beforeEach(async () => {
    museum = await aMuseum({ engine, today: '2026-03-01' })
    const years = { start: 698, end: 926 }
    const era = await add(museum, { table: 'era', label: '渤海国', parent: '300000', ...years })
    await add(museum, { table: 'category', label: '铜镜', parent: '04' })
    await add(museum, { table: 'material', label: '珐琅釉', parent: '12' })
    await register(museum, [{ era, eraText: null, category: '铜镜', materials: '铜,珐琅釉' }])
  })
  afterEach(async () => {
    await museum.close()
    holdAdditions(NO_ADDITIONS)
  })
  const textOf = async (exchange: 'csv' | 'json' | 'lido'): Promise<string> => {
    const file = join(museum.folder, '..', `其他.${exchange}`)
    const job = await museum.finished(await museum.client.exchange.make({ exchange, file }))
    expect(job.fault).toBeNull()
    return readFileSync(file, 'utf8')
  }

  it('R1 and R2 print them, and the sheet of tables tells whose they are', async () => {
    const words = async (report: 'R1' | 'R2'): Promise<string> => {
      const book = await readBook(await printed(museum, report))
      const texts: string[] = []
      for (const sheet of book.worksheets)
        sheet.eachRow((row) => texts.push((row.values as unknown[]).map(String).join('|')))
      return texts.join('\n')
    }
    expect(await words('R1')).toContain('渤海国')
    const r2 = await words('R2')
    for (const label of ['渤海国', '铜镜', '珐琅釉']) expect(r2).toContain(label)
    expect(r2).toMatch(/本馆增补\|铜镜\|铜器\|现行/)
    expect(r2).not.toContain('不在代码表中')
  })

  it('CSV, JSON and LIDO say them by their labels; JSON takes the museum’s own tables along', async () => {
    for (const exchange of ['csv', 'lido'] as const) {
      const text = await textOf(exchange)
      for (const label of ['渤海国', '铜镜', '珐琅釉']) expect(text).toContain(label)
    }
    const json = JSON.parse(await textOf('json')) as {
      readonly objects: readonly { readonly eraLabel: string }[]
      readonly vocabulary: { readonly values: readonly { readonly label: string }[] }
    }
    expect(json.objects[0]?.eraLabel).toBe('渤海国')
    expect(json.vocabulary.values.map(({ label }) => label)).toContain('渤海国')
  })
})

it('a museum opened after another has nothing of its tables', async () => {
  const first = await aMuseum()
  await add(first, { table: 'category', label: '铜镜', parent: '04' })
  const { folder } = first
  await first.house.close()
  const second = await aMuseum()
  expect(heldAdditions().values).toEqual([])
  await second.close()
  // and it is there again when its museum is
  await first.house.open(folder)
  expect(heldAdditions().values.map(({ label }) => label)).toEqual(['铜镜'])
  await first.close()
  holdAdditions(NO_ADDITIONS)
})
