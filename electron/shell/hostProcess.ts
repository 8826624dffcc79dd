import { utilityProcess } from 'electron'
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
