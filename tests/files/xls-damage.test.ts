import { utils, write } from '@e965/xlsx'
import { describe, expect, it, vi } from 'vitest'
import { aFolder, refusal, rowsIn } from './crafted.ts'

const file = aFolder()
const ROWS = 3000

/** A register of 3000 rows, its texts in the cells or in the shared table. */
function register(shared: boolean): Uint8Array {
  const rows = Array.from({ length: ROWS }, (_, i) => [
    String(i).padStart(4, '0'),
    `唐三彩马${i}`,
    32.5 + i,
    'x'.repeat(i % 40),
  ])
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '藏品')
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8', bookSST: shared }) as ArrayBuffer)
}

/** What comes of it: the number of rows, or why there are none. */
async function outcome(content: Uint8Array): Promise<number | string> {
  const path = file('register.xls', content)
  return rowsIn(path).then(
    (rows) => rows.length,
    async (error: unknown) => (await refusal(Promise.reject(error as Error))).code
  )
}

describe('an Excel 97–2003 file damaged in its middle', () => {
  for (const shared of [false, true]) {
    const whole = register(shared)

    it(`is whole or refused, never half (${shared ? 'shared texts' : 'texts in cells'})`, async () => {
      const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
      expect(await outcome(whole)).toBe(ROWS)
      const middle = Math.floor(whole.length / 2)
      for (const [length, byte] of [
        [64, 0xff],
        [4096, 0],
        [512, 0x0a],
      ] as const) {
        expect(await outcome(Uint8Array.from(whole).fill(byte, middle, middle + length))).toBe('file.damaged')
        for (let part = 1; part < 8; part++) {
          const at = Math.floor((whole.length * part) / 8) + part
          const found = await outcome(Uint8Array.from(whole).fill(byte, at, at + length))
          expect([ROWS, 'file.damaged']).toContain(found)
        }
      }
      // nor does the library have anything to complain of
      expect(told).not.toHaveBeenCalled()
    })
  }

  it('is refused where its last third is gone but the container is not', async () => {
    const whole = register(false)
    const cut = Uint8Array.from(whole).fill(0, Math.floor((whole.length * 2) / 3))
    expect(await outcome(cut)).toBe('file.damaged')
  })
})
