import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mediaPath } from '../../electron/files/mediaStore.ts'
import { thumbPath } from '../../electron/files/pictureIntake.ts'
import { takePicture } from '../../electron/files/pictureIntake.ts'
import { insertPictures } from '../../electron/store/media.ts'
import { ENGINES, aMuseum, type TestMuseum } from '../kit/museum.ts'
import { idOf, register } from '../changes/kit.ts'
import { aPhoto } from '../media/photographs.ts'
import { ALL, cards, dossiers, labels, printed, stock } from './kit.ts'

/** The numbers of the cards in the order in which they are printed. */
const numbersIn = (html: string): string[] =>
  [...html.matchAll(/<div class="number">卡号：([^<]*)<\/div>/g)].map(([, number = '']) => number)

async function photographed(museum: TestMuseum, at: number, colours: readonly string[]): Promise<string[]> {
  const hashes: string[] = []
  for (const [position, colour] of colours.entries()) {
    const path = await aPhoto(museum.folder, `${position}.jpg`, { colour, width: 1200, height: 900 })
    const { sha256, bytes, type } = await takePicture(museum.folder, path, {
      decode: museum.ctx.decode,
      keep: true,
      small: true,
    })
    hashes.push(sha256)
    await insertPictures(museum.db, [
      {
        museum_id: museum.ctx.museum().id,
        id: museum.ctx.mintId(),
        object_id: idOf(at),
        sha256,
        type,
        bytes,
        view: position === 0 ? '正视' : '底部',
        caption: position === 0 ? '器腹纹饰' : null,
        position,
        created_at: '2026-03-01T04:00:00.000Z',
        name: null,
        width: 1200,
        height: 900,
        taken: '2025-05-06T08:00:00',
        created_by: '登记员',
        batch_id: null,
        replaces: null,
        removed_at: null,
        removed_by: null,
      },
    ])
  }
  return hashes
}

