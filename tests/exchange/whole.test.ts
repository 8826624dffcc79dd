import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WHOLE_FILE, wholeMuseum, wholeResult, type WholeResult } from '../../shared/exchange/whole.ts'
import { makeSample } from '../../electron/services/sample/index.ts'
import { WHOLE_TABLES, wholeRows } from '../../electron/store/whole.ts'
import { newPart } from '../../shared/relations/parts.ts'
import { ALL, commit, idOf, recordOf, register, rehearse } from '../changes/kit.ts'
import { bring as importFile, undo, workbook } from '../imports/bringing.ts'
import { aPhoto } from '../media/photographs.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { aParty, link } from '../people/kit.ts'
import { run } from '../workspace/typed.ts'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'guancang-whole-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function written(museum: TestMuseum): Promise<WholeResult & { path: string }> {
  const job = await museum.finished(await museum.client.exchange.makeWhole({ folder }))
  expect(job.fault).toBeNull()
  const told = wholeResult.parse(job.result)
  return { ...told, path: join(folder, told.folder) }
}

async function rowsOf(museum: TestMuseum): Promise<Record<string, unknown[]>> {
  const { db, id } = museum.ctx.museum()
  const all: Record<string, unknown[]> = {}
  for (const table of WHOLE_TABLES) {
    const rows: unknown[] = []
    for await (const page of wholeRows(db, id, table, 100)) rows.push(...page)
    all[table] = rows
  }
  return all
}

/** A museum with something in every corner: two batches of which one is undone, typed and changed records, a draft. */
async function lived(museum: TestMuseum): Promise<void> {
  const file = await workbook({
    藏品: [
      ['总登记号', '名称', '级别', '年代', '展厅', '备注'],
      ['0901', '铜甗', '一级品', '商代晚期', '一号展厅', '=1+1\u2028第二行'],
      ['0902', '陶罐', '三级', '汉', null, '"引号"\t制表'],
    ],
  })
  const { batch } = await importFile(museum, file)
  await register(museum, [{ name: '铜鼎', grade: '二级', length: 12.5 }, { name: '铜爵' }])
  const bulk = await rehearse(museum, ALL, { set: { place: '三库' } })
  await commit(museum, bulk.batch)
  await undo(museum, bulk.batch)
  await museum.client.quality.accept({ id: idOf(2), code: 'I1', field: null, reason: '正在修复，无法拍摄' })
  await museum.client.catalogue.keepDraft({
    id: 'd1',
    recordId: null,
    revision: null,
    values: { name: '打了一半' },
  })
  const kept = await aParty(museum, { name: '张三', phone: '13800001111' })
  const gone = await aParty(museum, { name: '张三先生' })
  await link(museum, idOf(1), gone, 'donor', '证书 7')
  await museum.client.people.merge({ gone, kept, goneRevision: 1, keptRevision: 1, take: [] })
  const other = await aParty(museum, { name: '张三' })
  await museum.client.people.tellApart({ one: kept, other, apart: true })
  const draft = { id: 'new:p1', partyId: null, revision: null, values: { name: '李' } }
  await museum.client.people.keepDraft(draft)
  const { revision } = await recordOf(museum, 1)
  const parts = [newPart('01900000-0000-7000-9000-000000000001', '0001-1', { name: '鼎盖' })]
  await museum.client.relations.arrangeParts({ objectId: idOf(1), revision, parts })
  const relation = { id: '01900000-0000-7000-a000-000000000001', objectId: idOf(1), otherId: idOf(2) }
  await museum.client.relations.relate({ ...relation, kind: 'pair', side: 'to' })
  await museum.client.workspace.keepSetting({ key: 'catalogue.layout', value: { pane: 500 } })
  expect(batch).not.toBe('')
}

describe.each(ENGINES)('a whole museum from %s', (engine) => {
  let museum: TestMuseum
  let other: TestMuseum
  beforeEach(async () => {
    museum = await aMuseum({ engine, name: '云溪县博物馆' })
    other = await aMuseum({ name: '别馆' })
  })
  afterEach(async () => {
    await museum.close()
    await other.close()
  })

  it('comes back with every row of every table, is searched and checked as before', async () => {
    await lived(museum)
    const before = await rowsOf(museum)
    const told = await written(museum)
    expect(told).toMatchObject({ objects: 4, missing: [] })
    await other.client.workspace.bring({ from: told.path, folder: join(folder, '恢复') })
    expect(await rowsOf(other)).toEqual(before)
    const found = await other.client.catalogue.page({ find: { text: '一号展厅', facets: {} } })
    expect(found.rows.map(({ values }) => values.name)).toEqual(['铜甗'])
    // a part leads to its whole here too
    const byPart = await other.client.catalogue.page({ find: { text: '鼎盖', facets: {} } })
    expect(byPart.rows.map(({ id }) => id)).toEqual([idOf(1)])
    if (engine === 'sqlite') expect(await other.checked()).toEqual({ ok: true, problems: [] })
    // and it lives on
    await other.client.catalogue.register({ id: idOf(9), values: { numberType: '总登记号', number: '0999' } })
  })
})

