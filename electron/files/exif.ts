const TAG = { changed: 0x0132, artist: 0x013b, more: 0x8769, taken: 0x9003 } as const
/** Letters of a name that are kept: more is no name. */
const LONGEST_NAME = 100
/** A camera writes some dozens; a file made up to keep us busy could promise any number. */
const MOST_ENTRIES = 500

/** What a camera, or whoever worked on the picture, has written into it (I4). */
export interface ExifSaid {
  /** `2026-03-01T08:00:00` in no zone. */
  readonly taken: string | null
  readonly photographer: string | null
}

/**
 * When a picture was taken and by whom, by its EXIF block; null where it does not say or the block makes no sense. Never
 * throws: the block is a stranger's.
 */
export function exifSaid(block: Buffer): ExifSaid {
  const tiff = block.toString('latin1', 0, 6) === 'Exif\0\0' ? block.subarray(6) : block
  const order = tiff.toString('latin1', 0, 2)
  if (order !== 'II' && order !== 'MM') return { taken: null, photographer: null }
  const read = reader(tiff, order === 'II')
  const first = read.entries(read.u32(4))
  const more = first.get(TAG.more)
  const taken = more === undefined ? undefined : read.entries(read.u32(more + 8)).get(TAG.taken)
  return {
    taken: read.day(taken) ?? read.day(first.get(TAG.changed)),
    photographer: read.name(first.get(TAG.artist)),
  }
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
    name(entry: number | undefined): string | null {
      if (entry === undefined) return null
      const count = Math.min(u32(entry + 4), LONGEST_NAME * 4)
      const at = count <= 4 ? entry + 8 : u32(entry + 8)
      if (!within(at, count)) return null
      const name = lettersOf(tiff.subarray(at, at + count)).split('\0')[0] ?? ''
      const plain = name.replace(/[\p{C}]+/gu, ' ').trim()
      return plain === '' ? null : plain.slice(0, LONGEST_NAME)
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

/** The standard knows ASCII only; cameras and programs here write UTF-8, older ones GBK. */
function lettersOf(bytes: Buffer): string {
  const utf8 = bytes.toString('utf8')
  return utf8.includes('\ufffd') ? new TextDecoder('gb18030').decode(bytes) : utf8
}
