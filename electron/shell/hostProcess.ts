import { utilityProcess } from 'electron'
import type { FromDecoder, StartDecoder, ToDecoder } from '../../shared/media/decoding.ts'
import type { HostEnd } from './hostLine.ts'
import type { FromHost, HostOrders, ToHost } from './messages.ts'

/** Starts the host bundle `file` in a process of its own, which holds the store and the services. */
export function startHost(file: string, orders: HostOrders): HostEnd {
  const child = utilityProcess.fork(file, [JSON.stringify(orders)], { serviceName: 'Guancang host' })
  return {
    send: (message: ToHost) => child.postMessage(message),
    kill: () => void child.kill(),
    hear: (listener) => void child.on('message', (message: FromHost) => listener(message)),
    ended: (listener) => void child.once('exit', listener),
  }
}

/** Starts the decoder bundle `file` in a process of its own, where strangers' pictures are opened. */
export function decoderStarter(file: string): StartDecoder {
  return () => {
    const child = utilityProcess.fork(file, [], { serviceName: 'Guancang pictures' })
    // what is sent before the process stands may be lost
    let held: ToDecoder[] | null = []
    child.once('spawn', () => {
      for (const message of held ?? []) child.postMessage(message)
      held = null
    })
    return {
      send: (message) => (held ? void held.push(message) : child.postMessage(message)),
      kill: () => void child.kill(),
      hear: (listener) => void child.on('message', (message: FromDecoder) => listener(message)),
      ended: (listener) => void child.once('exit', listener),
    }
  }
}
