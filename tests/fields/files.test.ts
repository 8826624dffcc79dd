import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Exchange } from '../../shared/exchange/contract.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { ALL, commit as commitChange } from '../changes/kit.ts'
import { changeResult } from '../../shared/changes/contract.ts'
import { read } from '../exchange/lido.ts'
import { asSeen, bring, commit, inspect, record, rehearse, undo, workbook } from '../imports/bringing.ts'
import type { OwnId } from '../../shared/fields/record.ts'
import { aCode, amend, define, enter, numbersFound } from './kit.ts'

const HEAD = ['总登记号', '名称', '展厅', '估价', '盘点日', '柜号']

describe.each(ENGINES)('fields of the museum’s own in files, on %s', (engine) => {
  let museum: TestMuseum
  beforeEach(async () => {
    museum = await aMuseum({ engine })
  })
  afterEach(() => museum.close())

  const made = async (exchange: Exchange, name: string) => {
    const path = join(museum.folder, '..', name)
    const job = await museum.finished(await museum.client.exchange.make({ exchange, file: path }))
    expect(job.fault).toBeNull()
    return { path, text: readFileSync(path, 'utf8') }
  }
  const three = async () => ({
    hall: await define(museum, {
      name: '展厅',
      kind: 'code',
      codes: [aCode('一号厅', '1厅'), aCode('二号厅')],
    }),
    price: await define(museum, { name: '估价', kind: 'decimal', unit: '元' }),
    day: await define(museum, { name: '盘点日', kind: 'day', english: 'Checked on' }),
  })

  it('columns of their names go into them; what is no value is kept as written and remarked', async () => {
    const { hall, price, day } = await three()
    const file = await workbook({
      藏品: [
        HEAD,
        ['001', '铜鼎', '1厅', '1,200', '2026.3.1', 'A-1'],
        ['002', '铜爵', '地下室', '约一万', '2026年', 'A-2'],
        ['003', '瓷碗', null, 12.5, new Date(Date.UTC(2026, 1, 3)), null],
      ],
    })
    const seen = await inspect(museum, file)
    const targets = seen.sheets[0]?.headings.map(({ target, because }) => [target, because])
    expect(targets?.slice(2, 5)).toEqual([hall, price, day].map(({ id }) => [id, 'alias']))
    const told = await rehearse(museum, file)
    expect(told.warnings).toMatchObject({ 'own.unread': 3 })
    const { batch } = await commit(museum, told.batch)
    const one = await record(museum, '001')
    expect(one.values).toMatchObject({ [hall.id]: '一号厅', [price.id]: 1200, [day.id]: '2026-03-01' })
    expect(one.literals).toMatchObject({ [hall.id]: '1厅', [price.id]: '1,200', [day.id]: '2026.3.1' })
    expect(one.extras).toEqual({ 柜号: 'A-1' })
    const two = await record(museum, '002')
    expect(two.values[price.id]).toBeUndefined()
    expect(two.literals).toMatchObject({ [hall.id]: '地下室', [price.id]: '约一万', [day.id]: '2026年' })
    expect((await record(museum, '003')).values).toMatchObject({ [price.id]: 12.5, [day.id]: '2026-02-03' })
    expect(await numbersFound(museum, { text: '地下室' })).toEqual(['002'])
    expect(await bring(museum, file)).toMatchObject({ unchanged: 3, changed: 0 })
    expect(await undo(museum, batch)).toMatchObject({ undone: 3 })
  })

  it('an import changes them in records that are there, and taken back they are as before', async () => {
    const { hall, price } = await three()
    await enter(museum, '001', { [price.id]: 5, [hall.id]: '二号厅' })
    const file = await workbook({ 藏品: [HEAD, ['001', '商青铜鼎', null, '6 元', null, null]] })
    const { batch } = await bring(museum, file)
    // 6 元 is no number: the value stays as it is and the text stands beside it
    expect(await record(museum, '001')).toMatchObject({
      values: { [price.id]: 5, [hall.id]: '二号厅' },
      literals: { [price.id]: '6 元' },
    })
    await undo(museum, batch)
    expect((await record(museum, '001')).literals).toEqual({})
    const again = await bring(
      museum,
      await workbook({ 藏品: [HEAD, ['001', '商青铜鼎', '1厅', '6', null, null]] })
    )
    expect((await record(museum, '001')).values).toMatchObject({ [price.id]: 6, [hall.id]: '一号厅' })
    await undo(museum, again.batch)
    expect((await record(museum, '001')).values).toMatchObject({ [price.id]: 5, [hall.id]: '二号厅' })
  })

  it('a column sent into one is remembered by its heading, until the field is put aside', async () => {
    const cabinet = await define(museum, { name: '柜' })
    const rows = (number: string) => ({
      藏品: [
        ['总登记号', '名称', '柜号'],
        [number, '鼎', 'A-1'],
      ],
    })
    const file = await workbook(rows('001'))
    const plans = asSeen(await inspect(museum, file)).map((plan) => ({
      ...plan,
      mapping: { ...plan.mapping, 2: cabinet.id },
    }))
    const { batch } = await rehearse(museum, file, plans)
    await commit(museum, batch)
    expect((await record(museum, '001')).values[cabinet.id]).toBe('A-1')
    const target = async () =>
      (await inspect(museum, await workbook(rows('002')))).sheets[0]?.headings[2]?.target
    expect(await target()).toBe(cabinet.id)
    await museum.client.fields.retire({ id: cabinet.id, revision: 1, retired: true })
    expect(await target()).toBe('extra')
  })

  it('a mapping file names them by their names', async () => {
    const cabinet = await define(museum, { name: '柜' })
    const file = await workbook({
      藏品: [
        ['总登记号', '名称', '柜号'],
        ['001', '鼎', 'A-1'],
      ],
    })
    await bring(museum, file, { mapping: { 柜号: '柜' } })
    expect((await record(museum, '001')).values[cabinet.id]).toBe('A-1')
  })

  it('a column kept beside the records becomes one: rehearsed, one batch, and taken back', async () => {
    const file = await workbook({
      藏品: [
        ['总登记号', '名称', '估值'],
        ['001', '铜鼎', '1,200'],
        ['002', '铜爵', '待估'],
        ['003', '瓷碗', null],
        ['004', '玉璧', '7'],
      ],
    })
    await bring(museum, file)
    expect((await museum.client.fields.headings({})).headings).toEqual([{ heading: '估值', objects: 3 }])
    const price = await define(museum, { name: '估价', kind: 'integer' })
    const { id } = await record(museum, '004')
    await amend(museum, id, { [price.id]: 8 })
    const job = await museum.finished(
      await museum.client.changes.rehearse({
        chosen: ALL,
        wish: { set: {}, replace: [], promote: [{ heading: '估值', field: price.id }] },
      })
    )
    const told = changeResult.parse(job.result)
    expect(told).toMatchObject({ changed: 2, unchanged: 2, refused: 0 })
    await commitChange(museum, told.batch, '估值改为自有字段')
    expect(await record(museum, '001')).toMatchObject({
      values: { [price.id]: 1200 },
      literals: { [price.id]: '1,200' },
      extras: {},
    })
    const two = await record(museum, '002')
    expect([two.values[price.id], two.literals, two.extras]).toEqual([undefined, { [price.id]: '待估' }, {}])
    // what somebody has written there stays, and the column beside it
    expect(await record(museum, '004')).toMatchObject({ values: { [price.id]: 8 }, extras: { 估值: '7' } })
    expect(await undo(museum, told.batch)).toMatchObject({ undone: 2, skipped: [] })
    const one = await record(museum, '001')
    expect([one.values[price.id], one.literals, one.extras]).toEqual([undefined, {}, { 估值: '1,200' }])
    expect(await museum.checked()).toMatchObject({ ok: true })
  })

  it('the CSV comes back with all of them and says nothing new; JSON, LIDO and the guide tell of them', async () => {
    const { hall, price, day } = await three()
    const own: Record<OwnId, string | number> = {
      [hall.id]: '一号厅',
      [price.id]: 12.5,
      [day.id]: '2026-03-01',
    }
    await enter(museum, '001', own)
    await enter(museum, '002', { [price.id]: 3 })
    const csv = await made('csv', '全部.csv')
    expect(csv.text.split('\r\n')[0]).toMatch(/展厅,估价,盘点日$/)
    expect(await bring(museum, csv.path)).toMatchObject({ unchanged: 2, changed: 0, refused: 0 })
    const json = JSON.parse((await made('json', '全部.json')).text) as {
      fields: { id: string; label: string; table: string | null }[]
      objects: { values: object }[]
    }
    expect(json.fields).toContainEqual(
      expect.objectContaining({ id: hall.id, label: '展厅', table: '一号厅；二号厅' })
    )
    expect(json.objects[0]?.values).toMatchObject(own)
    const lido = read((await made('lido', '全部.xml')).text)
    const notes = lido.all('descriptiveNoteValue').map(({ text }) => text)
    expect(notes).toEqual(expect.arrayContaining(['一号厅', '12.5 元', '2026-03-01']))
    const guide = await made('guide', '字段.csv')
    expect(guide.text).toContain(`${day.id},盘点日,Checked on,day,`)
    await museum.client.fields.retire({ id: hall.id, revision: 1, retired: true })
    expect((await made('csv', '再次.csv')).text.split('\r\n')[0]).toMatch(/估价,盘点日$/)
  })
})
