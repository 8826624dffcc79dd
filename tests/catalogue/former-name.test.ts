import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cameByRenaming, formerNameAfter } from '../../shared/catalogue/formerName.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'

describe('原名 after an object was renamed (N8)', () => {
  it('keeps each earlier name once, in order, and none that it has again', () => {
    expect(formerNameAfter({ name: '铜鼎', formerName: null }, '青铜鼎')).toBe('铜鼎')
    expect(formerNameAfter({ name: '青铜鼎', formerName: '铜鼎' }, '商青铜鼎')).toBe('铜鼎；青铜鼎')
    expect(formerNameAfter({ name: '青铜鼎', formerName: '铜鼎' }, '铜鼎')).toBe('青铜鼎')
    expect(formerNameAfter({ name: '铜鼎', formerName: '铜鼎' }, '青铜鼎')).toBeNull()
    expect(formerNameAfter({ name: '铜鼎', formerName: '甲' }, '铜鼎')).toBeNull()
    expect(formerNameAfter({ name: null, formerName: '甲' }, '铜鼎')).toBeNull()
    // no room: what stands there is not cut
    expect(formerNameAfter({ name: '铜鼎', formerName: '旧'.repeat(1998) }, '青铜鼎')).toBeNull()
  })

  it('tells whether it changed by renaming alone', () => {
    expect(cameByRenaming(['铜鼎', '青铜鼎'], [null, '铜鼎'])).toBe(true)
    expect(cameByRenaming(['铜鼎', '青铜鼎'], [null, '另一个'])).toBe(false)
    expect(cameByRenaming(undefined, [null, '铜鼎'])).toBe(false)
  })
})

describe.each(ENGINES)('renaming on %s', (engine) => {
  let museum: TestMuseum
  let id: string
  beforeEach(async () => {
    museum = await aMuseum({ engine })
    id = museum.ctx.mintId()
    await museum.client.catalogue.register({ id, values: { number: '1', name: '铜鼎' } })
  })
  afterEach(() => museum.close())
  const now = async () => (await museum.client.catalogue.byId({ id })).record.values

  it('keeps the name in the same change, and both go back together', async () => {
    const { entryId } = await museum.client.catalogue.amend({
      id,
      revision: 1,
      changes: { name: '商青铜鼎' },
    })
    expect(await now()).toMatchObject({ name: '商青铜鼎', formerName: '铜鼎' })
    await museum.client.audit.revert({ entryId: entryId ?? '', fields: ['name'] })
    expect(await now()).toMatchObject({ name: '铜鼎', formerName: null })
  })

  it('leaves 原名 to whoever types it', async () => {
    const changes = { name: '商青铜鼎', formerName: '馆藏铜器之一' }
    await museum.client.catalogue.amend({ id, revision: 1, changes })
    expect(await now()).toMatchObject(changes)
  })
})