describe('the folder of a whole museum', () => {
  let museum: TestMuseum
  beforeEach(async () => {
    museum = await aMuseum({ today: '2026-03-01', name: '云溪/县:博物馆' })
  })
  afterEach(() => museum.close())

  it('can be read by a stranger: a table, a guide, a list of pictures, and what lies where', async () => {
    await register(museum, [{ name: '铜鼎' }])
    const photo = await aPhoto(folder, '0001-正视-1.jpg')
    await museum.finished(await museum.client.media.take({ objectId: idOf(1), files: [photo] }))
    const { path, files } = await written(museum)
    expect(path.endsWith('云溪 县 博物馆 2026-03-01')).toBe(true)
    expect(files).toBe(1)
    expect(readFileSync(join(path, 'catalogue.csv'), 'utf8')).toContain('铜鼎')
    const [, line = ''] = readFileSync(join(path, 'pictures.csv'), 'utf8').split('\r\n')
    const place = line.split(',').at(-1) ?? ''
    expect(readFileSync(join(path, place))).toEqual(readFileSync(photo))
    expect(readFileSync(join(path, 'README.txt'), 'utf8')).toContain('不用任何专门软件也能读')
    expect(readdirSync(folder).some((name) => name.endsWith('.part'))).toBe(false)
  })

  it('is written beside the one of the same day, and names a picture that is gone', async () => {
    await register(museum, [{ name: '铜鼎' }])
    const photo = await aPhoto(folder, '0001-正视-1.jpg')
    await museum.finished(await museum.client.media.take({ objectId: idOf(1), files: [photo] }))
    const first = await written(museum)
    rmSync(join(museum.folder, 'media'), { recursive: true })
    const second = await written(museum)
    expect(second.folder).toBe(`${first.folder} (2)`)
    expect(second.missing).toEqual(['0001 正视'])
  })

  it('is refused where a file of it is altered, missing, of a later program or no museum at all, and nothing is made', async () => {
    await register(museum, [{ name: '铜鼎' }])
    const { path } = await written(museum)
    const to = join(folder, '恢复')
    const refusedAs = async (code: string): Promise<void> => {
      await expect(museum.client.workspace.bring({ from: path, folder: to })).rejects.toMatchObject({ code })
      expect(existsSync(join(to, 'museum.db'))).toBe(false)
      if (existsSync(to)) expect(readdirSync(to)).toEqual([])
    }
    const file = join(path, WHOLE_FILE)
    const told = wholeMuseum.parse(JSON.parse(readFileSync(file, 'utf8')))
    writeFileSync(file, JSON.stringify({ ...told, migrations: [...told.migrations, '9999_later'] }))
    await refusedAs('museum.fromFuture')
    writeFileSync(
      file,
      JSON.stringify({ ...told, tables: told.tables.map((t) => ({ ...t, name: 'sqlite_master' })) })
    )
    await refusedAs('exchange.damaged')
    writeFileSync(file, JSON.stringify(told))
    appendFileSync(join(path, 'tables', 'object.jsonl'), '{}\n')
    await refusedAs('exchange.damaged')
    rmSync(join(path, 'tables', 'object.jsonl'))
    await refusedAs('exchange.damaged')
    writeFileSync(file, '{"format":"guancang-museum"')
    await refusedAs('exchange.notWhole')
    rmSync(file)
    await refusedAs('exchange.notWhole')
    // the museum that was open is still open
    expect((await museum.client.workspace.state({})).museum?.name).toBe('云溪/县:博物馆')
  })

  it('of three hundred objects with pictures and history is the same museum again', async () => {
    const sample = join(folder, 'sample')
    await makeSample(museum.ctx, sample)
    await museum.house.open(sample)
    const before = await rowsOf(museum)
    const { path } = await written(museum)
    await museum.client.workspace.bring({ from: path, folder: join(folder, '恢复') })
    expect((await museum.client.workspace.state({})).museum?.folder).toBe('恢复')
    expect(await rowsOf(museum)).toEqual(before)
    expect(await museum.checked()).toEqual({ ok: true, problems: [] })
  }, 120_000)
})

it('a museum goes out and comes back by the command line', async () => {
  const list = join(folder, 'a.csv')
  writeFileSync(list, '藏品编号,名称\n0001,青花瓶\n')
  const at = join(folder, '馆')
  await run('init', '--museum', '青石县博物馆', '--data', at)
  await run('import', 'objects', list, '--data', at)
  const out = await run('export', 'museum', '--out', join(folder, '出'), '--data', at)
  expect(out).toMatchObject({ exit: 0, answer: { objects: 1, files: 1, missing: [] } })
  const back = await run('import', 'museum', String(out.answer['folder']), '--data', join(folder, '回'))
  expect(back).toMatchObject({ exit: 0, answer: { museum: '青石县博物馆', objects: 1 } })
  expect(await run('find', '青花', '--data', join(folder, '回'))).toMatchObject({ answer: { total: 1 } })
  expect(await run('check', '--data', join(folder, '回'))).toMatchObject({ answer: { ok: true } })
  // not over a museum that is there
  const again = await run('import', 'museum', String(out.answer['folder']), '--data', at)
  expect(again).toMatchObject({ exit: 1, answer: { fault: { code: 'museum.exists' } } })
})
