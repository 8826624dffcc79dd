import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FIELD_IDS } from '../../shared/catalogue/fields.ts'
import { exchangeResult, type Exchange, type ExchangeResult } from '../../shared/exchange/contract.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { aBronze } from '../kit/builders.ts'
import { aPhoto } from '../media/photographs.ts'
import { bring, isThere, REGISTRY } from '../imports/bringing.ts'
import { read, type Node } from './lido.ts'

let museum: TestMuseum

async function made(
  exchange: Exchange,
  name: string,
  from = museum
): Promise<ExchangeResult & { path: string; text: string }> {
  const path = join(from.folder, '..', name)
  const job = await from.finished(await from.client.exchange.make({ exchange, file: path }))
  expect(job.fault).toBeNull()
  return { ...exchangeResult.parse(job.result), path, text: readFileSync(path, 'utf8') }
}

interface Json {
  readonly format: string
  readonly museum: object
  readonly fields: readonly { id: string; label: string; table: string | null }[]
  readonly objects: readonly Record<string, Record<string, unknown>>[]
}

const HOSTILE = '</lido:lido><script>&"\u0007]]>\n=1+1,"'

describe.each(ENGINES)('what is written for others, on %s', (engine) => {
  beforeEach(async () => {
    museum = await aMuseum({ engine })
  })
  afterEach(() => museum.close())

  const enter = async (values: Parameters<typeof aBronze>[0]): Promise<void> => {
    const id = museum.ctx.mintId()
    await museum.client.catalogue.register({ id, values: aBronze(values) })
  }

  it('an empty museum makes whole files without objects', async () => {
    expect((await made('csv', '空.csv')).text).toMatch(/^\ufeff普查编号,编号类型,/)
    expect((JSON.parse((await made('json', '空.json')).text) as Json).objects).toEqual([])
    expect(read((await made('lido', '空.xml')).text).children).toEqual([])
  })

  it('texts stay what they are in all of them, whatever stands in them', async () => {
    await enter({ number: '0001', name: '商青铜鼎', remarks: HOSTILE, materials: '铜,石' })
    const json = JSON.parse((await made('json', '一.json')).text) as Json
    expect(json.objects[0]?.['values']).toMatchObject({ number: '0001', remarks: HOSTILE })

    const lido = read((await made('lido', '一.xml')).text)
    expect(lido.children.map(({ name }) => name)).toEqual(['lido'])
    const notes = lido.all('descriptiveNoteValue').map(({ text }) => text)
    // XML has no sign for a bell
    expect(notes).toEqual([HOSTILE.replace('\u0007', '\ufffd')])
    expect(lido.all('displayMaterialsTech').map(({ text }) => text)).toEqual(['铜、石'])

    const { path } = await made('csv', '一.csv')
    const other = await aMuseum({ engine })
    expect(await bring(other, path)).toMatchObject({ created: 1, refused: 0 })
    const { record } = await other.client.catalogue.byNumber({ number: '0001' })
    expect(record.values.remarks).toBe(HOSTILE)
    await other.close()
  })

  it('LIDO keeps the order of its schema, counts years as ISO 8601 does and leaves out what is not known', async () => {
    await enter({
      number: '0002',
      name: null,
      eraText: '公元前221年—公元25年',
      category: null,
      author: '佚名',
    })
    const lido = read((await made('lido', '二.xml')).text)
    expect(lido.misplaced()).toEqual([])
    expect(lido.all('earliestDate').map(({ text }) => text)).toEqual(['-0220'])
    expect(lido.all('latestDate').map(({ text }) => text)).toEqual(['0025'])
    expect(lido.all('titleSet').map((set) => set.all('appellationValue')[0]?.text)).toEqual(['未定名'])
    expect(lido.all('term').filter(({ text }) => text === '')).toEqual([])
    expect(lido.all('workID').map(({ text }) => text)).toEqual(['0002'])
  })

  it('tells of pictures in LIDO and JSON: which view, what is said of it, and where it lies', async () => {
    await enter({ number: '0001', name: '商青铜鼎' })
    const objectId = (await museum.client.catalogue.byNumber({ number: '0001' })).record.id
    const photo = await aPhoto(join(museum.folder, '..'), '0001-底部-1.jpg')
    await museum.finished(await museum.client.media.take({ objectId, files: [photo] }))
    const json = JSON.parse((await made('json', '图.json')).text) as {
      objects: { pictures: { sha256: string }[] }[]
    }
    const sha256 = json.objects[0]?.pictures[0]?.sha256 ?? ''
    const lido = read((await made('lido', '图.xml')).text)
    expect(lido.misplaced()).toEqual([])
    expect(lido.all('linkResource').map(({ text }) => text)).toEqual([
      `media/${sha256.slice(0, 2)}/${sha256}`,
    ])
    expect(lido.all('resourcePerspective').map((one) => one.all('term')[0]?.text)).toEqual(['底部'])
  })

  it('the guide tells every field, in the file and in the JSON alike', async () => {
    const { text, rows } = await made('guide', '说明.csv')
    expect(rows).toBe(FIELD_IDS.length)
    const lines = text.trim().split('\r\n').slice(1)
    const { fields } = JSON.parse((await made('json', '说明.json')).text) as Json
    expect(fields.map(({ id }) => id)).toEqual([...FIELD_IDS])
    expect(lines.map((line) => line.split(',').slice(0, 2))).toEqual(
      fields.map(({ id, label }) => [id, label])
    )
  })

  it('only what is found, where that is wished; cancelled it leaves nothing and the old file stands', async () => {
    await enter({ number: '0001', name: '商青铜鼎' })
    await enter({ number: '0002', name: '宋白釉碗' })
    const path = join(museum.folder, '..', '找到.json')
    const find = { text: '白釉', facets: {} }
    const job = await museum.finished(
      await museum.client.exchange.make({ exchange: 'json', file: path, find })
    )
    expect(job.result).toMatchObject({ rows: 1 })
    expect((JSON.parse(readFileSync(path, 'utf8')) as Json).objects[0]?.['values']).toMatchObject({
      number: '0002',
    })

    writeFileSync(path, '旧')
    museum.listen((event) => {
      if (event.kind !== 'job' || event.job.kind !== 'exchange.make' || event.job.status !== 'running')
        return false
      void museum.client.workspace.cancel({ id: event.job.id })
      return true
    })
    const stopped = await museum.finished(await museum.client.exchange.make({ exchange: 'lido', file: path }))
    expect(stopped.status).toBe('cancelled')
    expect(readFileSync(path, 'utf8')).toBe('旧')
  })

  describe.skipIf(!isThere(REGISTRY))('a county registry (needs ../shared/data)', () => {
    it('comes back from the CSV with every value, text and column of its own', async () => {
      await bring(museum, REGISTRY)
      const { path, rows } = await made('csv', '全.csv')
      expect(rows).toBe(460)
      const other = await aMuseum({ engine })
      expect(await bring(other, path)).toMatchObject({ created: 460, refused: 0 })
      const before = (JSON.parse((await made('json', '前.json')).text) as Json).objects
      const after = (JSON.parse((await made('json', '后.json', other)).text) as Json).objects
      expect(after.map(({ values, extras }) => ({ values, extras }))).toEqual(
        before.map(({ values, extras }) => ({ values, extras }))
      )
      await other.close()
    })

    it('comes back from LIDO with what LIDO can hold', async () => {
      await bring(museum, REGISTRY)
      const { path } = await made('lido', '来回.xml')
      const other = await aMuseum({ engine })
      expect(await bring(other, path)).toMatchObject({ created: 460, refused: 0 })
      const held = [
        'number',
        'name',
        'category',
        'materials',
        'sizeText',
        'grade',
        'source',
        'completeness',
      ] as const
      const told = (objects: Json['objects']) =>
        objects.map(({ values, ...record }) => [
          held.map((field) => values?.[field] ?? null),
          values?.['mass'] ?? null,
          record['eraStart'] ?? null,
          record['eraEnd'] ?? null,
        ])
      const before = (JSON.parse((await made('json', '前.json')).text) as Json).objects
      const after = (JSON.parse((await made('json', '后.json', other)).text) as Json).objects
      expect(told(after)).toEqual(told(before))
      await other.close()
    })

    it('is whole LIDO in the order of the schema', async () => {
      await bring(museum, REGISTRY)
      const lido: Node = read((await made('lido', '全.xml')).text)
      expect(lido.children).toHaveLength(460)
      expect(lido.misplaced()).toEqual([])
      expect(new Set(lido.all('lidoRecID').map(({ text }) => text)).size).toBe(460)
    })
  })
})
