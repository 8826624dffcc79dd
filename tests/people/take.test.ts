import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'csv-parse/sync'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { bring, undo, workbook } from '../imports/bringing.ts'
import { aParty, idOf, link, partyOf, peopleOf, register, storedPeople, take } from './kit.ts'

describe.each(ENGINES)('people taken from the catalogue on %s', (engine) => {
  let museum: TestMuseum
  beforeEach(async () => {
    museum = await aMuseum({ engine, today: '2026-03-01' })
    await register(museum, [
      { name: '山水图', author: '（清）郑燮', source: '接受捐赠', sourceDetail: '张三捐赠' },
      { name: '竹石图', author: '（清）郑燮', source: '接受捐赠', sourceDetail: '张三捐赠' },
      { name: '扇面', author: '佚名', source: '接受捐赠', sourceDetail: '1985年李四、王五捐献' },
      { name: '铜镜', source: '移交', sourceDetail: '云河县文化馆移交' },
      { name: '铜戈', source: '旧藏', sourceDetail: '旧藏' },
    ])
  })
  afterEach(() => museum.close())

  it('offers the distinct texts with counts, and writes nothing', async () => {
    const before = await storedPeople(museum)
    const { texts, total } = await museum.client.people.gather({})
    expect(total).toBe(4)
    expect(
      texts.map(({ text, objects, role, names }) => [text, objects, role, names.map(({ name }) => name)])
    ).toEqual([
      ['张三捐赠', 2, 'donor', ['张三']],
      ['（清）郑燮', 2, 'maker', ['郑燮']],
      ['1985年李四、王五捐献', 1, 'donor', ['李四', '王五']],
      ['云河县文化馆移交', 1, 'transferor', ['云河县文化馆']],
    ])
    expect(texts.every(({ sure }) => sure)).toBe(true)
    expect(texts[3]?.names[0]?.kind).toBe('institution')
    expect(await storedPeople(museum)).toEqual(before)
  })

  it('makes what was ticked as one batch, leaves the texts as they are, and asks no more for what is done', async () => {
    const zhang = await aParty(museum, { name: '张三' })
    const { texts } = await museum.client.people.gather({})
    expect(texts[0]?.names[0]?.partyId).toBe(zhang)
    const done = await take(museum, texts.slice(0, 3))
    expect(done).toMatchObject({ parties: 3, links: 6, objects: 3 })
    expect(await peopleOf(museum, idOf(1))).toEqual(['donor 张三', 'maker 郑燮'])
    expect(await peopleOf(museum, idOf(3))).toEqual(['donor 李四', 'donor 王五'])
    expect((await partyOf(museum, zhang)).roles).toEqual([{ role: 'donor', objects: 2 }])
    const { record } = await museum.client.catalogue.byId({ id: idOf(1) })
    expect(record).toMatchObject({ revision: 1, values: { author: '（清）郑燮', sourceDetail: '张三捐赠' } })
    expect((await museum.client.people.gather({})).texts.map(({ text }) => text)).toEqual([
      '云河县文化馆移交',
    ])
    const [entry] = (await museum.client.audit.ofRecord({ recordId: idOf(3) })).entries
    expect(entry).toMatchObject({ action: 'amended', batchId: done.batch, batchName: '从目录提取' })
    expect((await museum.client.imports.batches({})).batches[0]).toMatchObject({ kind: 'people' })
  })

  it('is undone whole, but for a party that somebody has worked on since', async () => {
    const { texts } = await museum.client.people.gather({})
    const { batch } = await take(museum, texts)
    const { rows } = await museum.client.people.list({})
    const li = rows.find(({ name }) => name === '李四')?.id ?? ''
    await museum.client.people.amend({ id: li, revision: 1, changes: { phone: '13800001111' } })
    await link(museum, idOf(5), li, 'seller')
    const preview = await museum.client.imports.undoPreview({ batch })
    expect(preview.skipped).toMatchObject([{ id: li, of: 'party', name: '李四' }])
    const undone = await undo(museum, batch)
    expect(undone).toEqual(preview)
    expect((await museum.client.people.list({})).rows.map(({ name }) => name)).toEqual(['李四'])
    expect(await peopleOf(museum, idOf(1))).toEqual([])
    expect(await peopleOf(museum, idOf(3))).toEqual(['donor 李四'])
    expect((await museum.client.audit.ofRecord({ recordId: idOf(1) })).entries[0]?.action).toBe('undone')
    // the catalogue's texts are offered again
    expect((await museum.client.people.gather({})).texts.map(({ text }) => text)).toContain('张三捐赠')
  })

  it('hinders the undoing of an import only while people hang on its objects', async () => {
    const file = await workbook({
      登记表: [
        ['总登记号', '名称', '著者'],
        ['B1', '梅花图', '齐白石'],
      ],
    })
    const imported = await bring(museum, file)
    const { texts } = await museum.client.people.gather({})
    const taken = await take(
      museum,
      texts.filter(({ text }) => text === '齐白石')
    )
    expect((await museum.client.imports.undoPreview({ batch: imported.batch })).skipped).toMatchObject([
      { number: 'B1', of: 'object' },
    ])
    await undo(museum, taken.batch)
    expect(await undo(museum, imported.batch)).toMatchObject({ undone: 1, skipped: [] })
    expect(await museum.checked()).toEqual({ ok: true, problems: [] })
  })

  it('tells others who is there, and never where they live', async () => {
    const zhang = await aParty(museum, {
      name: '张三',
      phone: '13800001111',
      idNumber: '140202',
      address: '城关镇',
    })
    await link(museum, idOf(1), zhang, 'donor', '证书 7')
    const made = async (exchange: 'csv' | 'json') => {
      const path = join(museum.folder, '..', `out.${exchange}`)
      await museum.finished(await museum.client.exchange.make({ exchange, file: path }))
      return readFileSync(path, 'utf8')
    }
    const csv = await made('csv')
    const json = await made('json')
    for (const text of [csv, json]) expect(text).not.toMatch(/13800001111|140202|城关镇/)
    const rows = parse(csv, { columns: true, bom: true })
    expect(rows[0]).toMatchObject({ 相关人物: '捐赠人：张三（证书 7）' })
    const told = JSON.parse(json) as { objects: { people: unknown[] }[] }
    expect(told.objects[0]?.people).toEqual([
      { role: 'donor', roleLabel: '捐赠人', name: '张三', kind: 'person', note: '证书 7' },
    ])
    expect(told.objects[1]?.people).toEqual([])
  })
})
