import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { printed, readBook, sheetOf } from '../reports/workbooks.ts'
import { bring, isThere, REGISTRY } from './bringing.ts'

/** The list of R2, cell by cell. */
async function exchanged(museum: TestMuseum, name: string): Promise<unknown[][]> {
  const sheet = sheetOf(await readBook(await printed(museum, 'R2', name)))
  const rows: unknown[][] = []
  sheet.eachRow((row) => rows.push(Array.from({ length: 37 }, (_, at) => row.getCell(at + 1).value ?? null)))
  return rows
}

describe.each(ENGINES)('what was printed and comes back, on %s', (engine) => {
  describe.skipIf(!isThere(REGISTRY))('(needs ../shared/data)', () => {
    let museum: TestMuseum
    beforeAll(async () => {
      museum = await aMuseum({ engine })
      await bring(museum, REGISTRY)
    })
    afterAll(() => museum.close())

    it('as R2 changes nothing in the museum that it was printed in', async () => {
      const result = await bring(museum, await printed(museum, 'R2', '甲.xlsx'))
      expect(result).toMatchObject({ created: 0, refused: 0, changed: 0, unchanged: 460 })
      expect(result.sheets).toHaveLength(1)
      expect(result.leftOut.filter(({ kind }) => kind === 'sheet').map(({ sheet }) => sheet)).toEqual([
        '代码表',
        '校验结果',
      ])
      expect(result.warnings['quantity.unread']).toBeUndefined()
      expect(result.warnings['quantity.approximate']).toBeUndefined()
    })

    it('as R2 makes the same table in another museum', async () => {
      const list = await printed(museum, 'R2', '乙.xlsx')
      const other = await aMuseum({ engine })
      expect(await bring(other, list)).toMatchObject({ created: 460, refused: 0 })
      expect(await exchanged(other, '丙.xlsx')).toEqual(await exchanged(museum, '丁.xlsx'))
      await other.close()
    })

    it('as R1 changes nothing either, least of all a size that has no unit', async () => {
      const result = await bring(museum, await printed(museum, 'R1', '账.xlsx'))
      expect(result).toMatchObject({ created: 0, refused: 0, changed: 0, unchanged: 460 })
      expect(result.warnings['import.sizeUnitAside']).toBeGreaterThan(100)
    })
  })
})
