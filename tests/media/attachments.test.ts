import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mediaPath } from '../../electron/files/mediaStore.ts'
import { mintId } from '../../electron/services/ids.ts'
import { couldRun, copyToOpen, openedName } from '../../electron/shell/openCopy.ts'
import { kindIn, mayBeOpened } from '../../shared/media/attachments.ts'
import { takeResult, type TakeResult } from '../../shared/media/contract.ts'
import { aBronze } from '../kit/builders.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { aPhoto } from './photographs.ts'

const PDF = '%PDF-1.7 a voucher'

describe.each(ENGINES)('attachments of an object on %s', (engine) => {
  let museum: TestMuseum
  let desk: string
  let objectId: string
  beforeEach(async () => {
    museum = await aMuseum({ engine })
    desk = mkdtempSync(join(tmpdir(), 'papers-'))
    const values = aBronze({ number: '0008' })
    objectId = (await museum.client.catalogue.register({ id: mintId(), values })).record.id
  })
  afterEach(async () => {
    await museum.close()
    rmSync(desk, { recursive: true, force: true })
  })

  const paper = (name: string, bytes: string | Buffer = PDF): string => {
    writeFileSync(join(desk, name), bytes)
    return join(desk, name)
  }
  const done = async (started: Promise<{ job: string }>): Promise<TakeResult> => {
    const job = await museum.finished(await started)
    expect(job.fault).toBeNull()
    return takeResult.parse(job.result)
  }
  const attach = (files: string[], replaces?: string) =>
    done(museum.client.media.attach({ objectId, files, ...(replaces === undefined ? {} : { replaces }) }))
  const there = () => museum.client.media.ofObject({ objectId })

  it('may be any file, a picture among them; the name tells the kind; the same file goes in once', async () => {
    const scan = await aPhoto(desk, '入藏凭证.jpg', { width: 300, height: 200 })
    const given = [paper('鉴定书.pdf'), scan, paper('说明.docx', 'PK a letter'), paper('空.pdf', '')]
    expect(await attach(given)).toMatchObject({
      attached: 3,
      added: 0,
      refused: [{ file: '空.pdf', code: 'file.empty' }],
    })
    expect(await attach([scan])).toMatchObject({ attached: 0, already: 1, entryId: null })
    const { attachments, pictures } = await there()
    expect(pictures).toEqual([])
    expect(attachments).toMatchObject([
      { name: '鉴定书.pdf', kind: '鉴定', title: null, day: null, bytes: PDF.length, createdBy: '登记员' },
      { name: '入藏凭证.jpg', kind: '凭证' },
      { name: '说明.docx', kind: '其他' },
    ])
    expect(await museum.checked()).toEqual({ ok: true, problems: [] })
  })

  it('dropped together with pictures they are told apart by their bytes, as one change', async () => {
    const files = [
      await aPhoto(desk, '正视.pdf'),
      paper('入藏凭证.jpg'),
      paper('表.xlsx', 'PK'),
      paper('画.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'),
    ]
    const result = await done(museum.client.media.take({ objectId, files, others: true }))
    expect(result).toMatchObject({ added: 1, attached: 3, refused: [] })
    const now = await there()
    expect(now.pictures.map(({ name }) => name)).toEqual(['正视.pdf'])
    expect(now.attachments).toHaveLength(3)
    // one change: taken back, both are gone, and files stay for the history
    await museum.client.audit.revert({ entryId: result.entryId ?? '' })
    expect(await there()).toMatchObject({ pictures: [], attachments: [] })
    expect(existsSync(mediaPath(museum.folder, now.attachments[0]?.sha256 ?? ''))).toBe(true)
  })

  it('kind, title and date are set, kept in the history, and taken back', async () => {
    await attach([paper('a.pdf')])
    const [{ id } = { id: '' }] = (await there()).attachments
    const { entryId } = await museum.client.media.describeAttachment({
      id,
      kind: '凭证',
      title: ' 入藏凭证第 3 号 ',
      day: '1985-04-01',
    })
    expect((await there()).attachments).toMatchObject([
      { kind: '凭证', title: '入藏凭证第 3 号', day: '1985-04-01' },
    ])
    expect(await museum.call('media.describeAttachment', { id, day: '1985-13-01' })).toMatchObject({
      ok: false,
    })
    const { entries } = await museum.client.audit.ofRecord({ recordId: objectId })
    expect(entries[0]?.changes).toEqual({
      [`attachment.${id}.kind`]: ['其他', '凭证'],
      [`attachment.${id}.title`]: [null, '入藏凭证第 3 号'],
      [`attachment.${id}.day`]: [null, '1985-04-01'],
    })
    await museum.client.media.describeAttachment({ id, kind: '报告' })
    const { skipped } = await museum.client.audit.revert({ entryId: entryId ?? '' })
    expect(skipped).toEqual([`attachment.${id}.kind`])
    expect((await there()).attachments).toMatchObject([{ kind: '报告', title: null, day: null }])
  })

  it('a newer version keeps what was said and the old file; removed, it comes back', async () => {
    await attach([paper('v1.pdf')])
    const [old] = (await there()).attachments
    await museum.client.media.describeAttachment({ id: old?.id ?? '', title: '修复报告', kind: '报告' })
    await attach([paper('v2.pdf', 'second')], old?.id)
    const [now] = (await there()).attachments
    expect(now).toMatchObject({
      name: 'v2.pdf',
      title: '修复报告',
      kind: '报告',
      older: [{ name: 'v1.pdf' }],
    })
    await attach([paper('v3.pdf', 'third')], now?.id)
    const [last] = (await there()).attachments
    expect(last?.older.map(({ name }) => name)).toEqual(['v2.pdf', 'v1.pdf'])
    // whoever still had the first one open is told
    const late = await museum.client.media.attach({
      objectId,
      files: [paper('x.pdf', 'x')],
      replaces: old?.id ?? '',
    })
    expect((await museum.finished(late)).fault?.code).toBe('attachment.missing')
    const { entryId } = await museum.client.media.removeAttachment({ id: last?.id ?? '' })
    expect((await there()).attachments).toEqual([])
    await expect(museum.client.media.removeAttachment({ id: last?.id ?? '' })).rejects.toMatchObject({
      code: 'attachment.missing',
    })
    await museum.client.audit.revert({ entryId: entryId ?? '' })
    expect((await there()).attachments).toEqual([last])
  })

  it('a copy is saved whole, an old version too; one that is altered is refused and named', async () => {
    await attach([paper('a.pdf')])
    const [first] = (await there()).attachments
    await attach([paper('b.pdf', 'second')], first?.id)
    const [second] = (await there()).attachments
    const save = async (id: string, name: string) =>
      museum.finished(await museum.client.media.saveAttachment({ id, to: join(desk, name) }))
    expect((await save(first?.id ?? '', 'out-1.pdf')).result).toEqual({ bytes: PDF.length })
    expect(readFileSync(join(desk, 'out-1.pdf'), 'utf8')).toBe(PDF)
    expect((await save(second?.id ?? '', 'out-2.pdf')).result).toEqual({ bytes: 6 })
    truncateSync(mediaPath(museum.folder, second?.sha256 ?? ''), 3)
    expect((await save(second?.id ?? '', 'out-3.pdf')).fault).toEqual({
      code: 'file.damaged',
      detail: { file: 'b.pdf' },
    })
    expect(readdirSync(desk).filter((name) => name.includes('out-3'))).toEqual([])
    rmSync(mediaPath(museum.folder, first?.sha256 ?? ''))
    expect((await museum.checked()).problems).toEqual([
      { code: 'check.attachmentMissing', where: '0008 a.pdf' },
      { code: 'check.attachmentAltered', where: '0008 b.pdf' },
    ])
  })

  it('an object with a paper is not removed by undoing its import', async () => {
    const other = mintId()
    await museum.client.catalogue.register({ id: other, values: aBronze({ number: '0009' }) })
    await museum.db.updateTable('object').set({ batch_id: 'b' }).where('id', '=', objectId).execute()
    await attach([paper('a.pdf')])
    const { leanedUpon } = await import('../../electron/store/undo.ts')
    const { id } = museum.ctx.museum()
    expect([...(await leanedUpon(museum.db, id, [objectId, other]))]).toEqual([objectId])
  })
})

