import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { run } from '../workspace/typed.ts'
import { aPhoto } from './photographs.ts'

it('a folder of photos goes in by the command line, once; what is refused is named with its reason', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guancang-photos-'))
  try {
    const [list, photos, at] = [join(folder, 'a.csv'), join(folder, '照片'), join(folder, '馆')]
    writeFileSync(list, '藏品编号,名称\n0001,青花瓶\n')
    mkdirSync(photos)
    await aPhoto(photos, '0001-正视-1.jpg')
    await aPhoto(photos, '7.jpg', { colour: '#336699' })
    writeFileSync(join(photos, '0001_2.jpg'), 'no picture')
    await run('init', '--museum', '青石县博物馆', '--data', at)
    await run('import', 'objects', list, '--data', at)
    const refused = [{ file: '0001_2.jpg', code: 'picture.notPicture' }]
    const told = { files: 3, matched: 1, unmatched: ['7.jpg'], refused }
    for (const [options, more] of [
      [['--dry-run'], { added: 1, already: 0, batch: null }],
      [[], { added: 1, already: 0 }],
      [[], { added: 0, already: 1, batch: null }],
    ] as const) {
      const { exit, answer } = await run('photos', photos, ...options, '--data', at)
      expect(exit).toBe(0)
      expect(answer).toMatchObject({ ...told, ...more })
    }
    expect((await run('photos', join(folder, 'gone'), '--data', at)).exit).toBe(1)
    expect((await run('photos', '--data', at)).exit).toBe(2)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
