import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mintId } from '../../electron/services/ids.ts'
import { migrate, MIGRATIONS } from '../../electron/store/migrations/index.ts'
import { insertMuseum } from '../../electron/store/workspace.ts'
import { insertAudit } from '../../electron/store/audit.ts'
import { bring, textFile, undo } from '../imports/bringing.ts'
import { inMemory } from '../kit/engines.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { aPattern, LEDGER, reported } from './kit.ts'

describe.each(ENGINES)('clashes of numbers on %s', (engine) => {
  let museum: TestMuseum
  beforeEach(async () => {
    museum = await aMuseum({ engine })
  })
  afterEach(() => museum.close())

  const enter = async (number: string, more: object = {}): Promise<string> => {
    const id = mintId()
    await museum.client.catalogue.register({ id, values: { number, name: `器${number}`, ...more } })
    return id
  }

  it('is all empty for an empty museum', async () => {
    const report = await reported(museum)
    expect(report.objects).toBe(0)
    for (const name of ['doubled', 'near', 'misfits', 'gaps', 'reused'] as const)
      expect(report[name]).toEqual({ total: 0, found: [] })
  })

  it('names doubles by type, near twins, misfits, gaps and numbers used twice', async () => {
    await museum.client.numbers.keepPattern({ series: LEDGER, pattern: aPattern() })
    for (const number of ['0001', '0002', '0007', '7', 'A-12', 'ａ－０１２']) await enter(number)
    await enter('0001', { numberType: '辅助账号', classNumber: '瓷1', censusNumber: '1'.repeat(22) })
    await enter('0002', { numberType: '辅助账号', classNumber: '瓷1', censusNumber: '1'.repeat(22) })
    const { batch } = await bring(museum, textFile('两件.csv', '总登记号,名称\n0004,镜\n0005,鼎\n'))
    await undo(museum, batch)
    const report = await reported(museum)
    expect(report.objects).toBe(8)
    expect(report.series).toContainEqual({ series: LEDGER, standing: 6, hasPattern: true })
    expect(report.series).toContainEqual({ series: '辅助账号', standing: 2, hasPattern: false })
    expect(
      report.doubled.found.map(({ series, number, objects }) => [series, number, objects.length])
    ).toEqual(
      expect.arrayContaining([
        ['分类号', '瓷1', 2],
        ['普查编号', '1'.repeat(22), 2],
      ])
    )
    expect(report.near.found.map(({ objects }) => objects.map(({ number }) => number))).toEqual([
      ['0007', '7'],
      ['A-12', 'a-012'],
    ])
    expect(report.misfits.found.map(({ number }) => number)).toEqual(['7', 'A-12', 'a-012'])
    expect(report.gaps.total).toBe(4)
    expect(report.gaps.found).toMatchObject([{ from: 3, to: 6, used: 2, behind: { number: '0007' } }])
    expect(report.reused.total).toBe(0)
    await enter('0004')
    expect((await reported(museum)).reused.found).toMatchObject([{ number: '0004' }])
  })
})

it.each(ENGINES)('the numbers of an older file are known from its history: %s', async (engine) => {
  const db = inMemory(engine)
  const older = Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => name < '0009'))
  await migrate(db, older)
  const museumId = mintId()
  await insertMuseum(db, { id: museumId, name: '馆', province: 'default', code: null, is_sample: 0 }, '2026')
  const entry = { museumId, at: '2026-01-01', person: '甲', action: 'amended', room: 'catalogue' } as const
  const rest = { batchId: null, reason: null }
  await insertAudit(db, [
    {
      ...entry,
      ...rest,
      id: mintId(),
      recordId: 'r1',
      changes: { number: ['0001', '0002'], name: ['a', 'b'] },
    },
    { ...entry, ...rest, id: mintId(), recordId: 'r2', changes: { classNumber: [null, '瓷1'] } },
    {
      ...entry,
      ...rest,
      id: mintId(),
      recordId: 'r3',
      changes: { numberType: ['辅助账号', LEDGER], number: ['9', '10'] },
    },
  ])
  await migrate(db)
  const { rows } = await sql<{ series: string; number: string }>`select series, number from number_past
    order by series, number`.execute(db)
  expect(rows.map(({ series, number }) => `${series} ${number}`).toSorted()).toEqual(
    [`${LEDGER} 0001`, `${LEDGER} 0002`, `${LEDGER} 10`, '分类号 瓷1', '辅助账号 9'].toSorted()
  )
  await db.destroy()
})
