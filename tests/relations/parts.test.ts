import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newPart, type Part } from '../../shared/relations/parts.ts'
import { bring, inFolder, record, undo, workbook } from '../imports/bringing.ts'
import { idOf, recordOf, register } from '../changes/kit.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'

const partId = (at: number): string => `01900000-0000-7000-9000-${String(at).padStart(12, '0')}`
const lid = newPart(partId(1), '0001-1', { name: '鼎盖', materials: '铜', place: '三库' })
const body = newPart(partId(2), '0001-2', { name: '鼎身', sizeText: '高32.5', mass: 2.5, massUnit: 'kg' })
const foot = newPart(partId(3), '0001-3', { name: '鼎足', completeness: '残缺', remarks: '缺一角' })

describe.each(ENGINES)('the parts of a whole on %s', (engine) => {
  let museum: TestMuseum
  beforeEach(async () => {
    museum = await aMuseum({ engine, today: '2026-03-01' })
    await register(museum, [
      { name: '铜鼎', quantityKind: '一套多件', actualQuantity: 3, description: null, remarks: null },
      { name: '铜爵', quantityKind: '单件' },
    ])
  })
  afterEach(() => museum.close())

  const arrange = async (parts: readonly Part[], at = 1) => {
    const { revision } = await recordOf(museum, at)
    return museum.client.relations.arrangeParts({ objectId: idOf(at), revision, parts: [...parts] })
  }
  const partsOf = async (at = 1) => (await recordOf(museum, at)).parts
  const codes = async (at = 1) =>
    (await museum.client.catalogue.byId({ id: idOf(at) })).findings.map(({ code }) => code)
  const found = async (text: string) =>
    (await museum.client.catalogue.page({ find: { text, facets: {} } })).rows.map(
      ({ values }) => values.number
    )
  const lastEntry = async (at = 1) => {
    const { entries } = await museum.client.audit.ofRecord({ recordId: idOf(at) })
    return entries[0]
  }

  it('are kept in their order, with a history, and a part leads the search to its whole', async () => {
    await arrange([lid, body, foot])
    expect(await partsOf()).toEqual([lid, body, foot])
    expect(await found('0001-2')).toEqual(['0001'])
    expect(await found('鼎盖')).toEqual(['0001'])
    expect(await found('dg')).toEqual(['0001'])
    expect(await found('三库')).toEqual(['0001'])
    expect(Object.keys((await lastEntry())?.changes ?? {})).toEqual(
      [lid, body, foot].map(({ id }) => `part.${id}`)
    )
    await arrange([body, lid])
    expect(await found('鼎足')).toEqual([])
    expect((await lastEntry())?.changes).toMatchObject({
      [`part.${foot.id}`]: [expect.stringContaining('鼎足'), null],
      'part.order': [`${lid.id},${body.id}`, `${body.id},${lid.id}`],
    })
  })

  it('answer V08 in the same transaction: a list instead of remarks, and as many as the quantity', async () => {
    expect(await codes()).toContain('V08.parts')
    const marks = async (): Promise<string> => {
      const { found: broken } = await museum.client.quality.list({ rule: 'V08', limit: 10 })
      return broken.map(({ number, code }) => `${number} ${code}`).join()
    }
    expect(await marks()).toBe('0001 V08.parts')
    await arrange([lid, body])
    expect(await codes()).not.toContain('V08.parts')
    expect(await marks()).toBe('0001 V08.partsCount')
    await arrange([lid, body, foot])
    expect(await marks()).toBe('')
    await arrange([newPart(partId(9), '0002-1')], 2)
    expect(await marks()).toBe('0002 V08.singleParts')
  })

  it('refuse a number that stands for something else, and a list that somebody changed meanwhile', async () => {
    const twice = arrange([lid, { ...body, number: lid.number }])
    await expect(twice).rejects.toMatchObject({ code: 'part.numberTwice', detail: { number: '0001-1' } })
    await expect(arrange([{ ...lid, number: '0002' }])).rejects.toMatchObject({ code: 'part.numberIsObject' })
    await arrange([newPart(partId(9), '0002-1')], 2)
    const taken = arrange([{ ...lid, number: '0002-1' }])
    await expect(taken).rejects.toMatchObject({ code: 'part.numberTaken', detail: { whole: '0002' } })
    const { revision } = await recordOf(museum, 1)
    await arrange([lid])
    const late = museum.client.relations.arrangeParts({ objectId: idOf(1), revision, parts: [body] })
    await expect(late).rejects.toMatchObject({ code: 'record.changedMeanwhile' })
    expect(await partsOf()).toEqual([lid])
  })

  it('come back one by one; what somebody changed since stays', async () => {
    await arrange([lid, body, foot])
    const added = await lastEntry()
    await arrange([{ ...lid, name: '盖' }, foot])
    const changed = await lastEntry()
    const back = await museum.client.audit.revert({ entryId: changed?.id ?? '' })
    expect(back.skipped).toEqual([])
    expect(await partsOf()).toEqual([lid, body, foot])
    // and that is an entry which goes back too
    await museum.client.audit.revert({ entryId: back.entryId ?? '' })
    expect(await partsOf()).toEqual([{ ...lid, name: '盖' }, foot])
    // the lid has another name by now: it is not swept away with the adding
    const partly = await museum.client.audit.revert({ entryId: added?.id ?? '' })
    expect(partly.skipped.sort()).toEqual([`part.${body.id}`, `part.${lid.id}`].sort())
    expect(await partsOf()).toEqual([{ ...lid, name: '盖' }])
  })

  it('one cell of many goes back alone; an order goes back among those that are left', async () => {
    await arrange([lid, body, foot])
    await arrange([foot, { ...lid, name: '盖', place: '一库' }, body])
    const entry = await lastEntry()
    await museum.client.audit.revert({ entryId: entry?.id ?? '', fields: [`part.${lid.id}.name`] })
    expect((await partsOf()).map(({ name }) => name)).toEqual(['鼎足', '鼎盖', '鼎身'])
    await arrange((await partsOf()).filter(({ id }) => id !== foot.id))
    await museum.client.audit.revert({ entryId: entry?.id ?? '', fields: ['part.order'] })
    expect((await partsOf()).map(({ name }) => name)).toEqual(['鼎盖', '鼎身'])
  })

  it('are not lost by a change of the fields, a bulk change, or an import over the object', async () => {
    await arrange([lid, body, foot])
    const { revision } = await recordOf(museum, 1)
    await museum.client.catalogue.amend({ id: idOf(1), revision, changes: { name: '商铜鼎' } })
    const file = await workbook({
      表: [
        ['总登记号', '名称'],
        ['0001', '商代铜鼎'],
      ],
    })
    const { batch } = await bring(museum, file)
    expect((await recordOf(museum, 1)).values.name).toBe('商代铜鼎')
    expect(await found('鼎盖')).toEqual(['0001'])
    await undo(museum, batch)
    expect((await recordOf(museum, 1)).values.name).toBe('商铜鼎')
    expect(await partsOf()).toEqual([lid, body, foot])
    expect(await found('鼎盖')).toEqual(['0001'])
  })

  it('an import is undone whole but for the objects that were given parts', async () => {
    const file = await workbook({
      表: [
        ['总登记号', '名称'],
        ['8001', '瓷碗'],
        ['8002', '瓷盘'],
      ],
    })
    const { batch } = await bring(museum, file)
    const { id, revision } = await record(museum, '8001')
    const one = newPart(partId(20), '8001-1')
    await museum.client.relations.arrangeParts({ objectId: id, revision, parts: [one] })
    const left = await undo(museum, batch)
    expect(left).toMatchObject({ undone: 1, skipped: [{ number: '8001' }] })
    expect((await record(museum, '8001')).parts).toEqual([one])
  })

  it('go out as a table and in the JSON', async () => {
    await arrange([lid, body])
    const made = async (exchange: 'json' | 'parts'): Promise<string> => {
      const path = inFolder(`${engine}-${exchange}`)
      await museum.finished(await museum.client.exchange.make({ exchange, file: path }))
      return readFileSync(path, 'utf8')
    }
    const told = JSON.parse(await made('json')) as { objects: { parts: unknown }[] }
    expect(told.objects[0]?.parts).toEqual([lid, body])
    const lines = (await made('parts')).trim().split(/\r?\n/)
    expect(lines).toHaveLength(3)
    expect(lines[2]).toBe('0001,铜鼎,0001-2,鼎身,,高32.5,2.5,kg,,,,')
  })
})
