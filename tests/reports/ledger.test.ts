import { afterEach, describe, expect, it } from 'vitest'
import type { FieldValues } from '../../shared/catalogue/record.ts'
import { aBronze } from '../kit/builders.ts'
import { aMuseum, type TestMuseum } from '../kit/museum.ts'
import { holds, pageEnds, partOf, printed, readBook, sheetOf, valuesOf } from './workbooks.ts'

let museum: TestMuseum
afterEach(() => museum.close())

const FIRST = 6
/** n objects, numbered 1 … n, with `count` pieces each. */
const many = (n: number, count = 1): FieldValues[] =>
  Array.from({ length: n }, (_, at) =>
    aBronze({ number: String(at + 1), sets: 1, actualQuantity: count, book: '文物藏品' })
  )

const ledger = async (objects: readonly FieldValues[]) => {
  museum = await aMuseum({ name: '云河县博物馆', today: '2026-03-01' })
  await holds(museum, objects)
  const path = await printed(museum, 'R1')
  return { path, sheet: sheetOf(await readBook(path)) }
}

describe('R1, cell by cell', () => {
  it('has the common frame and heads of two levels', async () => {
    const { sheet } = await ledger([])
    expect(sheet.name).toBe('藏品总登记账')
    expect(sheet.getCell('A1').value).toBe('藏品总登记账')
    expect(sheet.getCell('A1').font).toMatchObject({ name: '黑体', size: 18, bold: true })
    expect(sheet.getRow(1).height).toBe(36)
    expect(sheet.getCell('A2').value).toMatch(/^表号：.*制表机关：/)
    expect(sheet.getCell('A2').alignment.horizontal).toBe('right')
    expect([sheet.getCell('A3').value, sheet.getCell('H3').value, sheet.getCell('M3').value]).toEqual([
      ...['填报单位（盖章）：云河县博物馆', '2026年', '计量单位：件/套'],
    ])
    const merged = ['A1:S1', 'A2:S2', 'A3:G3', 'H3:L3', 'M3:S3', 'A4:C4', 'H4:J4']
    const single = 'D E F G K L M N O P Q R S'.split(' ').map((column) => `${column}4:${column}5`)
    expect([...sheet.model.merges].sort()).toEqual([...merged, ...single].sort())
    expect(sheet.getCell('A4').value).toBe('登记日期')
    expect([1, 2, 3, 8, 9, 10].map((column) => sheet.getCell(5, column).value)).toEqual([
      '年',
      '月',
      '日',
      '件数',
      '单位',
      '实际数量',
    ])
    expect(sheet.getCell('D4').value).toBe('总登记号')
    expect(sheet.getCell('D4').border.top?.style).toBe('thin')
  })

  it('is set up for A3 paper, heads on every page, nothing cut at the side', async () => {
    const { sheet, path } = await ledger(many(3))
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 8,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    })
    for (const side of ['left', 'right', 'top', 'bottom'] as const)
      expect(sheet.pageSetup.margins?.[side]).toBeCloseTo(1.5 / 2.54, 3)
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 5 })
    const book = partOf(path, 'xl/workbook.xml')
    expect(book).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">\'藏品总登记账\'!$1:$5</definedName>'
    )
    expect(book).toContain('!$A$1:$S$28</definedName>')
    expect(sheet.columns.map((column) => column.width)).toEqual([
      5, 4, 4, 14, 10, 28, 14, 6, 6, 8, 22, 10, 10, 16, 10, 12, 12, 8, 20,
    ])
  })

  it('prints an object over its nineteen columns, typed, blank where nothing is known', async () => {
    const { sheet } = await ledger([
      aBronze({
        ...{
          number: '0001',
          classNumber: '铜001',
          name: '商兽面纹青铜鼎',
          era: '302000',
          sets: 1,
          quantityUnit: '件',
        },
        ...{ actualQuantity: 3, sizeText: '高24厘米', mass: 3.9, massUnit: 'kg', damage: '一足残' },
        ...{ registeredOn: '1987-06-01', entryVoucher: '入〔1987〕012号', remarks: '含盖' },
      }),
      {
        number: '0002',
        numberType: '藏品总登记号',
        name: null,
        era: null,
        eraText: null,
        materials: null,
        grade: null,
        source: null,
        completeness: null,
        actualQuantity: null,
      },
    ])
    expect(valuesOf(sheet, FIRST)).toEqual([
      ...[
        1987,
        6,
        1,
        '0001',
        '铜001',
        '商兽面纹青铜鼎',
        '商(前1600~前1046)',
        1,
        '件',
        3,
        '高24厘米',
        '3.9kg',
        '铜',
      ],
      ...['基本完整，一足残', '发掘', '入〔1987〕012号', null, '二级', '含盖'],
    ])
    expect(valuesOf(sheet, FIRST + 1)).toEqual([null, null, null, '0002', ...Array<null>(15).fill(null)])
    const cell = (column: string) => sheet.getCell(`${column}${FIRST}`)
    expect(cell('J').numFmt).toBe('#,##0')
    expect([cell('J').alignment.horizontal, cell('F').alignment.horizontal]).toEqual(['right', 'left'])
    expect(cell('F').font).toMatchObject({ name: '仿宋', size: 12 })
    expect(cell('Q').border).toMatchObject({ left: { style: 'thin' }, bottom: { style: 'thin' } })
  })

  it('keeps text that looks like a formula as text', async () => {
    const hostile = [
      '=1+1',
      '+A1',
      '-2',
      '@SUM(A1)',
      '=HYPERLINK("http://x","y")',
      '<b>&"\'</b>',
      'a\u0007b',
      '_x0041_',
      '\ud800',
    ]
    const { sheet, path } = await ledger(hostile.map((name, at) => aBronze({ number: String(at + 1), name })))
    const names = hostile.map((_, at) => sheet.getCell(FIRST + at, 6))
    expect(names.slice(0, 6).map((cell) => cell.value)).toEqual(hostile.slice(0, 6))
    expect(names.every((cell) => typeof cell.value === 'string')).toBe(true)
    const xml = partOf(path, 'xl/worksheets/sheet1.xml')
    expect(xml).not.toContain('<f>')
    expect(xml).toContain('<t>a_x0007_b</t>')
    expect(xml).toContain('<t>_x005F_x0041_</t>')
    expect(partOf(path, 'xl/styles.xml')).toContain('quotePrefix="1"')
  })

  it('lists by number in natural order, only the book of objects, those that left too', async () => {
    const { sheet } = await ledger([
      aBronze({ number: '10', book: '文物藏品' }),
      aBronze({ number: '9', book: null }),
      aBronze({ number: '8', book: '复制品' }),
      aBronze({ number: '7', book: '借入' }),
      aBronze({ number: '61.5.135', deaccessionVoucher: '注〔2025〕1号' }),
      aBronze({ number: '61.5.9' }),
    ])
    const rows = [0, 1, 2, 3, 4].map((at) => sheet.getCell(FIRST + at, 4).value)
    expect(rows).toEqual(['9', '10', '61.5.9', '61.5.135', null])
    expect(sheet.getCell(FIRST + 3, 17).value).toBe('注〔2025〕1号')
  })
})