describe('opening an attachment in another program', () => {
  it.each(['a.pdf', '鉴定书.DOCX', 'b.wps', '扫描.tif', '清单.xlsx', `${'长'.repeat(250)}.pdf`])(
    '%s may be',
    (name) => expect(openedName(name)).toMatch(/\.\w+$/)
  )
  it.each(
    'a.exe a.bat a.cmd a.js a.vbs a.lnk a.scr a.msi a.sh a.html a.svg a.xlsm a.docm a.jar a.url a.pdf.exe a.desktop a'.split(
      ' '
    )
  )('%j may not', (name) => {
    expect(mayBeOpened(name)).toBe(false)
    expect(() => openedName(name)).toThrow('attachment.notOpened')
  })
  it('a name is judged and used without what a system would leave out of it', () => {
    expect(['a.pdf.', 'a.pdf ', 'b/../a.pdf'].map(openedName)).toEqual(['a.pdf', 'a.pdf', 'b .. a.pdf'])
    expect(() => openedName('a.exe. ')).toThrow('attachment.notOpened')
  })
  it('programs under another name are known by their bytes', () => {
    const head = (text: string) => Buffer.from(text, 'latin1')
    for (const one of ['MZ\x90\0', '#!/bin/sh', '\x7fELF\x02', '\xca\xfe\xba\xbe', 'L\0\0\0'])
      expect(couldRun(head(one)), one).toBe(true)
    for (const one of ['%PDF-1.7', 'PK\x03\x04', '\xd0\xcf\x11\xe0', '\xff\xd8\xff\xe0'])
      expect(couldRun(head(one)), one).toBe(false)
  })
  it('what is handed out is a copy that cannot be written, and only if it is still what was kept', async () => {
    const desk = mkdtempSync(join(tmpdir(), 'papers-'))
    try {
      const { createHash } = await import('node:crypto')
      const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
      const kept = join(desk, 'kept')
      writeFileSync(kept, PDF)
      const copy = await copyToOpen(kept, sha256(PDF), 'a.pdf')
      expect(readFileSync(copy, 'utf8')).toBe(PDF)
      expect(copy.startsWith(desk)).toBe(false)
      await expect(copyToOpen(kept, sha256('other'), 'a.pdf')).rejects.toMatchObject({ code: 'file.damaged' })
      await expect(copyToOpen(join(desk, 'no'), sha256(PDF), 'a.pdf')).rejects.toMatchObject({
        code: 'file.missing',
      })
      writeFileSync(kept, 'MZ program')
      await expect(copyToOpen(kept, sha256('MZ program'), 'a.pdf')).rejects.toMatchObject({
        code: 'attachment.notOpened',
      })
    } finally {
      rmSync(desk, { recursive: true, force: true })
    }
  })
  it('the name of a file tells its kind', () => {
    expect(['入藏凭证1.jpg', '鉴定意见.pdf', '修复报告.doc', '随便.txt'].map(kindIn)).toEqual([
      '凭证',
      '鉴定',
      '报告',
      '其他',
    ])
  })
})
