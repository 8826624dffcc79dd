import { fork } from 'node:child_process'
import { join } from 'node:path'
import { Fault, type FaultCode } from '../../shared/contract/faults.ts'
import { PICTURE_LIMITS } from './pictureFile.ts'
import type {
  Decoded,
  DecoderEnd,
  DecodeOrder,
  FromDecoder,
  StartDecoder,
} from '../../shared/media/decoding.ts'

/** Decodes a picture in a process of its own. Faults: picture.tooManyPixels, .damaged, .tooSlow, .breaks. */
export type Decode = (order: DecodeOrder) => Promise<Decoded>

/** Orders at work at once: what a laptop of two cores can use. */
export const DECODED_AT_ONCE = 2

/** Pictures that one process decodes: what the libraries keep of each adds up, and goes with the process. */
const MOST_SERVED = 1000

interface Wiring {
  readonly start: StartDecoder
  readonly served?: number
  /** Milliseconds one picture may take. */
  readonly patience?: number
  /** Milliseconds after which a process with nothing to do ends. */
  readonly idle?: number
}

interface Waiting {
  readonly ticket: number
  readonly order: DecodeOrder
  readonly resolve: (decoded: Decoded) => void
  readonly reject: (fault: Fault) => void
  /** It was at work when a process died: it is tried once more, alone. */
  suspect: boolean
  late?: NodeJS.Timeout
}

/**
 * Keeps a decoding process: started when it is needed, ended when there is nothing to do, started anew when it dies. A
 * picture that hangs it is refused after `patience`; one that kills it is refused, and those beside it are tried again.
 */
export function decoderOf({
  start,
  served = MOST_SERVED,
  patience = PICTURE_LIMITS.seconds * 1000,
  idle = 20_000,
}: Wiring): Decode {
  const queue: Waiting[] = []
  const atWork = new Map<number, Waiting>()
  let end: DecoderEnd | null = null
  let tickets = 0
  let given = 0
  let rest: NodeJS.Timeout | undefined

  function begin(): DecoderEnd {
    const begun = start()
    given = 0
    begun.hear((message) => heard(begun, message))
    begun.ended(() => buried(begun))
    return begun
  }

  function heard(from: DecoderEnd, message: FromDecoder): void {
    const one = atWork.get(message.ticket)
    if (from !== end || !one) return
    leave(one)
    if ('decoded' in message) one.resolve(message.decoded)
    else one.reject(new Fault(message.refused))
    next()
  }

  function leave(one: Waiting): void {
    clearTimeout(one.late)
    atWork.delete(one.ticket)
  }

  /** Of several that were at work nobody knows which it was. */
  function buried(who: DecoderEnd, why: FaultCode = 'picture.breaks', culprit?: Waiting): void {
    if (who !== end) return
    end = null
    const were = [...atWork.values()]
    for (const one of were) {
      leave(one)
      if (one === culprit || (culprit === undefined && were.length === 1)) one.reject(new Fault(why))
      else {
        one.suspect = culprit === undefined
        queue.unshift(one)
      }
    }
    next()
  }

  function next(): void {
    clearTimeout(rest)
    if (given >= served && atWork.size === 0) relieve()
    for (let one = queue[0]; one !== undefined; one = queue[0]) {
      const alone = one.suspect || [...atWork.values()].some(({ suspect }) => suspect)
      if (given >= served && end) return
      if (atWork.size >= (alone ? 1 : DECODED_AT_ONCE)) return
      queue.shift()
      give(one)
    }
    if (atWork.size > 0 || !end) return
    const resting = end
    rest = setTimeout(() => {
      if (end === resting) relieve()
    }, idle)
    rest.unref()
  }

  /** Ends a process that has nothing to do; the next picture starts another. */
  function relieve(): void {
    const tired = end
    end = null
    tired?.kill()
  }

  function give(one: Waiting): void {
    end ??= begin()
    const doing = end
    given += 1
    atWork.set(one.ticket, one)
    one.late = setTimeout(() => {
      buried(doing, 'picture.tooSlow', one)
      doing.kill()
    }, patience)
    doing.send({ ticket: one.ticket, order: one.order })
  }

  return (order) =>
    new Promise((resolve, reject) => {
      queue.push({ ticket: tickets++, order, resolve, reject, suspect: false })
      next()
    })
}

/**
 * A decoding process of Node's: for the command line and for tests. `file` is the built entry, without it the source, which
 * Node 24 runs as it is. `memory` in bytes, see `decodeFor`.
 */
export function forkedDecoder(file?: string, memory?: number): StartDecoder {
  return () => {
    const entry = file ?? join(import.meta.dirname, '../decoder.ts')
    const child = fork(entry, memory === undefined ? [] : [String(memory)], {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    // with nothing to do it keeps nobody from ending
    child.unref()
    child.channel?.unref()
    return {
      send: (message) => void child.send(message, () => undefined),
      kill: () => void child.kill('SIGKILL'),
      hear: (listener) => void child.on('message', (message) => listener(message as FromDecoder)),
      ended: (listener) => {
        let told = false
        const once = (): void => {
          if (!told) listener()
          told = true
        }
        child.once('exit', once).once('error', once)
      },
    }
  }
}
