import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FieldValues } from '../../shared/catalogue/record.ts'
import { mintId } from '../../electron/services/ids.ts'
import { insertPictures } from '../../electron/store/media.ts'
import { aBronze } from '../kit/builders.ts'
import { bring, isThere, REGISTRY, undo } from '../imports/bringing.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'

let museum: TestMuseum
const quality = () => museum.client.quality
async function enter(values: FieldValues): Promise<string> {
  const id = mintId()
  await museum.client.catalogue.register({ id, values: aBronze(values) })
  return id
}
async function amend(id: string, changes: FieldValues): Promise<void> {
  const { record } = await museum.client.catalogue.byId({ id })
  await museum.client.catalogue.amend({ id, revision: record.revision, changes })
}
const countOf = async (rule: string) =>
  (await quality().overview({})).rules.find(({ id }) => id === rule) ?? {
    errors: 0,
    warnings: 0,
    accepted: 0,
  }
const numbersFound = async (rule: string): Promise<unknown[]> => {
  const page = await museum.client.catalogue.page({ find: { rule } })
  expect((await museum.client.catalogue.facets({ find: { rule } })).total).toBe(page.total)
  return page.rows.map(({ values }) => values.number)
}
async function photograph(id: string, views: readonly string[]): Promise<void> {
  const museumId = museum.ctx.museum().id
  await insertPictures(
    museum.db,
    views.map((view, at) => ({
      ...{ museum_id: museumId, id: mintId(), object_id: id, sha256: 'a'.repeat(64), type: 'image/jpeg' },
      ...{ bytes: 1, view, caption: null, position: at + 1, created_at: museum.ctx.now() },
    }))
  )
}

