import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mintId } from '../../electron/services/ids.ts'
import { bring, textFile, undo } from '../imports/bringing.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { aPattern, byClass, LEDGER, nextOf, registerNext } from './kit.ts'

describe.each(ENGINES)('the next number on %s', (engine) => {
  let museum: TestMuseum
  beforeEach(async () => {
    museum = await aMuseum({ engine })
    await museum.client.numbers.keepPattern({ series: LEDGER, pattern: aPattern() })
  })
  afterEach(() => museum.close())

  const change = async (number: string, to: string): Promise<void> => {
    const { record } = await museum.client.catalogue.byNumber({ number })
    await museum.client.catalogue.amend({ id: record.id, revision: record.revision, changes: { number: to } })
  }

  it('follows the last, is never given twice, and a proposal that nobody saves leaves no gap', async () => {
    expect(await nextOf(museum)).toEqual({ number: '0001', lacks: null, auto: true })
    expect(await nextOf(museum)).toMatchObject({ number: '0001' })
    expect([await registerNext(museum), await registerNext(museum)]).toEqual(['0001', '0002'])
    // what the form showed was taken meanwhile: the service gives the real one
    const values = { number: '0002', name: '鼎' }
    const given = await museum.client.catalogue.register({ id: mintId(), values, proposed: ['number'] })
    expect(given.record.values.number).toBe('0003')
    // a number typed far ahead and put right leaves no hole, and is not given again
    await museum.client.catalogue.register({ id: mintId(), values: { number: '0005', name: '错号' } })
    await change('0005', '0004')
    expect([await registerNext(museum), await registerNext(museum)]).toEqual(['0006', '0007'])
    expect((await museum.checked()).ok).toBe(true)
  })

  it('does not come again after an import is undone, nor after a change is taken back', async () => {
    const { batch } = await bring(museum, textFile('三件.csv', '总登记号,名称\n0001,镜\n0002,鼎\n0003,爵\n'))
    await undo(museum, batch)
    expect(await registerNext(museum)).toBe('0004')
    await change('0004', '0009')
    const { record } = await museum.client.catalogue.byNumber({ number: '0009' })
    const [entry] = (await museum.client.audit.ofRecord({ recordId: record.id })).entries
    await museum.client.audit.revert({ entryId: entry?.id ?? '' })
    expect(await nextOf(museum)).toMatchObject({ number: '0005' })
    for (let at = 5; at <= 8; at++) expect(await registerNext(museum)).toBe(`000${at}`)
    expect(await registerNext(museum)).toBe('0010')
    const usage = { series: LEDGER, number: '0009', recordId: null }
    expect(await museum.client.numbers.usage(usage)).toEqual({ standing: null, past: true })
    // it is the record's own: whose it was may have it again
    expect((await museum.client.numbers.usage({ ...usage, recordId: record.id })).past).toBe(false)
    // the museum's own file is the paper ledger's word, and may bring it
    await bring(museum, textFile('补.csv', '总登记号,名称\n0002,鼎\n'))
    expect((await museum.client.catalogue.byNumber({ number: '0002' })).record.values.name).toBe('鼎')
  })

  it('runs anew by year and category where the pattern says so, and says what is lacking', async () => {
    await museum.client.numbers.keepPattern({ series: LEDGER, pattern: byClass })
    expect(await nextOf(museum)).toMatchObject({ number: null, lacks: 'category' })
    const porcelain = { category: '瓷器', acquiredOn: '2025-02-01' }
    expect(await registerNext(museum, porcelain)).toBe('2025-瓷-001')
    expect(await registerNext(museum, porcelain)).toBe('2025-瓷-002')
    expect(await registerNext(museum, { ...porcelain, category: '铜器' })).toBe('2025-铜-001')
    expect(await registerNext(museum, { ...porcelain, acquiredOn: null })).toBe('2026-瓷-001')
    await expect(registerNext(museum)).rejects.toMatchObject({ code: 'numbers.noCategory' })
    await expect(registerNext(museum, { numberType: '其他编号' })).rejects.toMatchObject({
      code: 'numbers.noPattern',
      detail: { series: '其他编号' },
    })
    const bad = aPattern({ scope: 'year' })
    await expect(museum.client.numbers.keepPattern({ series: LEDGER, pattern: bad })).rejects.toMatchObject({
      code: 'numbers.badPattern',
    })
  })

  it('goes on past its width, behind numbers without zeros and beside other texts', async () => {
    for (const number of ['98', '9998', '甲9999', '12甲'])
      await museum.client.catalogue.register({ id: mintId(), values: { number, name: '器' } })
    expect([await registerNext(museum), await registerNext(museum)]).toEqual(['9999', '10000'])
  })

  it('is given to 分类号 too, and to a record that is there; a repeated call changes nothing', async () => {
    await museum.client.numbers.keepPattern({ series: '分类号', pattern: byClass })
    const wish = {
      id: mintId(),
      values: { name: '碗', category: '瓷器' },
      proposed: ['number', 'classNumber'] as const,
    }
    const first = await museum.client.catalogue.register({ ...wish, proposed: [...wish.proposed] })
    const again = await museum.client.catalogue.register({ ...wish, proposed: [...wish.proposed] })
    expect(first.record.values).toMatchObject({ number: '0001', classNumber: '2026-瓷-001' })
    expect(again.record).toEqual(first.record)
    const { id, revision } = first.record
    const moved = await museum.client.catalogue.amend({
      id,
      revision,
      changes: { category: '铜器' },
      proposed: ['classNumber'],
    })
    expect(moved.record.values.classNumber).toBe('2026-铜-001')
    // 2026-瓷-001 has been borne once
    await museum.client.catalogue.register({ ...wish, id: mintId(), proposed: [...wish.proposed] })
    expect((await museum.client.catalogue.byNumber({ number: '0002' })).record.values.classNumber).toBe(
      '2026-瓷-002'
    )
  })
})