describe('pages of the ledger', () => {
  const foot = (sheet: Awaited<ReturnType<typeof ledger>>['sheet'], row: number) => ({
    labels: [sheet.getCell(row, 6).value, sheet.getCell(row + 1, 6).value],
    page: [sheet.getCell(row, 8).value, sheet.getCell(row, 10).value],
    running: [sheet.getCell(row + 1, 8).value, sheet.getCell(row + 1, 10).value],
    sign: [sheet.getCell(row + 2, 1).value, sheet.getCell(row + 2, 19).value],
  })

  it('an empty ledger is one empty page', async () => {
    const { sheet, path } = await ledger([])
    expect(foot(sheet, 26)).toEqual({
      labels: ['本页小计', '累计'],
      page: [null, null],
      running: [null, null],
      sign: ['总账管理员（签章）：', '第 1 页 共 1 页'],
    })
    expect(sheet.rowCount).toBe(28)
    expect(pageEnds(path)).toEqual([])
  })

  it('one object: the page is filled with empty lines', async () => {
    const { sheet } = await ledger(many(1, 3))
    expect(foot(sheet, 26)).toMatchObject({ page: [1, 3], running: [1, 3] })
    expect(sheet.getCell('D25').border.left?.style).toBe('thin')
    expect(sheet.getRow(25).height).toBe(30.75)
  })

  it('twenty objects are one page, the twenty-first begins another', async () => {
    const twenty = await ledger(many(20))
    expect(twenty.sheet.rowCount).toBe(28)
    expect(pageEnds(twenty.path)).toEqual([])
    await museum.close()
    const { sheet, path } = await ledger(many(21, 2))
    expect(pageEnds(path)).toEqual([28])
    expect(foot(sheet, 26)).toMatchObject({
      page: [20, 40],
      running: [20, 40],
      sign: [expect.anything(), '第 1 页 共 2 页'],
    })
    expect(sheet.getCell('D29').value).toBe('21')
    expect(foot(sheet, 49)).toMatchObject({
      page: [1, 2],
      running: [21, 42],
      sign: [expect.anything(), '第 2 页 共 2 页'],
    })
    expect(sheet.rowCount).toBe(51)
  })

  it('a thousand objects: every page has its twenty, every total is that of its rows', async () => {
    const objects = many(1000).map((values, at) => ({
      ...values,
      actualQuantity: (at % 7) + 1,
      sets: at % 3 === 0 ? null : 1,
    }))
    const { sheet, path } = await ledger(objects)
    expect(pageEnds(path)).toEqual(Array.from({ length: 49 }, (_, at) => 28 + at * 23))
    let [sets, pieces] = [0, 0]
    for (let page = 0; page < 50; page++) {
      const own = objects.slice(page * 20, page * 20 + 20)
      const sum = (field: 'sets' | 'actualQuantity') =>
        own.reduce((total, values) => total + (values[field] ?? 0), 0)
      sets += sum('sets')
      pieces += sum('actualQuantity')
      const row = FIRST + page * 23
      expect(own.map((_, at) => sheet.getCell(row + at, 4).value)).toEqual(own.map((values) => values.number))
      expect(foot(sheet, row + 20)).toMatchObject({
        page: [sum('sets'), sum('actualQuantity')],
        running: [sets, pieces],
        sign: [expect.anything(), `第 ${page + 1} 页 共 50 页`],
      })
    }
  })
})
