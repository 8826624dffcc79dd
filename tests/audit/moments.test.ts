import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { standingBefore } from '../../shared/audit/moments.ts'
import type { Changes } from '../../shared/audit/rules.ts'
import { register } from '../changes/kit.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { aPhoto } from '../media/photographs.ts'
import { amend, theVessel } from './kit.ts'

describe.each(ENGINES)('two moments of a record on %s', (engine) => {
  let museum: TestMuseum
  beforeEach(async () => {
    museum = await aMuseum({ engine })
    await register(museum, [{ name: '商青铜鼎', place: '甲库' }])
  })
  afterEach(() => museum.close())

  const compared = (then: object, now: object) =>
    museum.call('audit.compare', { recordId: theVessel, then, now }).then((reply) => {
      if (!reply.ok) throw new Error(reply.fault.code)
      return reply.value as Awaited<ReturnType<typeof museum.client.audit.compare>>
    })
  const differing = async (then: object, now: object) =>
    Object.fromEntries(
      (await compared(then, now)).lines
        .filter((line) => line.then !== line.now)
        .map((line) => [line.key, [line.then, line.now]])
    )

  it('tell what differs between any two entries, either way round', async () => {
    const first = await amend(museum, '2026-03-02T04:00:00.000Z', { place: '乙库', grade: '一级' })
    await amend(museum, '2026-03-03T04:00:00.000Z', { name: '商铜鼎' })
    const last = await amend(museum, '2026-03-04T04:00:00.000Z', { place: '甲库' })
    const [one, other] = [{ entry: first.entryId ?? '' }, { entry: last.entryId ?? '' }]
    expect(await differing(one, other)).toEqual({
      place: ['乙库', '甲库'],
      name: ['商青铜鼎', '商铜鼎'],
      formerName: [null, '商青铜鼎'],
    })
    expect(await differing(other, one)).toEqual({
      place: ['甲库', '乙库'],
      name: ['商铜鼎', '商青铜鼎'],
      formerName: ['商青铜鼎', null],
    })
    expect(await differing(other, { now: true })).toEqual({})
    // all that is said is there to be shown
    expect((await compared(one, other)).lines.find(({ key }) => key === 'category')).toMatchObject({
      then: '铜器',
      now: '铜器',
    })
  })

  it('are found by the days of the museum, and a day before the registration knows nothing', async () => {
    // half an hour before midnight in China, and half an hour after
    await amend(museum, '2026-03-02T15:30:00.000Z', { place: '乙库' })
    await amend(museum, '2026-03-02T16:30:00.000Z', { place: '丙库' })
    expect(await differing({ day: '2026-03-01' }, { day: '2026-03-02' })).toEqual({ place: ['甲库', '乙库'] })
    expect(await differing({ day: '2026-03-02' }, { day: '2026-03-03' })).toEqual({ place: ['乙库', '丙库'] })
    const before = await compared({ day: '2026-02-28' }, { now: true })
    expect([before.thenThere, before.nowThere]).toEqual([false, true])
    expect(before.lines.find(({ key }) => key === 'name')).toMatchObject({ then: null, now: '商青铜鼎' })
    expect(
      await museum.call('audit.compare', { recordId: theVessel, then: { entry: 'x' }, now: { now: true } })
    ).toMatchObject({ ok: false, fault: { code: 'record.nothingToUndo' } })
  })

  it('know the pictures of each', async () => {
    const desk = mkdtempSync(join(tmpdir(), 'photos-'))
    museum.at('2026-03-02T04:00:00.000Z')
    const files = [await aPhoto(desk, '0001-正视-1.jpg')]
    await museum.finished(await museum.client.media.take({ objectId: theVessel, files }))
    const [picture] = (await museum.client.media.ofObject({ objectId: theVessel })).pictures
    const key = `picture.${picture?.id ?? ''}`
    museum.at('2026-03-05T04:00:00.000Z')
    await museum.client.media.remove({ id: picture?.id ?? '' })
    expect(await differing({ day: '2026-03-01' }, { day: '2026-03-03' })).toEqual({
      [key]: [null, '正视 0001-正视-1.jpg'],
    })
    expect(await differing({ day: '2026-03-03' }, { now: true })).toEqual({
      [key]: ['正视 0001-正视-1.jpg', null],
    })
    expect(await differing({ day: '2026-03-01' }, { now: true })).toEqual({})
    const { pictures } = await compared({ day: '2026-03-03' }, { now: true })
    expect(pictures[picture?.id ?? '']).toBe(picture?.sha256)
    rmSync(desk, { recursive: true, force: true })
  })
})

it('going back over any history of changes ends where it began', () => {
  const value = fc.oneof(fc.constant(null), fc.string({ maxLength: 4 }), fc.integer())
  const step = fc.dictionary(fc.constantFrom('name', 'literals.era', 'extras.展厅', 'picture.1'), value, {
    minKeys: 1,
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const states: Map<string, string | number | null>[] = [new Map<string, string | number | null>()]
      const entries = steps.map(
        (changes): { changes: Record<string, [string | number | null, string | number | null]> } => {
          const before = states.at(-1) ?? new Map<string, string | number | null>()
          const after = new Map(before)
          const made: Changes = Object.fromEntries(
            Object.entries(changes).map(([key, to]) => [key, [before.get(key) ?? null, to] as const])
          )
          for (const [key, to] of Object.entries(changes)) after.set(key, to)
          states.push(after)
          return {
            changes: Object.fromEntries(Object.entries(made).map(([key, [from, to]]) => [key, [from, to]])),
          }
        }
      )
      const newestFirst = entries.toReversed()
      for (const [at, state] of states.toReversed().entries()) {
        const standing = standingBefore(
          states.at(-1) ?? new Map<string, string | number | null>(),
          newestFirst.slice(0, at)
        )
        for (const key of ['name', 'literals.era', 'extras.展厅', 'picture.1'])
          expect(standing.get(key) ?? null).toBe(state.get(key) ?? null)
      }
    })
  )
})
