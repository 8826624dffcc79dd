import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { run } from '../workspace/typed.ts'

it('tells on the command line how the numbers stand', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guancang-numbers-'))
  try {
    const [list, at] = [join(folder, 'a.csv'), join(folder, '馆')]
    writeFileSync(list, '藏品编号,名称,分类号\n0001,青花瓶,瓷1\n1,青花碗,瓷1\nA-7,铜镜,\n')
    await run('init', '--museum', '青石县博物馆', '--data', at)
    await run('import', 'objects', list, '--data', at)
    const { exit, answer } = await run('numbers', '--data', at)
    expect(exit).toBe(0)
    expect(answer).toMatchObject({
      objects: 3,
      doubled: { total: 1, found: [{ series: '分类号', number: '瓷1' }] },
      near: { total: 1, found: [{ objects: [{ number: '0001' }, { number: '1' }] }] },
      misfits: { total: 0 },
    })
    expect((await run('numbers', '--limit', '0', '--data', at)).answer).toMatchObject({
      near: { total: 1, found: [] },
    })
    expect((await run('numbers', 'more', '--data', at)).exit).toBe(2)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
