import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Find } from '../../shared/catalogue/record.ts'
import { asking } from '../bridge/asking.ts'
import { museum, watch } from '../bridge/museum.ts'
import { settled } from '../kit/later.tsx'

const REST_MS = 40
const QUIET_MS = 1500
let last: Promise<unknown> = Promise.resolve()

/** One count at a time, with a rest between two: a page that somebody waits for comes first. */
function inTurn<T>(ask: () => Promise<T>): Promise<T> {
  const answer = last.then(ask)
  last = answer.catch(() => undefined).then(() => new Promise((rest) => setTimeout(rest, REST_MS)))
  return answer
}

/** How many objects a find finds; null while nobody knows. Asked for once the first list stands. */
export function useCount(find: Find): number | null {
  const { data } = useQuery({
    queryKey: ['counts', find],
    queryFn: () => inTurn(async () => (await museum.catalogue.facets({ find, only: [] })).total),
    placeholderData: keepPreviousData,
    enabled: settled.use(),
    staleTime: Infinity,
  })
  return data ?? null
}

/** Counts anew when records have changed and it has been quiet for a while. */
export function useFreshCounts(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = watch((event) => {
      if (event.kind !== 'changed' || !event.rooms.some((room) => ROOMS.has(room))) return
      clearTimeout(timer)
      timer = setTimeout(() => void asking.invalidateQueries({ queryKey: ['counts'] }), QUIET_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [])
}
const ROOMS: ReadonlySet<string> = new Set(['catalogue', 'media', 'sets'])
