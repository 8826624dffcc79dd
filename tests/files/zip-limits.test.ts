import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openArchive } from '../../electron/files/zip-archive.ts'
import {
  aFolder,
  rawZip,
  refusal,
  rowsIn,
  textsIn,
  workbookBytes,
  workbookParts,
  type RawEntry,
} from './crafted.ts'

const file = aFolder()
const good: RawEntry[] = Object.entries(
  workbookParts({ sheets: { 藏品: '<row><c t="str"><v>瓶</v></c></row>' } })
).map(([name, content]) => ({ name, content }))
const sheet = 'xl/worksheets/sheet1.xml'
/** 3 MiB that cannot be packed. */
const NOISE = randomBytes(3 << 20)

describe('S25 a zip is checked before it is unpacked', () => {
  it('reads a good one written by hand', async () => {
    expect(await textsIn(file('good.xlsx', rawZip(good)))).toEqual([['瓶']])
  })

  for (const name of [
    '../evil.xml',
    'xl/../../evil.xml',
    '/etc/passwd',
    'C:/evil.xml',
    'xl\\..\\..\\evil.xml',
    'a\0.xml',
  ]) {
    it(`slip: refuses an entry called ${JSON.stringify(name)}`, async () => {
      const path = file('slip.xlsx', rawZip([...good, { name, content: 'x' }]))
      expect(await refusal(rowsIn(path))).toEqual({
        code: 'file.bomb',
        detail: { file: 'slip.xlsx', reason: 'name' },
      })
    })
  }

  it('refuses names that differ only by case', async () => {
    const path = file('case.xlsx', rawZip([...good, { name: 'XL/Worksheets/SHEET1.xml', content: 'x' }]))
    expect((await refusal(rowsIn(path))).detail).toMatchObject({ reason: 'twice' })
  })

  it('refuses the same name twice', async () => {
    const path = file('twice.xlsx', rawZip([...good, { name: sheet, content: 'x' }]))
    expect((await refusal(rowsIn(path))).detail).toMatchObject({ reason: 'twice' })
  })

  it('refuses a link', async () => {
    const link: RawEntry = {
      name: 'xl/media/image1.png',
      content: '/etc/passwd',
      stored: true,
      claim: { mode: 0o120777 },
    }
    expect((await refusal(rowsIn(file('link.xlsx', rawZip([...good, link]))))).detail).toMatchObject({
      reason: 'link',
    })
  })

  it('refuses entries that share their bytes', async () => {
    const content = good.find(({ name }) => name === sheet)?.content ?? ''
    const twin: RawEntry = { name: 'xl/twin.xml', content, sharedWith: sheet }
    expect((await refusal(rowsIn(file('overlap.xlsx', rawZip([...good, twin]))))).detail).toMatchObject({
      reason: 'overlap',
    })
  })

  it('refuses more than 20 000 entries', async () => {
    const many = Array.from({ length: 20_001 }, (_, i): RawEntry => ({
      name: `a${i}`,
      content: '',
      stored: true,
    }))
    expect((await refusal(rowsIn(file('many.xlsx', rawZip(many))))).detail).toMatchObject({
      reason: 'entries',
    })
  })

  it('bomb: refuses an entry that packs more than a hundred times smaller', async () => {
    const bomb: RawEntry = { name: 'xl/media/image1.png', content: Buffer.alloc(8 << 20) }
    expect((await refusal(rowsIn(file('bomb.xlsx', rawZip([...good, bomb]))))).detail).toMatchObject({
      reason: 'ratio',
    })
  })

  it('lets small parts pack as tightly as they like', async () => {
    const small: RawEntry = { name: 'docProps/app.xml', content: Buffer.alloc(900 << 10) }
    expect(await textsIn(file('tight.xlsx', rawZip([...good, small])))).toEqual([['瓶']])
  })

  it('refuses an entry of more than 200 MiB', async () => {
    // noise that comes again too late to be packed keeps it below the ratio
    const mebibyte = Buffer.concat([NOISE.subarray(0, 20 << 10)], 1 << 20)
    const large: RawEntry = { name: 'xl/media/image1.png', content: Buffer.alloc(201 << 20, mebibyte) }
    const path = file('large.xlsx', rawZip([...good, large]))
    expect((await refusal(rowsIn(path))).detail).toMatchObject({ reason: 'size' })
  })

  it('an entry that only claims more than it may is damage', async () => {
    for (const [name, size] of [
      ['xl/media/image1.png', 201 << 20],
      [sheet, (1 << 30) + 1],
      [sheet, 2 << 20],
    ] as const) {
      const content = name === sheet ? `<row>${' '.repeat(1000)}</row>` : NOISE
      const liar: RawEntry = { name, content, claim: { size } }
      const path = file('claim.xlsx', rawZip([...good.filter((entry) => entry.name !== name), liar]))
      expect((await refusal(rowsIn(path))).code).toBe('file.damaged')
    }
  })

  it('refuses a total of more than 2 GiB', async () => {
    // each claim alone is within the limits for one entry
    const parts = Array.from({ length: 11 }, (_, i): RawEntry => ({
      name: `xl/media/${i}.png`,
      content: NOISE,
      claim: { size: 199 << 20 },
    }))
    expect((await refusal(openArchive(file('total.zip', rawZip(parts))))).detail).toMatchObject({
      reason: 'size',
    })
  })

  it('counts while unpacking: an entry that says it is small and is not', async () => {
    const rows = '<row><c><v>1</v></c></row>'.repeat(200_000)
    const parts = workbookParts({ sheets: { 藏品: rows } })
    const lying = Object.entries(parts).map(([name, content]): RawEntry => ({
      name,
      content,
      ...(name === sheet && { claim: { size: 5000 } }),
    }))
    expect((await refusal(rowsIn(file('liar.xlsx', rawZip(lying))))).code).toBe('file.bomb')
  })

  it('wrong size and wrong checksum are damage', async () => {
    for (const claim of [{ size: 9_000 }, { size: 100 }, { crc: 1 }]) {
      const wrong = good.map((entry) => (entry.name === sheet ? { ...entry, claim } : entry))
      expect((await refusal(rowsIn(file('wrong.xlsx', rawZip(wrong))))).code).toBe('file.damaged')
    }
  })

  it('a zip cut short is damage, wherever it is cut', async () => {
    const whole = rawZip(good)
    for (const part of [0.2, 0.5, 0.9, 0.99]) {
      const cut = file('cut.xlsx', whole.subarray(0, Math.floor(whole.length * part)))
      expect(await refusal(rowsIn(cut))).toEqual({ code: 'file.damaged', detail: { file: 'cut.xlsx' } })
    }
  })

  it('flipped bytes are read or refused with a Fault, and never called a forgery', async () => {
    const whole = rawZip(good)
    for (let at = 0; at < whole.length; at++) {
      const flipped = Buffer.from(whole)
      flipped[at] = (flipped[at] ?? 0) ^ 0xff
      const path = file('flipped.xlsx')
      writeFileSync(path, flipped)
      const outcome = await textsIn(path).catch((error: unknown) => refusal(Promise.reject(error as Error)))
      expect(outcome).not.toMatchObject({ code: 'file.bomb' })
    }
  })

  it('an entry under a password asks for it to be taken off', async () => {
    const locked = good.map((entry) => (entry.name === sheet ? { ...entry, claim: { flags: 1 } } : entry))
    expect((await refusal(rowsIn(file('locked.xlsx', rawZip(locked))))).code).toBe('file.password')
  })

  it('does not open zips within the zip', async () => {
    const inner = zipSync({ 'bomb.bin': new Uint8Array(50 << 20) })
    const path = file('nested.xlsx', workbookBytes({ more: { 'xl/embeddings/inner.xlsx': inner } }))
    expect(await textsIn(path)).toEqual([])
  })
})
