import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decoderOf, forkedDecoder } from '../../electron/files/decoder.ts'
import { exifSaid } from '../../electron/files/exif.ts'
import type { StartDecoder } from '../../shared/media/decoding.ts'
import { aBomb, aPhoto } from './photographs.ts'

/** An EXIF block that names somebody, in whatever letters. */
function anArtist(name: Buffer): Buffer {
  const head = Buffer.alloc(26)
  head.write('II*\0', 0, 'latin1')
  head.writeUInt32LE(8, 4)
  head.writeUInt16LE(1, 8)
  head.writeUInt16LE(0x013b, 10)
  head.writeUInt16LE(2, 12)
  head.writeUInt32LE(name.length, 14)
  head.writeUInt32LE(26, 18)
  return Buffer.concat([head, name])
}

describe('the process that decodes pictures', () => {
  let desk: string
  let started: number
  beforeEach(() => {
    desk = mkdtempSync(join(tmpdir(), 'decoder-'))
    started = 0
  })
  afterEach(() => rmSync(desk, { recursive: true, force: true }))

  const counted =
    (start: StartDecoder): StartDecoder =>
    () => {
      started += 1
      return start()
    }
  const see = (path: string) => ({ path, side: 320 })
  /** Processes of ours that were started from here and still run. */
  const running = () =>
    execFileSync('ps', ['-o', 'args=', '--ppid', String(process.pid)], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => line.includes('decoder.ts'))

  it('is started once for many pictures, answers each its own, and ends when there is nothing to do', async () => {
    const decode = decoderOf({ start: counted(forkedDecoder()), idle: 300 })
    const before = running().length
    const photos = await Promise.all(
      [400, 500, 600, 700].map((width) => aPhoto(desk, `${width}.jpg`, { width, height: 300 }))
    )
    const seen = await Promise.all(photos.map((path) => decode(see(path))))
    expect(seen.map(({ width }) => width)).toEqual([400, 500, 600, 700])
    expect(started).toBe(1)
    expect(running().length).toBe(before + 1)
    await expect.poll(() => running().length, { timeout: 5000 }).toBe(before)
    expect((await decode(see(photos[0] ?? ''))).width).toBe(400)
    expect(started).toBe(2)
  })

  it('one process does not decode for ever: another takes over, and no picture is lost', async () => {
    const decode = decoderOf({ start: counted(forkedDecoder()), served: 5 })
    const photo = await aPhoto(desk, 'a.jpg', { width: 900 })
    const seen = await Promise.all(Array.from({ length: 17 }, () => decode(see(photo))))
    expect(seen.map(({ width }) => width)).toEqual(Array(17).fill(900))
    expect(started).toBe(4)
  })

  it('a picture that wants more memory than there is costs one process; those beside it go in', async () => {
    // plain Node with sharp in it holds some 90 MB; a progressive JPEG wants all its 96 million pixels at once
    const huge = await aPhoto(desk, 'huge.jpg', { width: 12_000, height: 8000, progressive: true })
    const good = await Promise.all(
      ['#100000', '#200000', '#300000'].map((colour, at) => aPhoto(desk, `${at}.jpg`, { colour }))
    )
    const decode = decoderOf({ start: counted(forkedDecoder(undefined, 220e6)) })
    const [first, second, ...others] = await Promise.allSettled(
      [good[0] ?? '', huge, ...good.slice(1)].map((path) => decode(see(path)))
    )
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'picture.breaks' } })
    for (const one of [first, ...others]) expect(one?.status).toBe('fulfilled')
    expect((await decode(see(good[0] ?? ''))).width).toBe(2000)
    expect(started).toBeGreaterThan(1)
  })

  it('a picture that takes too long is refused, and the next one is not kept waiting', async () => {
    const slow = await aPhoto(desk, 'slow.png', {
      width: 14_000,
      height: 14_000,
      as: 'png',
      progressive: true,
    })
    const good = await aPhoto(desk, 'good.jpg')
    const decode = decoderOf({ start: counted(forkedDecoder()), patience: 1500 })
    await decode(see(good))
    const at = performance.now()
    const [refused, taken] = await Promise.allSettled([decode(see(slow)), decode(see(good))])
    expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'picture.tooSlow' } })
    expect(taken.status).toBe('fulfilled')
    expect(performance.now() - at).toBeLessThan(6000)
    expect((await decode(see(good))).width).toBe(2000)
    expect(started).toBe(2)
  })

  it('killed from outside in the midst of its work, it is started anew and the pictures are tried again', async () => {
    let kill: () => void = () => undefined
    const start: StartDecoder = () => {
      const end = forkedDecoder()()
      kill = () => end.kill()
      return end
    }
    const photos = await Promise.all(
      [1, 2, 3, 4].map((at) =>
        aPhoto(desk, `${at}.jpg`, { width: 3000, height: 3000, colour: `#00000${at}` })
      )
    )
    const decode = decoderOf({ start: counted(start) })
    const all = Promise.allSettled(photos.map((path) => decode(see(path))))
    kill()
    expect((await all).map(({ status }) => status)).toEqual(Array(4).fill('fulfilled'))
    expect(started).toBe(2)
  })

  it('bombs, wrong types and torn files are refused without a death', async () => {
    const decode = decoderOf({ start: counted(forkedDecoder()) })
    const write = (name: string, bytes: string | Buffer) => {
      writeFileSync(join(desk, name), bytes)
      return join(desk, name)
    }
    const given: [string, string][] = [
      [write('bomb.png', aBomb(60_000, 60_000)), 'picture.tooManyPixels'],
      [write('no.jpg', 'no picture'), 'picture.damaged'],
      [write('head.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')), 'picture.damaged'],
      [join(desk, 'gone.jpg'), 'picture.damaged'],
    ]
    for (const [path, code] of given) await expect(decode(see(path)), path).rejects.toMatchObject({ code })
    expect(started).toBe(1)
  })

  it('tells who photographed, in the ways programs here write it', async () => {
    const decode = decoderOf({ start: forkedDecoder() })
    const photo = await aPhoto(desk, 'a.jpg', { taken: '2024:05:06 07:08:09', artist: 'Wang' })
    expect(await decode(see(photo))).toMatchObject({ taken: '2024-05-06T07:08:09', photographer: 'Wang' })
    expect(await decode(see(await aPhoto(desk, 'b.jpg')))).toMatchObject({ taken: null, photographer: null })
    const said = (name: Buffer) => exifSaid(anArtist(name)).photographer
    expect(said(Buffer.from('王小明\0'))).toBe('王小明')
    expect(said(Buffer.from([0xcd, 0xf5, 0xd0, 0xa1, 0xc3, 0xf7, 0])), 'GBK').toBe('王小明')
    expect(said(Buffer.from(' \0'))).toBeNull()
    expect(said(Buffer.alloc(5000, 'x'))).toBe('x'.repeat(100))
    expect(exifSaid(anArtist(Buffer.alloc(10, 'x')).subarray(0, 28)).photographer, 'torn').toBeNull()
  })
})
