import { QueryClient } from '@tanstack/react-query'
import { watch } from './museum.ts'

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
    if (event.kind === 'changed') {
      for (const room of event.rooms) void asking.invalidateQueries({ queryKey: [room] })
      // rule I1 counts pictures
      if (event.rooms.includes('media')) void asking.invalidateQueries({ queryKey: ['catalogue', 'quality'] })
    }
    if (event.kind === 'host' && event.state === 'restarted') void asking.invalidateQueries()
  })
}