it('whatever is entered, corrected, taken back and undone: no number is ever given twice, and each fits', async () => {
  const deed = fc.oneof(
    fc.constant({ kind: 'next' as const }),
    fc.record({ kind: fc.constant('type' as const), n: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ kind: fc.constant('amend' as const), at: fc.nat(20), n: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ kind: fc.constant('revert' as const), at: fc.nat(20) }),
    fc.record({ kind: fc.constant('import' as const), n: fc.integer({ min: 1, max: 40 }) })
  )
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 25 }), async (deeds) => {
      const museum = await aMuseum()
      try {
        await museum.client.numbers.keepPattern({ series: LEDGER, pattern: aPattern() })
        const ever = new Set<string>()
        const ids: string[] = []
        const noteAll = async (): Promise<void> => {
          const { rows } = await museum.client.catalogue.page({ find: {}, limit: 500 })
          for (const { values } of rows) ever.add(String(values.number))
        }
        const tolerated = async (what: Promise<unknown>): Promise<void> => {
          const code: unknown = await what.then(
            () => null,
            (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error)
          )
          expect([null, 'record.numberTaken', 'record.nothingToUndo', 'import.noNumberColumn']).toContain(
            code
          )
        }
        for (const one of deeds) {
          const at = 'at' in one && ids.length > 0 ? ids[one.at % ids.length] : undefined
          const number = 'n' in one ? String(one.n).padStart(4, '0') : ''
          if (one.kind === 'next') {
            const proposal = (await nextOf(museum)).number
            const given = await registerNext(museum)
            expect(given).toBe(proposal)
            expect(given).toMatch(/^\d{4}$/)
            expect(ever.has(given)).toBe(false)
            ids.push((await museum.client.catalogue.byNumber({ number: given })).record.id)
          } else if (one.kind === 'type') {
            const id = mintId()
            await tolerated(
              museum.client.catalogue
                .register({ id, values: { number, name: '器' } })
                .then(() => ids.push(id))
            )
          } else if (one.kind === 'import') {
            const { batch } = await bring(museum, textFile('一件.csv', `总登记号,名称\n${number},镜\n`))
            await noteAll()
            await undo(museum, batch)
          } else if (at !== undefined) {
            const { record } = await museum.client.catalogue.byId({ id: at })
            const [entry] = (await museum.client.audit.ofRecord({ recordId: at })).entries
            await tolerated(
              one.kind === 'amend'
                ? museum.client.catalogue.amend({ id: at, revision: record.revision, changes: { number } })
                : museum.client.audit.revert({ entryId: entry?.id ?? '' })
            )
          }
          await noteAll()
        }
      } finally {
        await museum.close()
      }
    }),
    { numRuns: 12 }
  )
}, 120_000)
