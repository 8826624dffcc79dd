import { QueryClient } from '@tanstack/react-query'
import { watch } from './museum.ts'
import { readTables } from './tables.ts'

/**
 * What the window has asked and still shows. The host is on this machine: there is no network to wait for, and a
 * refusal is a reason, not a hiccup, so nothing is asked twice on its own.
 */
export const asking = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** First part of a query's key is the room that answers; what changed there is asked again. */
export function keepFresh(): () => void {
  return watch((event) => {
    if (event.kind === 'changed') void askAgain(event.rooms)
    if (event.kind === 'host' && event.state === 'restarted') void asking.invalidateQueries()
  })
}

async function askAgain(rooms: readonly string[]): Promise<void> {
  // lists are drawn by the tables: those come first. Without them everything is drawn as it was
  if (rooms.includes('vocabulary')) await readTables().catch(() => undefined)
  for (const room of rooms) void asking.invalidateQueries({ queryKey: [room] })
  // rule I1 counts pictures
  if (rooms.includes('media')) void asking.invalidateQueries({ queryKey: ['catalogue', 'quality'] })
}
