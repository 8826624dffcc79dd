import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bring, inFolder, record, undo, workbook } from '../imports/bringing.ts'
import { ALL, commit, idOf, register, rehearse } from '../changes/kit.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'

const relationId = (at: number): string => `01900000-0000-7000-a000-${String(at).padStart(12, '0')}`

describe.each(ENGINES)('what objects have to do with each other on %s', (engine) => {
  let museum: TestMuseum
  beforeEach(async () => {
    museum = await aMuseum({ engine, today: '2026-03-01' })
    await register(museum, [{ name: '铜壶' }, { name: '铜壶(之二)' }, { name: '墓志' }, { name: '墓志拓片' }])
  })
  afterEach(() => museum.close())

  type Wish = Partial<Parameters<TestMuseum['client']['relations']['relate']>[0]>
  const relate = (one: number, other: number, wish: Wish = {}) =>
    museum.client.relations.relate({
      id: relationId(one * 10 + other),
      objectId: idOf(one),
      otherId: idOf(other),
      kind: 'pair',
      side: 'to',
      ...wish,
    })
  const seen = async (at: number) =>
    (await museum.client.relations.ofObject({ objectId: idOf(at) })).relations.map(
      ({ kind, side, other, note }) => `${kind} ${side} ${other.number}${note === null ? '' : ` ${note}`}`
    )
  const entries = async (at: number) => (await museum.client.audit.ofRecord({ recordId: idOf(at) })).entries

  it('is seen from both, each told what the other is, in both histories', async () => {
    await relate(4, 3, { kind: 'rubbing', side: 'from', note: ' 2019年拓 ' })
    expect(await seen(4)).toEqual(['rubbing from 0003 2019年拓'])
    expect(await seen(3)).toEqual(['rubbing to 0004 2019年拓'])
    for (const [at, number] of [
      [3, '0004'],
      [4, '0003'],
    ] as const) {
      const [first] = await entries(at)
      expect(Object.values(first?.changes ?? {})[0]?.[1]).toContain(`"number":"${number}"`)
    }
  })

  it('is entered once: a repeated call changes nothing, the same again is refused, and so is the contrary', async () => {
    await relate(1, 2)
    expect(await relate(1, 2)).toEqual({ entryId: null })
    await expect(relate(2, 1)).rejects.toMatchObject({ code: 'relation.known' })
    await expect(relate(1, 1)).rejects.toMatchObject({ code: 'relation.self' })
    await relate(1, 2, { id: relationId(77), kind: 'see' })
    await relate(1, 3, { kind: 'copy' })
    await expect(relate(3, 1, { kind: 'copy' })).rejects.toMatchObject({ code: 'relation.loop' })
    expect(await seen(1)).toHaveLength(3)
  })

  it('a whole is no part of its own parts, however far down', async () => {
    await relate(1, 2, { kind: 'whole' })
    await relate(2, 3, { kind: 'whole' })
    await expect(relate(3, 1, { kind: 'whole' })).rejects.toMatchObject({ code: 'relation.loop' })
    // nor by way of the history
    const { entryId } = await museum.client.relations.unrelate({ id: relationId(12), objectId: idOf(1) })
    await relate(3, 1, { kind: 'whole' })
    const back = await museum.client.audit.revert({ entryId: entryId ?? '' })
    expect(back).toMatchObject({ entryId: null, skipped: [`relation.${relationId(12)}`] })
  })

  it('is noted, taken away, and comes back from the history of either', async () => {
    await relate(1, 2)
    const noted = await museum.client.relations.note({ id: relationId(12), objectId: idOf(1), note: '同出' })
    const { entryId } = await museum.client.relations.unrelate({ id: relationId(12), objectId: idOf(2) })
    expect([await seen(1), await seen(2)]).toEqual([[], []])
    const back = await museum.client.audit.revert({ entryId: entryId ?? '' })
    expect(back.recordId).toBe(idOf(2))
    expect(await seen(1)).toEqual(['pair to 0002 同出'])
    await museum.client.audit.revert({ entryId: noted.entryId ?? '' })
    expect(await seen(2)).toEqual(['pair from 0001'])
    expect((await entries(1)).map(({ action }) => action).slice(0, 2)).toEqual(['reverted', 'reverted'])
    const gone = museum.client.relations.note({ id: relationId(99), objectId: idOf(1), note: '无' })
    await expect(gone).rejects.toMatchObject({ code: 'relation.missing' })
  })

  it('an import is undone but for objects that are related, and those are named', async () => {
    const file = await workbook({
      表: [
        ['总登记号', '名称'],
        ['8001', '瓷碗'],
        ['8002', '瓷盘'],
      ],
    })
    const { batch } = await bring(museum, file)
    const { id } = await record(museum, '8001')
    await museum.client.relations.relate({
      id: relationId(5),
      objectId: id,
      otherId: idOf(1),
      kind: 'tomb',
      side: 'to',
    })
    expect(await undo(museum, batch)).toMatchObject({ undone: 1, skipped: [{ number: '8001' }] })
    expect(await seen(1)).toEqual(['tomb from 8001'])
  })

  it('goes out as a table, each relation once, and in the JSON', async () => {
    await relate(4, 3, { kind: 'rubbing', side: 'from' })
    const path = inFolder(`${engine}-relations.csv`)
    await museum.finished(await museum.client.exchange.make({ exchange: 'relations', file: path }))
    const lines = readFileSync(path, 'utf8').trim().split(/\r?\n/)
    expect(lines.slice(1)).toEqual(['0003,墓志,原石（原器）,0004,墓志拓片,拓片,'])
    await museum.finished(await museum.client.exchange.make({ exchange: 'json', file: path }))
    const told = JSON.parse(readFileSync(path, 'utf8')) as { objects: { relations: unknown[] }[] }
    expect(told.objects[3]?.relations).toMatchObject([
      { kind: 'rubbing', is: '原石（原器）', other: { number: '0003' } },
    ])
  })

  it('革命文物 is a field like the others: brought in, set for many, counted, undone', async () => {
    const file = await workbook({
      表: [
        ['总登记号', '名称', '年代', '是否革命文物'],
        ['9001', '八路军臂章', '民国', '√'],
        ['9002', '支前粮票', '1948年', ''],
      ],
    })
    await bring(museum, file)
    expect((await record(museum, '9001')).values.redRelic).toBe('是')
    const hinted = { text: '', facets: {}, redHint: true as const }
    const page = await museum.client.catalogue.page({ find: hinted })
    expect(page.rows.map(({ values }) => values.number)).toEqual(['9002'])
    expect(page.total).toBe(1)
    const { batch } = await rehearse(
      museum,
      { kind: 'found', find: hinted, except: [] },
      { set: { redRelic: '待定' } }
    )
    await commit(museum, batch)
    const { facets } = await museum.client.catalogue.facets({
      find: ALL.kind === 'found' ? ALL.find : hinted,
      only: ['redRelic'],
    })
    expect(facets.redRelic).toEqual([
      { value: null, count: 4 },
      { value: '待定', count: 1 },
      { value: '是', count: 1 },
    ])
    expect((await museum.client.catalogue.page({ find: hinted })).total).toBe(0)
    await undo(museum, batch)
    expect((await record(museum, '9002')).values.redRelic).toBeNull()
  })
})
