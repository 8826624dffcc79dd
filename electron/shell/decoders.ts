import type { DecoderEnd, FromDecoder, StartDecoder } from '../../shared/media/decoding.ts'
import type { FromHost, ToHost } from './messages.ts'

type Order = Extract<FromHost, { kind: 'startDecoder' | 'toDecoder' | 'endDecoder' }>

/**
 * The decoding processes that the host has asked for: only main may start a process. What is said goes through unread;
 * `endAll` is for when the host itself has died.
 */
export function decodersFor(start: StartDecoder, send: (message: ToHost) => void) {
  const running = new Map<number, DecoderEnd>()
  return {
    hear(order: Order): void {
      const { id } = order
      if (order.kind === 'toDecoder') running.get(id)?.send(order.message)
      else if (order.kind === 'endDecoder') running.get(id)?.kill()
      else {
        const decoder = start()
        running.set(id, decoder)
        decoder.hear((message) => send({ kind: 'fromDecoder', id, message }))
        decoder.ended(() => {
          running.delete(id)
          send({ kind: 'decoderEnded', id })
        })
      }
    },
    endAll(): void {
      for (const decoder of running.values()) decoder.kill()
      running.clear()
    },
  }
}

/** The host's side of it: a decoder that main keeps, see `decoderOf`. */
export function decodersOfMain(say: (message: FromHost) => void) {
  const heard = new Map<number, (message: FromDecoder) => void>()
  const ended = new Map<number, () => void>()
  let ids = 0
  const start: StartDecoder = () => {
    const id = ids++
    say({ kind: 'startDecoder', id })
    return {
      send: (message) => say({ kind: 'toDecoder', id, message }),
      kill: () => say({ kind: 'endDecoder', id }),
      hear: (listener) => void heard.set(id, listener),
      ended: (listener) => void ended.set(id, listener),
    }
  }
  return {
    start,
    hear(message: Extract<ToHost, { kind: 'fromDecoder' | 'decoderEnded' }>): void {
      if (message.kind === 'fromDecoder') heard.get(message.id)?.(message.message)
      else {
        ended.get(message.id)?.()
        heard.delete(message.id)
        ended.delete(message.id)
      }
    },
  }
}
