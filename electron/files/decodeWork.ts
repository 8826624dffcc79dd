import { Fault } from '../../shared/contract/faults.ts'
import type { FromDecoder, ToDecoder } from '../../shared/media/decoding.ts'
import { seePicture } from './pictureFile.ts'

/** Bytes that this process may hold: a progressive JPEG of 200 million pixels wants some 1.2 GB. */
const MOST_MEMORY = 1.6e9
const WATCH_EVERY_MS = 100
/** What the process ends with when a picture wants too much memory; whoever started it refuses the picture. */
const TOO_MUCH = 12

/**
 * Does decoding orders and says how each went. A picture that takes more than `memory` bytes ends this process: the
 * libraries inside it cannot be told to stop.
 */
export function decodeFor(
  say: (message: FromDecoder) => void,
  { memory = MOST_MEMORY }: { readonly memory?: number | undefined }
): (message: ToDecoder) => void {
  let working = 0
  let watch: NodeJS.Timeout | undefined
  const weigh = (): void => {
    if (process.memoryUsage.rss() > memory) process.exit(TOO_MUCH)
  }
  return ({ ticket, order }) => {
    working += 1
    watch ??= setInterval(weigh, WATCH_EVERY_MS)
    const done = (message: FromDecoder): void => {
      working -= 1
      if (working === 0) {
        clearInterval(watch)
        watch = undefined
      }
      say(message)
    }
    seePicture(order.path, order.side).then(
      // WebAssembly's memory is shared among its threads, and may not leave the process
      (decoded) => done({ ticket, decoded: { ...decoded, small: new Uint8Array(decoded.small) } }),
      (error: unknown) => done({ ticket, refused: error instanceof Fault ? error.code : 'picture.damaged' })
    )
  }
}