describe.each(ENGINES)('what is printed, on %s', (engine) => {
  let museum: TestMuseum
  beforeEach(async () => {
    museum = await aMuseum({ engine, name: '云溪县博物馆' })
    mkdirSync(museum.folder, { recursive: true })
  })
  afterEach(() => museum.close())

  it('a card has the ledger’s items and what the card adds, escaped, with what was not understood as it was written', async () => {
    await register(museum, [
      {
        name: '商<b>青铜鼎</b>&"大"',
        description: '鼎'.repeat(5000),
        inscription: '父乙\r\n二字',
        appraisal: '专家意见：真品',
        provenance: '1956年出土',
        sizeText: '高 23.5',
        sets: 1,
        actualQuantity: 3,
        acquiredOn: '1956-07-01',
      },
    ])
    const { html, result } = await printed(museum, cards())
    expect(result).toMatchObject({ paper: 'card', objects: 1, pages: null, lacks: { pictures: 0 } })
    for (const words of [
      '云溪县博物馆',
      '商&lt;b&gt;青铜鼎&lt;/b&gt;&amp;&quot;大&quot;',
      '父乙\n二字',
      '专家意见：真品',
      '1956年出土',
      '1956年7月1日',
      '1 件（3 件）',
      '制卡人：王敏',
      '制卡日期：2026年3月1日',
    ])
      expect(html).toContain(words)
    expect(html).not.toContain('<b>')
    expect(html.match(/鼎{5000}/)).not.toBeNull()
    expect(html).toContain('default-src &#39;none&#39;'.replaceAll('&#39;', "'"))
  })

  it('hundreds come in the order of their numbers, chosen by name or by a find less some', async () => {
    await register(
      museum,
      ['10', '9', '2', '100', '云3'].map((number) => ({ number }))
    )
    const all = (await printed(museum, cards())).html
    expect(numbersIn(all)).toEqual(['2', '9', '10', '100', '云3'])
    const ids = [1, 2, 4].map(idOf)
    const some = await printed(museum, cards({ kind: 'these', ids: [...ids, ids[0] ?? ''] }))
    expect(numbersIn(some.html)).toEqual(['9', '10', '100'])
    expect(some.result.objects).toBe(3)
    const less = await printed(museum, cards({ ...ALL, kind: 'found', except: [idOf(3)] } as typeof ALL))
    expect(numbersIn(less.html)).toEqual(['9', '10', '100', '云3'])
  })

  it('pictures stand in the page made smaller; a lost one leaves a frame that says so', async () => {
    await register(museum, [{}, {}])
    const [, lost = ''] = await photographed(museum, 1, ['#806040', '#204060'])
    const whole = await printed(museum, cards())
    expect(whole.html.match(/src="data:image\/jpeg;base64,/g)).toHaveLength(2)
    expect(whole.html).toContain('器腹纹饰')
    expect(whole.html).toContain('照片、拓片或绘图粘贴处')
    rmSync(mediaPath(museum.folder, lost))
    rmSync(thumbPath(museum.folder, lost), { force: true })
    const { html, result } = await printed(museum, cards())
    expect(result.lacks.pictures).toBe(1)
    expect(html).toContain('图片文件缺失或损坏')
    expect(html.match(/src="data:image\/jpeg;base64,/g)).toHaveLength(1)
  })

  it('a dossier tells everything that is kept, and its changes with who, when and why', async () => {
    await register(museum, [{ entryVoucher: '入〔1956〕012号', place: '一号库' }])
    await photographed(museum, 1, ['#806040', '#204060', '#406020'])
    const { record } = await museum.client.catalogue.byId({ id: idOf(1) })
    museum.at('2026-04-02T20:00:00.000Z')
    const reason = '重新测量<甲>'
    const changes = { sizeText: '高 24', description: '描述'.repeat(200) }
    await museum.client.catalogue.amend({ id: record.id, revision: record.revision, changes, reason })
    const { html } = await printed(museum, dossiers())
    for (const words of [
      '文物藏品档案',
      '一物一卷',
      '入〔1956〕012号',
      '重新测量&lt;甲&gt;',
      '具体尺寸',
      '高 24',
    ])
      expect(html).toContain(words)
    // the museum's day, not that of Greenwich
    expect(html).toContain('2026年4月3日')
    // in the order of the views: 正视 first, then 底部 twice
    expect([...html.matchAll(/<figcaption>([^\u3000<]*)/g)].map(([, view]) => view)).toEqual([
      '正视',
      '底部',
      '底部',
    ])
    expect(html).toContain(`${'描述'.repeat(80)}……`)
    expect(html).toContain('描述'.repeat(200))
  })

  it('nothing to print is said, and nothing is written', async () => {
    await register(museum, [{}])
    const none = { kind: 'found', find: { text: '没有这样的藏品', facets: {} }, except: [] } as const
    await expect(printed(museum, cards({ ...none, except: [] }))).rejects.toThrow('paper.nothing')
    const gone = { kind: 'these', ids: ['01900000-0000-7000-8000-00000000ffff'] } as const
    await expect(printed(museum, cards({ ...gone, ids: [...gone.ids] }))).rejects.toThrow('paper.nothing')
    expect(readdirSync(join(museum.folder, '..')).filter((name) => name.startsWith('paper'))).toEqual([])
  })

  it('a PDF needs the window, and says so', async () => {
    await register(museum, [{}])
    const file = join(museum.folder, '卡.pdf')
    const job = await museum.finished(await museum.client.paper.make({ wish: cards(), file }))
    expect(job.fault?.code).toBe('paper.needsWindow')
    expect(existsSync(file)).toBe(false)
  })

  it('what is cancelled leaves nothing', async () => {
    await register(museum, [{}, {}, {}])
    const file = join(museum.folder, 'half.html')
    museum.listen((event) => {
      if (event.kind !== 'job' || event.job.stage !== 'paper') return false
      void museum.ctx.jobs.cancel(event.job.id)
      return true
    })
    const job = await museum.finished(await museum.client.paper.make({ wish: cards(), file }))
    expect(job.status).toBe('cancelled')
    expect(readdirSync(museum.folder).filter((name) => name.startsWith('half'))).toEqual([])
  })

  it('labels that would lie beside their paper are refused before anything is done', async () => {
    await register(museum, [{}])
    const file = join(museum.folder, 'x.html')
    const sheet = stock('a4-3x7')
    for (const [change, code] of [
      [{ columns: 4 }, 'paper.sheetWide'],
      [{ top: 40 }, 'paper.sheetHigh'],
      [{ pitch: { x: 60, y: 38.1 } }, 'paper.sheetOverlap'],
    ] as const)
      await expect(
        museum.client.paper.make({ wish: labels({ sheet: { ...sheet, ...change } }), file })
      ).rejects.toMatchObject({ code })
    await expect(museum.client.paper.make({ wish: labels({ start: 22 }), file })).rejects.toMatchObject({
      code: 'paper.start',
      detail: { most: 21 },
    })
  })

  it('the preview is the first page of what will be printed', async () => {
    await register(museum, [{ number: '2' }, { number: '1', name: '铜镜<i>' }])
    const shown = await museum.client.paper.preview({ wish: cards() })
    expect(shown).toMatchObject({ width: 210, height: 297, objects: 2 })
    expect(shown.svg).toContain('铜镜&lt;i&gt;')
    expect(shown.svg).not.toContain('卡号：2')
    const sheet = await museum.client.paper.preview({ wish: labels({ sheet: stock('roll-60x40') }) })
    expect(sheet).toMatchObject({ width: 60, height: 40 })
  })
})
