import { describe, expect, it } from 'vitest'
import { now, today } from '../../electron/services/clock.ts'
import { idMint, mintId } from '../../electron/services/ids.ts'

const V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const timeOf = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)

describe('ids (RFC 9562, version 7)', () => {
  it('carry their moment, version and variant', () => {
    const at = Date.parse('2026-03-01T08:00:00.123Z')
    const id = idMint(() => at)()
    expect(id).toMatch(V7)
    expect(timeOf(id)).toBe(at)
  })

  it('sort in the order they were made, also ten thousand in one millisecond', () => {
    const mint = idMint(() => 1_772_000_000_000)
    const ids = Array.from({ length: 10_000 }, mint)
    expect(ids.every((id) => V7.test(id))).toBe(true)
    expect([...ids].sort()).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('still sort when the clock is set back', () => {
    const clock = [5000, 6000, 4000, 4001, 6001, 100]
    const mint = idMint(() => clock.shift() ?? 7000)
    const ids = Array.from({ length: 7 }, mint)
    expect([...ids].sort()).toEqual(ids)
  })

  it('of two mints in the same millisecond differ', () => {
    const made = new Set(Array.from({ length: 2000 }, () => idMint(() => 1)()))
    expect(made.size).toBe(2000)
    expect(mintId()).not.toBe(mintId())
  })

  it('reach from 1970 to the end of the format', () => {
    expect(timeOf(idMint(() => 0)())).toBe(0)
    const end = 2 ** 48 - 1
    expect(idMint(() => end)()).toMatch(/^ffffffff-ffff-7/)
  })
})

describe("the museum's day", () => {
  it('begins at midnight in UTC+8', () => {
    expect(today(() => Date.parse('2026-02-28T15:59:59.999Z'))).toBe('2026-02-28')
    expect(today(() => Date.parse('2026-02-28T16:00:00.000Z'))).toBe('2026-03-01')
    expect(today(() => Date.parse('2028-02-28T16:00:00.000Z'))).toBe('2028-02-29')
    expect(today(() => Date.parse('2025-12-31T16:00:00.000Z'))).toBe('2026-01-01')
  })

  it('and now is an instant in UTC', () => {
    expect(now(() => Date.parse('2026-03-01T08:00:00+08:00'))).toBe('2026-03-01T00:00:00.000Z')
  })
})
