import { expect, it } from 'vitest'
import { aMuseum } from '../kit/museum.ts'
import { idOf, register } from '../changes/kit.ts'
import { run } from '../workspace/typed.ts'
import { makeSet } from './kit.ts'

it('the command line lists the sets, and the objects of one in its order with their notes', async () => {
  const museum = await aMuseum({ engine: 'sqlite' })
  await register(museum, [{ name: '铜鼎' }, { name: '铜爵' }])
  const set = await makeSet(museum, 1, '拟展清单')
  await museum.client.sets.put({ set, ids: [idOf(2), idOf(1)] })
  await museum.client.sets.note({ set, id: idOf(1), note: '展柜三' })
  await museum.client.workspace.close({})
  const all = await run('sets', '--data', museum.folder)
  expect(all).toMatchObject({ exit: 0, answer: { sets: [{ name: '拟展清单', kind: 'exhibit', count: 2 }] } })
  const one = await run('sets', '拟展清单', '--data', museum.folder)
  expect(one.answer).toMatchObject({
    name: '拟展清单',
    objects: [
      { number: '0002', name: '铜爵', note: null },
      { number: '0001', name: '铜鼎', note: '展柜三' },
    ],
  })
  expect((await run('sets', '没有的', '--data', museum.folder)).exit).toBe(2)
  await museum.close()
})
