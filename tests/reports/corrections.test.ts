import { afterEach, describe, expect, it } from 'vitest'
import { aBronze } from '../kit/builders.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { printed, readBook, sheetOf } from './workbooks.ts'

let museum: TestMuseum
afterEach(() => museum.close())

describe.each(ENGINES)('corrections, on %s', (engine) => {
  const corrected = async () => {
    museum = await aMuseum({ engine, today: '2026-03-01' })
    const { client } = museum
    const id = museum.ctx.mintId()
    const { record } = await client.catalogue.register({
      id,
      values: aBronze({ number: '0001', actualQuantity: 1, remarks: '含盖' }),
    })
    return { id, record }
  }
  const texts = (value: unknown) =>
    (value as { richText: { text: string; font: { strike?: true; color?: { argb: string } } }[] }).richText

  it('strike the old text in red, with the new below, and name who and when in the remarks', async () => {
    const { id } = await corrected()
    // late in the evening of Greenwich it is already the next day in the museum
    museum.at('2026-03-04T20:00:00.000Z')
    await museum.client.catalogue.amend({
      id,
      revision: 1,
      changes: { name: '商父乙青铜鼎', actualQuantity: 2 },
      reason: '清点复核',
    })
    const sheet = sheetOf(await readBook(await printed(museum, 'R1')))
    const name = texts(sheet.getCell('F6').value)
    expect(name.map((run) => run.text).join('')).toBe('商青铜鼎\n商父乙青铜鼎')
    expect(name[0]?.font).toMatchObject({ strike: true, color: { argb: 'FFFF0000' } })
    expect(name.at(-1)?.font.strike).toBeUndefined()
    expect(name.at(-1)?.font.color?.argb).toBe('FF000000')
    expect(
      texts(sheet.getCell('J6').value)
        .map((run) => run.text)
        .join('')
    ).toBe('1\n2')
    expect(sheet.getCell('J6').alignment.wrapText).toBe(true)
    expect(sheet.getCell('S6').value).toBe('含盖〔登记员 2026年3月5日〕')
    // the totals count what is true now
    expect(sheet.getCell('J26').value).toBe(2)
    // untouched cells stay plain
    expect(sheet.getCell('D6').value).toBe('0001')
  })

  it('show every earlier text, oldest first', async () => {
    const { id } = await corrected()
    await museum.client.catalogue.amend({ id, revision: 1, changes: { grade: '三级' }, reason: '鉴定' })
    museum.at('2026-03-02T04:00:00.000Z')
    await museum.client.catalogue.amend({
      id,
      revision: 2,
      changes: { grade: '一级', remarks: null },
      reason: '复核',
    })
    const sheet = sheetOf(await readBook(await printed(museum, 'R1')))
    expect(texts(sheet.getCell('R6').value).map((run) => run.text)).toEqual([
      '二级',
      '\n',
      '三级',
      '\n',
      '一级',
    ])
    expect(texts(sheet.getCell('S6').value).map((run) => run.text)).toEqual([
      '含盖',
      '\n',
      '〔登记员 2026年3月1日〕〔登记员 2026年3月2日〕',
    ])
  })

  it('are neither changes without a reason nor changes of what the ledger does not hold', async () => {
    const { id } = await corrected()
    await museum.client.catalogue.amend({ id, revision: 1, changes: { name: '商父乙青铜鼎' } })
    await museum.client.catalogue.amend({ id, revision: 2, changes: { place: '一号库房' }, reason: '移库' })
    const sheet = sheetOf(await readBook(await printed(museum, 'R1')))
    expect([sheet.getCell('F6').value, sheet.getCell('S6').value]).toEqual(['商父乙青铜鼎', '含盖'])
  })
})