describe.each(ENGINES)('quality on %s', (engine) => {
  beforeEach(async () => {
    museum = await aMuseum({ engine })
  })
  afterEach(() => museum.close())

  it('counts objects with an error against all, by grade, and follows every change at once', async () => {
    const bad = await enter({ number: '1', grade: '一级', actualQuantity: 2 })
    await enter({ number: '2', grade: '一级' })
    await enter({ number: '3', grade: null })
    const before = await quality().overview({})
    expect(before).toMatchObject({ objects: 3, unjudged: 0, errors: 1, errorRate: 1 / 3 })
    expect(before.grades.find(({ grade }) => grade === '一级')).toMatchObject({ objects: 2, errors: 1 })
    expect(before.grades.find(({ grade }) => grade === null)).toMatchObject({ objects: 1, errors: 0 })
    expect(await countOf('V08')).toMatchObject({ errors: 1 })
    await amend(bad, { actualQuantity: 1 })
    expect(await quality().overview({})).toMatchObject({ errors: 0, errorRate: 0 })
    const { entries } = await museum.client.audit.ofRecord({ recordId: bad })
    await museum.client.audit.revert({ entryId: entries[0]?.id ?? '' })
    expect(await quality().overview({})).toMatchObject({ errors: 1 })
  })

  it('an empty museum has no errors and no rate', async () => {
    expect(await quality().overview({})).toMatchObject({ objects: 0, errors: 0, errorRate: 0, grades: [] })
    expect(await quality().duplicates({})).toEqual({ groups: [], total: 0 })
  })

  it('finds in the catalogue what a rule finds fault with: list, total, counts and reports by the same find', async () => {
    await enter({ number: '1', actualQuantity: 2 })
    await enter({ number: '2' })
    await enter({ number: '3', name: '123' })
    expect(await numbersFound('V08')).toEqual(['1'])
    expect(await numbersFound('N5')).toEqual(['3'])
    expect(await numbersFound('error')).toEqual(['1'])
    expect(await numbersFound('V99')).toEqual([])
    const both = await museum.client.catalogue.page({ find: { rule: 'V08', facets: { grade: ['一级'] } } })
    expect(both.total).toBe(0)
    expect(await quality().list({ rule: 'V08' })).toMatchObject({
      found: [{ number: '1', field: 'actualQuantity', code: 'V08.single' }],
    })
  })

  it('a text in place of a rule finds nothing and breaks nothing', async () => {
    await enter({ number: '1' })
    const reply = await museum.call('catalogue.page', { find: { rule: "V08' or 1=1" } })
    expect(reply).toMatchObject({ ok: false, fault: { code: 'call.badInput' } })
    expect(await museum.call('catalogue.page', { find: { rule: 'N_' } })).toMatchObject({ ok: false })
  })

  it('N7: same name, size and number of parts is told group by group; without any size nobody is a twin', async () => {
    await enter({ number: '1', sizeText: '高32厘米' })
    const second = await enter({ number: '2', sizeText: '高32厘米' })
    await enter({ number: '3', sizeText: '高33厘米' })
    await enter({ number: '4' })
    await enter({ number: '5' })
    expect((await numbersFound('N7')).sort()).toEqual(['1', '2'])
    const { groups, total } = await quality().duplicates({})
    expect(total).toBe(1)
    expect(groups[0]?.map(({ number }) => number)).toEqual(['1', '2'])
    await quality().accept({ id: second, code: 'N7', field: 'name', reason: '确为两件' })
    expect(await numbersFound('N7')).toEqual(['1'])
    await amend(second, { sizeText: '高34厘米' })
    expect(await numbersFound('N7')).toEqual([])
    expect(await countOf('N7')).toMatchObject({ warnings: 0, accepted: 0 })
  })

  it('I1: no view of the whole, or a precious object from fewer than three sides', async () => {
    const precious = await enter({ number: '1', grade: '一级' })
    const plain = await enter({ number: '2', grade: '一般' })
    const detail = await enter({ number: '3', grade: '一般' })
    await photograph(precious, ['正视', '侧视'])
    await photograph(plain, ['正视'])
    await photograph(detail, ['局部'])
    expect(await numbersFound('I1')).toEqual(['1', '3'])
    await photograph(precious, ['底'])
    expect(await numbersFound('I1')).toEqual(['3'])
  })

  it('accepts a finding with a reason, keeps that in the history, and takes it back', async () => {
    const id = await enter({ number: '1', name: '大青铜鼎' })
    const about = { id, code: 'N2', field: 'name' }
    const rows = async () => (await museum.client.catalogue.page({ find: {} })).rows
    const warnings = (await rows())[0]?.warnings ?? 0
    const { findings } = await quality().accept({ ...about, reason: ' 原名如此 ' })
    expect(findings.find(({ code }) => code === 'N2')?.accepted).toMatchObject({
      reason: '原名如此',
      person: '登记员',
    })
    expect(await countOf('N2')).toMatchObject({ warnings: 0, accepted: 1 })
    expect(await numbersFound('N2')).toEqual([])
    expect((await rows())[0]?.warnings).toBe(warnings - 1)
    const { entries } = await museum.client.audit.ofRecord({ recordId: id })
    expect(entries[0]).toMatchObject({ action: 'accepted', reason: 'N2：原名如此', person: '登记员' })
    await quality().withdraw(about)
    expect(await countOf('N2')).toMatchObject({ warnings: 1, accepted: 0 })
    await expect(quality().withdraw(about)).rejects.toMatchObject({ code: 'finding.missing' })
  })

  it('an acceptance stays while other fields change, and falls away with the value it was about', async () => {
    const id = await enter({ number: '1', name: '大青铜鼎' })
    await quality().accept({ id, code: 'N2', field: 'name', reason: '原名如此' })
    await amend(id, { place: '一库' })
    expect(await countOf('N2')).toMatchObject({ warnings: 0, accepted: 1 })
    await amend(id, { name: '小青铜鼎' })
    expect(await countOf('N2')).toMatchObject({ warnings: 1, accepted: 0 })
  })

  it('accepts nothing that is not found, and nothing without a reason or from those who only look', async () => {
    const id = await enter({ number: '1' })
    const about = { id, code: 'V08.single', field: 'actualQuantity' }
    await expect(quality().accept({ ...about, reason: '无' })).rejects.toMatchObject({
      code: 'finding.missing',
    })
    await expect(quality().accept({ ...about, reason: '  ' })).rejects.toMatchObject({
      code: 'call.badInput',
    })
    const looked = await museum.call('quality.accept', { ...about, reason: '无' }, ['viewer'])
    expect(looked).toMatchObject({ ok: false, fault: { code: 'call.notAllowed' } })
  })

  it('judges what an older program wrote: known as not judged until then, also when stopped half-way', async () => {
    for (let at = 1; at <= 3; at++) await enter({ number: String(at), actualQuantity: 2 })
    await museum.db.updateTable('object').set({ findings: null }).execute()
    expect(await quality().overview({})).toMatchObject({ objects: 3, unjudged: 3, errors: 0 })
    museum.listen((event) => {
      if (event.kind !== 'job' || event.job.status !== 'running') return false
      void museum.ctx.jobs.cancel(event.job.id)
      return true
    })
    expect((await museum.finished(await quality().judge({ all: false }))).status).toBe('cancelled')
    const job = await museum.finished(await quality().judge({ all: false }))
    expect(job).toMatchObject({ status: 'finished', result: { judged: 3, changed: 3 } })
    expect(await quality().overview({})).toMatchObject({ unjudged: 0, errors: 3 })
  })

  it('a day that was in the future comes: judged anew, the error is gone', async () => {
    await enter({ number: '1', acquiredOn: '2026-03-02' })
    expect(await countOf('V09')).toMatchObject({ errors: 1 })
    museum.at('2026-03-05T04:00:00.000Z')
    await museum.finished(await quality().judge({ all: true }))
    expect(await countOf('V09')).toMatchObject({ errors: 0 })
  })

  it.skipIf(!isThere(REGISTRY))(
    'a real registry is judged while it comes in, as it is judged anew, and undone it leaves nothing (needs ../shared/data)',
    async () => {
      const { batch, imported } = await bring(museum, REGISTRY)
      const after = await quality().overview({})
      expect(after).toMatchObject({ objects: imported, unjudged: 0 })
      expect(after.warnings).toBeGreaterThan(300)
      const job = await museum.finished(await quality().judge({ all: true }))
      expect(job.result).toEqual({ judged: imported, changed: 0 })
      await undo(museum, batch)
      expect(await quality().overview({})).toMatchObject({ objects: 0, errors: 0, warnings: 0 })
    }
  )
})
