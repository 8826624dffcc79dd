import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertAudit, auditOfRecord } from '../../electron/store/audit.ts'
import {
  insertObjects,
  objectById,
  objectByNumber,
  objectsByNumbers,
  removeObjects,
  updateObject,
} from '../../electron/store/catalogue.ts'
import { allDrafts, putDraft } from '../../electron/store/drafts.ts'
import { countObjects, facetCounts } from '../../electron/store/facets.ts'
import { pageOfObjects } from '../../electron/store/find.ts'
import { isNumberTaken } from '../../electron/store/numbers.ts'
import { migrate } from '../../electron/store/migrations/index.ts'
import { countListed, listedPages } from '../../electron/store/reports.ts'
import { insertMuseum, putSetting, readSetting } from '../../electron/store/workspace.ts'
import { mintId } from '../../electron/services/ids.ts'
import { find, sort } from '../../shared/catalogue/record.ts'
import { aWrittenObject } from '../kit/builders.ts'
import { ENGINES, inMemory } from '../kit/engines.ts'

/** A province keeps many museums in one store: none of them may see, count or change what is another's. */
describe.each(ENGINES)('two museums in one store, on %s', (engine) => {
  const db = inMemory(engine)
  const at = '2026-03-01T04:00:00.000Z'
  const [here, there] = [mintId(), mintId()]
  const [ours, theirs] = [aWrittenObject(here, '1'), aWrittenObject(there, '1')]
  const wish = { find: find.parse({}), sort: sort.parse({ by: 'number' }), after: null, skip: 0, limit: 50 }
  const named = (text: string) => ({ ...wish, find: find.parse({ text }) })

  beforeAll(async () => {
    await migrate(db)
    for (const id of [here, there]) {
      await insertMuseum(db, { id, name: id, province: 'shanxi', code: null, is_sample: 0 }, at)
      const values = { name: '商青铜鼎' }
      await putDraft(db, id, '甲', {
        id: 'd',
        recordId: null,
        revision: null,
        values,
        unread: {},
        updatedAt: at,
      })
      await putSetting(db, id, 'theme', id)
    }
    await insertObjects(db, [ours])
    await insertObjects(db, [theirs, aWrittenObject(there, '2')])
    const entry = { id: mintId(), at, person: '甲', action: 'amended', room: 'catalogue' } as const
    const what = { recordId: theirs.id, batchId: null, reason: '更正', changes: {} }
    await insertAudit(db, [{ museumId: there, ...entry, ...what }])
  })
  afterAll(() => db.destroy())

  it('each lists, counts and finds its own', async () => {
    for (const [museum, count] of [
      [here, 1],
      [there, 2],
    ] as const) {
      for (const one of [wish, named('青铜'), named('sqtd')]) {
        expect((await pageOfObjects(db, museum, one)).rows).toHaveLength(count)
        expect(await countObjects(db, museum, one.find)).toBe(count)
        expect((await facetCounts(db, museum, one.find, ['grade'])).total).toBe(count)
      }
      const listed = { find: wish.find, book: '文物藏品' }
      expect(await countListed(db, museum, listed)).toBe(count)
      for await (const rows of listedPages(db, museum, listed, { fields: ['number'], judged: false }, 50))
        expect(rows).toHaveLength(count)
      expect(await objectsByNumbers(db, museum, ['1', '2'])).toHaveLength(count)
      expect(await allDrafts(db, museum)).toHaveLength(1)
      expect(await readSetting(db, museum, 'theme')).toBe(museum)
    }
  })

  it('the same number is free in the one and taken in the other', async () => {
    expect((await objectByNumber(db, here, '1')).id).toBe(ours.id)
    expect((await objectByNumber(db, there, '1')).id).toBe(theirs.id)
    expect(await isNumberTaken(db, here, '藏品总登记号', '2', '')).toBe(false)
    expect(await isNumberTaken(db, there, '藏品总登记号', '2', '')).toBe(true)
  })

  it("another's record is not there, cannot be changed and cannot be taken out", async () => {
    await expect(objectById(db, here, theirs.id)).rejects.toMatchObject({ code: 'record.missing' })
    expect(await auditOfRecord(db, here, theirs.id)).toEqual([])
    await expect(updateObject(db, { ...theirs, museumId: here, revision: 2 }, 1)).rejects.toMatchObject({
      code: 'record.changedMeanwhile',
    })
    await removeObjects(db, here, [theirs.id])
    expect((await objectById(db, there, theirs.id)).revision).toBe(1)
    expect((await pageOfObjects(db, there, named('青铜'))).rows).toHaveLength(2)
  })

  it('a record is changed only by whoever was shown its last revision', async () => {
    await updateObject(db, { ...ours, revision: 2 }, 1)
    await expect(updateObject(db, { ...ours, revision: 2 }, 1)).rejects.toMatchObject({
      code: 'record.changedMeanwhile',
    })
    expect((await objectById(db, here, ours.id)).revision).toBe(2)
  })
})
