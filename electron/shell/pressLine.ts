import { Fault } from '../../shared/contract/faults.ts'
import type { Press } from '../../shared/paper/press.ts'
import type { FromHost, ToHost } from './messages.ts'

/** The host's end of the way to the press: it has no window of its own, so it sends sheets to main and waits. */
export function pressLine(say: (message: FromHost) => void): {
  readonly press: Press
  readonly hear: (message: Extract<ToHost, { kind: 'pressed' }>) => void
} {
  const waiting = new Map<number, (pdf: Uint8Array | null) => void>()
  let nextId = 1
  return {
    async press(sheet) {
      const id = nextId++
      const pdf = await new Promise<Uint8Array | null>((resolve) => {
        waiting.set(id, resolve)
        say({ kind: 'press', id, sheet })
      })
      if (pdf === null) throw new Fault('paper.press')
      return pdf
    },
    hear({ id, pdf }) {
      waiting.get(id)?.(pdf)
      waiting.delete(id)
    },
  }
}
