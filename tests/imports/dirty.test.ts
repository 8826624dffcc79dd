import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { bring, inspect, objects, record, textFile, workbook } from './bringing.ts'

describe.each(ENGINES)("files the way museums' files really are, on %s", (engine) => {
  let museum: TestMuseum
  beforeAll(async () => {
    museum = await aMuseum({ engine })
  })
  afterAll(() => museum.close())

  it('reads a printed 总登记账: two-level heads, heads repeated on each page, totals and signatures', async () => {
    const head = [
      ['登记日期', null, null, '总登记号', '名称', '数量', null, null, '尺寸(cm)', '备注'],
      ['年', '月', '日', null, null, '件数', '单位', '实际数量', null, null],
    ]
    const file = await workbook(
      {
        账页: [
          ['云河县博物馆藏品总登记账'],
          ...head,
          ['1987', '5', '3', 'Y0001', '青铜鼎', 1, '件', 1, '高32.5', null],
          [],
          ['1987', '5', '4', 'Y0002', '龙泉窑碗', 1, '套', 5, '口径12、高6', '五件一套'],
          ['本页合计', null, null, null, null, 2, null, 6],
          ['云河县博物馆藏品总登记账'],
          ...head,
          ['1988', '1', null, 'Y0003', '玉璧', 1, '件', 1, '直径8', null],
          ['总计', null, null, null, null, 3, null, 7],
          ['总账管理员：张三', null, null, null, '馆长：李四'],
        ],
      },
      { 账页: ['A1:J1', 'A2:C2', 'F2:H2', 'D2:D3', 'E2:E3', 'I2:I3', 'J2:J3'] }
    )
    const result = await bring(museum, file)
    expect(result).toMatchObject({ rows: 3, created: 3, refused: 0 })
    expect(result.leftOut.map(({ kind }) => kind)).toEqual([
      'total',
      'header',
      'header',
      'header',
      'total',
      'signature',
    ])
    expect((await record(museum, 'Y0001')).values).toMatchObject({
      registeredOn: '1987-05-03',
      height: 32.5,
      sizeText: '高32.5cm',
    })
    expect((await record(museum, 'Y0002')).values).toMatchObject({
      sets: 1,
      quantityUnit: '套',
      actualQuantity: 5,
      width: 12,
    })
    const third = await record(museum, 'Y0003')
    expect([third.values.registeredOn, third.literals['registeredOn']]).toEqual([null, '1988年1月'])
  })

  it('reads several sheets, leaves out those that are no lists of objects, and knows a number across sheets', async () => {
    const file = await workbook({
      说明: [['填表说明'], ['一、本表一式两份'], ['二、请勿改动表头']],
      铜器: [
        ['编号', '名称'],
        ['T1', '鼎'],
        ['T2', '爵'],
      ],
      瓷器: [
        ['藏品编号', '藏品名称', '级别'],
        ['C1', '碗', '一级'],
        ['T2', '盘', '二级'],
      ],
    })
    const seen = await inspect(museum, file)
    expect(seen.sheets.map(({ name, chosen }) => [name, chosen])).toEqual([
      ['说明', false],
      ['铜器', true],
      ['瓷器', true],
    ])
    const result = await bring(museum, file)
    expect(result).toMatchObject({
      created: 3,
      refused: 1,
      refusals: [{ sheet: '瓷器', row: 3, code: 'import.duplicateInFile' }],
    })
    expect(await bring(museum, file, { sheet: '瓷器' })).toMatchObject({
      sheets: [{ name: '瓷器' }],
      unchanged: 1,
      changed: 1,
    })
  })

  it('keeps leading zeros, reads serial dates, and refuses a row without a number', async () => {
    const file = await workbook({
      一: [
        ['总登记号', '名称', '入藏日期', '登记日期'],
        ['0008', '鼎', 32143, new Date('1990-06-01T00:00:00Z')],
        [9, '爵', '1987.5', '二〇〇一年三月四日'],
        [null, '无号', null, null],
        ['   ', '空白号', null, null],
      ],
    })
    const result = await bring(museum, file)
    expect(result).toMatchObject({ created: 2, refused: 2, warnings: { 'day.serial': 1 } })
    expect((await record(museum, '0008')).values).toMatchObject({
      acquiredOn: '1988-01-01',
      registeredOn: '1990-06-01',
    })
    expect((await record(museum, '9')).values).toMatchObject({
      acquisitionYear: 1987,
      registeredOn: '2001-03-04',
    })
  })

  it('tells one book of numbers from another', async () => {
    const file = await workbook({
      一: [
        ['辅助账号', '名称'],
        ['0008', '辅助的鼎'],
        ['F2', '罐'],
      ],
    })
    expect(await bring(museum, file)).toMatchObject({ created: 2 })
    const typed = await workbook({
      一: [
        ['藏品编号类型', '藏品编号', '名称'],
        ['索书号', '0008', '县志'],
        ['藏品总登记号', '0008', '鼎'],
      ],
    })
    expect(await bring(museum, typed)).toMatchObject({ created: 1, unchanged: 1 })
    const { rows } = await museum.client.catalogue.page({ find: { text: '0008' } })
    expect(rows.map(({ values }) => values.number)).toEqual(['0008', '0008', '0008'])
  })

  it('reads texts of the county office: GB18030, tabs, quotes', async () => {
    const gb = textFile(
      '旧表.csv',
      Buffer.from('d7dcb5c7bcc7bac52cc3fbb3c60d0a473031' + '2ccdadb6a60d0a', 'hex')
    )
    expect(await bring(museum, gb)).toMatchObject({ created: 1, sheets: [{ name: '旧表' }] })
    expect((await record(museum, 'G01')).values.name).toBe('铜鼎')
    const tabs = textFile('表.txt', '﻿总登记号\t名称\t备注\nG02\t"铜""鼎"\t"两\n行"\n')
    await bring(museum, tabs)
    expect((await record(museum, 'G02')).values).toMatchObject({ name: '铜"鼎', remarks: '两\n行' })
  })

  it('says of every file that is none what it is, and leaves nothing', async () => {
    const before = await objects(museum)
    const fault = async (file: string) =>
      (await museum.finished(await museum.client.imports.bring({ file }))).fault
    expect(await fault(textFile('页.xlsx', '<!doctype html><table></table>'))).toMatchObject({
      code: 'file.html',
      detail: { file: '页.xlsx' },
    })
    expect(await fault(textFile('空.csv', ''))).toMatchObject({ code: 'file.empty' })
    expect(await fault('/没有/这个.xlsx')).toMatchObject({
      code: 'file.missing',
      detail: { file: '这个.xlsx' },
    })
    expect(await fault(await workbook({ 一: [] }))).toMatchObject({ code: 'file.sheetEmpty' })
    expect(await objects(museum)).toBe(before)
    const { batches } = await museum.client.imports.batches({})
    expect(batches.every(({ status }) => status === 'committed')).toBe(true)
  })
})
