import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import {
  asSeen,
  bring,
  commit,
  inFolder,
  inspect,
  objects,
  record,
  rehearse,
  textFile,
  workbook,
} from './bringing.ts'

const HEAD = ['总登记号', '名称', '级别', '展厅']
const three = () =>
  workbook({
    藏品: [
      HEAD,
      ['001', '铜鼎', '一级', '一楼'],
      ['002', '铜爵', '二级', '二楼'],
      ['003', '瓷碗', '三级', null],
    ],
  })

const kept = ({ folder }: TestMuseum): string[] => {
  const originals = join(folder, 'originals')
  return existsSync(originals) ? readdirSync(originals) : []
}

describe.each(ENGINES)('the way of a file into the catalogue on %s', (engine) => {
  let museum: TestMuseum
  beforeEach(async () => {
    museum = await aMuseum({ engine })
  })
  afterEach(() => museum.close())

  it('shows cell by cell what would change in what is there', async () => {
    await bring(museum, await three())
    const second = await workbook({
      藏品: [
        HEAD,
        ['001', '青铜鼎', '一级', '三楼'],
        ['004', '玉璧', '未定级', null],
        ['002', '铜爵', null, '二楼'],
      ],
    })
    const result = await rehearse(museum, second)
    expect(result).toMatchObject({ created: 1, changed: 1, unchanged: 1, imported: 2 })
    const { lines } = await museum.client.imports.lines({ batch: result.batch, verdict: 'change' })
    expect(lines[0]?.changes).toEqual([
      { field: 'name', literal: null, before: '铜鼎', after: '青铜鼎' },
      { field: 'extras.展厅', literal: '三楼', before: '一楼', after: '三楼' },
      { field: 'formerName', literal: null, before: null, after: '铜鼎' },
    ])
    expect((await record(museum, '001')).values.name).toBe('铜鼎')
    await commit(museum, result.batch)
    expect(await record(museum, '001')).toMatchObject({
      revision: 2,
      values: { name: '青铜鼎', grade: '一级' },
      extras: { 展厅: '三楼' },
    })
    expect((await record(museum, '002')).values.grade).toBe('二级')
    const { entries } = await museum.client.audit.ofRecord({ recordId: (await record(museum, '001')).id })
    expect(entries[0]).toMatchObject({
      action: 'imported',
      batchId: result.batch,
      batchName: '第一批',
      changes: { name: ['铜鼎', '青铜鼎'] },
    })
  })

  it('enters what was rehearsed even if the file has changed on the disk since', async () => {
    const file = textFile('会变.csv', '总登记号,名称\n001,铜鼎\n')
    const { batch } = await rehearse(museum, file)
    writeFileSync(file, '总登记号,名称\n009,别的\n')
    await commit(museum, batch)
    expect((await record(museum, '001')).values.name).toBe('铜鼎')
    expect(await objects(museum)).toBe(1)
  })

  it('keeps the original, and enters nothing when it was tampered with', async () => {
    const { batch } = await rehearse(museum, await three())
    const [kept = ''] = readdirSync(join(museum.folder, 'originals'))
    expect(kept).toMatch(/^[0-9a-f]{64}$/)
    writeFileSync(join(museum.folder, 'originals', kept), 'other')
    const job = await museum.finished(await museum.client.imports.commit({ batch, name: '一' }))
    expect(job.fault?.code).toBe('file.damaged')
    expect(await objects(museum)).toBe(0)
  })

  it('forgets a rehearsal with its lines and its original', async () => {
    const { batch } = await rehearse(museum, await three())
    await museum.client.imports.forget({ batch })
    expect((await museum.client.imports.batches({})).batches).toEqual([])
    expect(readdirSync(join(museum.folder, 'originals'))).toEqual([])
    await expect(museum.client.imports.commit({ batch, name: '一' })).rejects.toMatchObject({
      code: 'batch.missing',
    })
  })

  it('does not overwrite what somebody changed after the rehearsal had shown it', async () => {
    await bring(museum, await three())
    const { batch } = await rehearse(museum, await workbook({ 藏品: [HEAD, ['001', '方鼎', '二级', null]] }))
    museum.at('2026-03-02T01:00:00.000Z')
    const { id, revision } = await record(museum, '001')
    await museum.client.catalogue.amend({ id, revision, changes: { name: '兽面纹鼎' } })
    const job = await museum.finished(await museum.client.imports.commit({ batch, name: '一' }))
    expect(job.fault).toEqual({ code: 'record.changedMeanwhile', detail: { number: '001' } })
    expect(await record(museum, '001')).toMatchObject({
      revision: 2,
      values: { name: '兽面纹鼎', grade: '一级' },
    })
    expect((await museum.client.imports.batches({})).batches[0]?.status).toBe('rehearsed')
  })

  it('remembers where this museum puts a heading, and only what it chose itself', async () => {
    const file = await workbook({
      一: [
        ['老底子', '名称', '展厅'],
        ['甲1', '铜鼎', '一楼'],
        ['甲2', '铜爵', '二楼'],
      ],
    })
    const seen = await inspect(museum, file)
    const [plan] = asSeen({ ...seen, sheets: seen.sheets.map((sheet) => ({ ...sheet, chosen: true })) })
    if (!plan) throw new Error('no plan')
    const chosen = { ...plan, mapping: { 0: 'number', 1: 'name', 2: 'place' } as const }
    await commit(museum, (await rehearse(museum, file, [chosen])).batch)
    const again = await inspect(museum, file)
    expect(again.sheets[0]?.headings.map(({ target, because }) => [target, because])).toEqual([
      ['number', 'remembered'],
      ['name', 'alias'],
      ['place', 'remembered'],
    ])
  })

  it('takes the header row that the user points out, and the units the user knows', async () => {
    const file = await workbook({
      一: [
        ['总登记号', '名称', '高'],
        ['(填)', '(填)', '(填)'],
        ['7', '瓶', 30],
      ],
    })
    const sheets = [
      {
        name: '一',
        headerRows: [1, 2],
        mapping: { 0: 'number', 1: 'name', 2: 'height' },
        units: { 2: 'mm' },
      },
    ] as const
    const { batch } = await rehearse(museum, file, structuredClone([...sheets]) as never)
    await commit(museum, batch)
    expect((await record(museum, '7')).values.height).toBe(3)
  })

  it('saves the refused rows as a workbook with the reason, which can be mended and read again', async () => {
    const file = await workbook({
      一: [
        HEAD,
        ['001', '铜鼎', '一级', null],
        ['001', '铜爵', null, null],
        [null, '无号瓶', '三级', '一楼'],
      ],
      二: [HEAD, ['001', '又一件', null, null]],
    })
    const { batch, refused } = await bring(museum, file)
    expect(refused).toBe(3)
    const out = inFolder('未导入.xlsx')
    expect(await museum.client.imports.saveRefusals({ batch, file: out, language: 'zh-CN' })).toEqual({
      rows: 3,
      file: '未导入.xlsx',
    })
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(out)
    const rowsOf = (name: string): unknown[][] => {
      const rows: unknown[][] = []
      book.getWorksheet(name)?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)))
      return rows
    }
    expect(rowsOf('一')).toEqual([
      [...HEAD, '原工作表', '原行号', '未导入原因'],
      ['001', '铜爵', undefined, undefined, '一', 3, '编号 001 在本文件中已出现过（一 第 2 行）'],
      [undefined, '无号瓶', '三级', '一楼', '一', 4, '这一行没有编号'],
    ])
    expect(rowsOf('二')[1]).toEqual([
      '001',
      '又一件',
      undefined,
      undefined,
      '二',
      2,
      '编号 001 在本文件中已出现过（一 第 2 行）',
    ])
    for (const [sheet, row, number] of [
      ['一', 2, '002'],
      ['一', 3, '003'],
      ['二', 2, '004'],
    ] as const) {
      const cell = book.getWorksheet(sheet)?.getRow(row).getCell(1)
      if (cell) cell.value = number
    }
    await book.xlsx.writeFile(out)
    expect(await bring(museum, out)).toMatchObject({ created: 3, refused: 0 })
    expect((await record(museum, '003')).extras).toEqual({ 展厅: '一楼' })
  })

  it('will not read a sheet without a column of numbers, or a mapping that names nothing', async () => {
    const file = await workbook({
      一: [
        ['名称', '级别', '年代'],
        ['鼎', '一级', '商'],
      ],
    })
    const fault = async (more: object) =>
      (await museum.finished(await museum.client.imports.bring({ file, ...more }))).fault
    expect(await fault({})).toMatchObject({ code: 'import.noNumberColumn', detail: { sheet: '一' } })
    expect(await fault({ mapping: { 名称: 'nothing' } })).toMatchObject({ code: 'import.unknownField' })
    expect(await fault({ mapping: { 没有: 'number' } })).toMatchObject({ code: 'import.mappingFile' })
    expect(await fault({ sheet: '三' })).toMatchObject({ code: 'file.noSheet' })
    expect(await bring(museum, file, { mapping: { A: 'number', 级别: 'skip' } })).toMatchObject({
      created: 1,
      sheets: [{ mapping: { 名称: 'number', 级别: 'skip', 年代: 'era' } }],
    })
    expect(await record(museum, '鼎')).toMatchObject({ values: { name: null, grade: null } })
  })

  it('rehearses on the command line without leaving anything', async () => {
    expect(await bring(museum, await three(), { dryRun: true })).toMatchObject({
      dryRun: true,
      batch: '',
      created: 3,
    })
    expect(await objects(museum)).toBe(0)
    expect((await museum.client.imports.batches({})).batches).toEqual([])
    expect(kept(museum)).toEqual([])
  })
})
