import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { killedWhileWriting } from '../kit/killed.ts'
import { aMuseum } from '../kit/museum.ts'
import { ALL, commit, rehearse } from './kit.ts'

const OBJECTS = 6000

it('a bulk change whose program is killed changes nothing, and can be done afterwards', async () => {
  const museum = await aMuseum()
  const file = join(museum.folder, '..', '多.csv')
  const rows = Array.from({ length: OBJECTS }, (_, at) => `${at + 1},铜钱${at},三级`)
  writeFileSync(file, `总登记号,名称,级别\n${rows.join('\n')}\n`)
  await museum.finished(await museum.client.imports.bring({ file }))
  const { batch } = await rehearse(museum, ALL, { set: { grade: '一般', place: '一库' } })
  await museum.house.close()
  await killedWhileWriting(museum.folder, 'changes.commit', { batch, name: '断电' })
  await museum.house.open(museum.folder)
  const graded = async () =>
    (await museum.client.catalogue.facets({ find: {}, only: ['grade'] })).facets.grade
  expect(await graded()).toEqual([{ value: '三级', count: OBJECTS }])
  expect(await museum.checked()).toEqual({ ok: true, problems: [] })
  expect(await commit(museum, batch)).toMatchObject({ changed: OBJECTS, left: 0 })
  expect(await graded()).toEqual([{ value: '一般', count: OBJECTS }])
  await museum.close()
}, 60_000)
