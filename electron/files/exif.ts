const TAG = { changed: 0x0132, more: 0x8769, taken: 0x9003 } as const
/** A camera writes some dozens; a file made up to keep us busy could promise any number. */
const MOST_ENTRIES = 500

/**
 * When a picture was taken by its EXIF block, `2026-03-01T08:00:00` in no zone; null where it does not say or the block
 * makes no sense. Never throws: the block is a stranger's.
 */
export function exifTaken(block: Buffer): string | null {
  const tiff = block.toString('latin1', 0, 6) === 'Exif\0\0' ? block.subarray(6) : block
  const order = tiff.toString('latin1', 0, 2)
  if (order !== 'II' && order !== 'MM') return null
  const read = reader(tiff, order === 'II')
  const first = read.entries(read.u32(4))
  const more = first.get(TAG.more)
  const taken = more === undefined ? undefined : read.entries(read.u32(more + 8)).get(TAG.taken)
  return read.day(taken) ?? read.day(first.get(TAG.changed))
}

function reader(tiff: Buffer, little: boolean) {
  const within = (at: number, bytes: number) => at >= 0 && at + bytes <= tiff.length
  const u16 = (at: number) => (within(at, 2) ? (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)) : 0)
  const u32 = (at: number) => (within(at, 4) ? (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)) : 0)
  return {
    u32,
    /** Tag → where its entry begins. */
    entries(at: number): ReadonlyMap<number, number> {
      const count = at === 0 ? 0 : Math.min(u16(at), MOST_ENTRIES)
      return new Map(
        Array.from({ length: count }, (_, index): [number, number] => {
          const entry = at + 2 + index * 12
          return [u16(entry), entry]
        })
      )
    },
    day(entry: number | undefined): string | null {
      if (entry === undefined) return null
      const at = u32(entry + 8)
      const written = within(at, 19) ? tiff.toString('latin1', at, at + 19) : ''
      const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/.exec(written)
      // cameras whose clock was never set write zeros
      if (!parts || parts[1] === '0000' || parts[2] === '00' || parts[3] === '00') return null
      return `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}`
    },
  }
}
