import { refusal, type Reply } from '../../shared/contract/define.ts'
import type { PressSheet } from '../../shared/paper/press.ts'
import type { MuseumEvent } from '../../shared/shell/events.ts'
import type { StartDecoder } from '../../shared/media/decoding.ts'
import { decodersFor } from './decoders.ts'
import type { FromHost, ToHost } from './messages.ts'

/** A host that has been started: an Electron utility process, or in tests anything that talks the same. */
export interface HostEnd {
  send(message: ToHost): void
  kill(): void
  hear(listener: (message: FromHost) => void): void
  ended(listener: () => void): void
}

interface Wiring {
  /** Starts a host; `again` after a death, when the museum that was open is to be opened again. */
  start(again: boolean): HostEnd
  tell(event: MuseumEvent): void
  mediaFolder(folder: string | null): void
  /** Prints a sheet for the host; null where that failed. */
  press(sheet: PressSheet): Promise<Uint8Array | null>
  /** Starts a process that decodes pictures. */
  decoder: StartDecoder
  /** What a new host must know before it answers anything: the grants so far. */
  briefing(): readonly ToHost[]
  /** Milliseconds, for counting deaths. */
  clock(): number
}

/** A host that dies three times within a minute will die a fourth time. */
const MOST_DEATHS = 3
const WITHIN_MS = 60_000
const STOP_WITHIN_MS = 8_000

export interface HostLine {
  call(channel: string, input: unknown): Promise<Reply>
  send(message: ToHost): void
  /** Asks the host to close the museum, and waits until it has, at most some seconds. */
  stop(): Promise<void>
}

/** The line to the host: keeps one alive, gives every call an answer, and says what became of it. */
export function hostLine(wiring: Wiring): HostLine {
  const pending = new Map<number, (reply: Reply) => void>()
  const deaths: number[] = []
  let waiting: ToHost[] = []
  let host: HostEnd | null = null
  let ready = false
  let stopping: (() => void) | null = null
  let nextId = 1

  function begin(again: boolean): void {
    const end = wiring.start(again)
    const decoders = decodersFor(wiring.decoder, (message) => end.send(message))
    host = end
    ready = false
    end.hear((message) => {
      if (message.kind === 'reply') settle(message.id, message.reply)
      else if (message.kind === 'event') wiring.tell(message.event)
      else if (message.kind === 'mediaFolder') wiring.mediaFolder(message.folder)
      else if (message.kind === 'press') void pressFor(end, message.id, message.sheet)
      else if (message.kind !== 'ready') decoders.hear(message)
      else {
        ready = true
        for (const held of [...wiring.briefing(), ...waiting]) end.send(held)
        waiting = []
        wiring.tell({ kind: 'host', state: again ? 'restarted' : 'started' })
      }
    })
    end.ended(() => {
      decoders.endAll()
      buried(end)
    })
  }

  async function pressFor(end: HostEnd, id: number, sheet: PressSheet): Promise<void> {
    const pdf = await wiring.press(sheet).catch(() => null)
    // another host has other sheets under the same numbers
    if (host === end) end.send({ kind: 'pressed', id, pdf })
  }

  function buried(end: HostEnd): void {
    if (host !== end) return
    host = null
    ready = false
    wiring.mediaFolder(null)
    // calls that had not been sent are lost as well: the page is told, and asks again once a host is there
    waiting = []
    for (const id of [...pending.keys()]) settle(id, refusal('host.gone'))
    if (stopping) return stopping()
    const now = wiring.clock()
    deaths.push(now)
    const lately = deaths.filter((at) => now - at < WITHIN_MS)
    if (lately.length >= MOST_DEATHS) wiring.tell({ kind: 'host', state: 'gone' })
    else begin(true)
  }

  function settle(id: number, reply: Reply): void {
    pending.get(id)?.(reply)
    pending.delete(id)
  }

  function send(message: ToHost): void {
    if (ready) host?.send(message)
    else if (message.kind === 'call') waiting.push(message)
    // grants come with the briefing
  }

  begin(false)
  return {
    send,
    call: (channel, input) =>
      new Promise((resolve) => {
        if (!host) return resolve(refusal('host.gone'))
        const id = nextId++
        pending.set(id, resolve)
        send({ kind: 'call', id, channel, input })
      }),
    stop: () =>
      new Promise((resolve) => {
        if (!host) return resolve()
        const end = host
        const late = setTimeout(() => end.kill(), STOP_WITHIN_MS)
        stopping = () => {
          clearTimeout(late)
          resolve()
        }
        end.send({ kind: 'stop' })
      }),
  }
}
