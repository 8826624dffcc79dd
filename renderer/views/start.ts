import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { museum } from '../bridge/museum.ts'
import { isUntouched } from '../catalogue/view.ts'
import { failed } from '../frame/status.ts'
import { settled } from '../kit/later.tsx'
import { shared } from '../kit/store.ts'
import { builtInOf } from './builtIn.ts'
import { leaveView, openView } from './now.ts'

/** Did this seat begin with a view last time? Then the first list waits for it; otherwise nothing waits. */
const FLAG = 'guancang.start'
const began = shared(false)

export function forgetViews(): void {
  began.set(false)
  leaveView()
}

/**
 * Opens the view that the museum begins with, once. False while the list should wait for it: only on a seat that has begun
 * with one before.
 */
export function useStart(): boolean {
  const isSettled = settled.use()
  const flagged = localStorage.getItem(FLAG) !== null
  const { data, error } = useQuery({
    queryKey: ['views', 'list'],
    queryFn: () => museum.views.list({}),
    enabled: flagged || isSettled,
  })
  const done = began.use()
  useEffect(() => {
    if (!data || began.get()) return
    const { start, views } = data
    if (start === null) localStorage.removeItem(FLAG)
    else localStorage.setItem(FLAG, start)
    const view = start === null ? null : (views.find(({ id }) => id === start) ?? builtInOf(start))
    if (!view || !isUntouched()) began.set(true)
    else
      openView(view)
        .catch(failed)
        .finally(() => began.set(true))
  }, [data])
  return done || !flagged || error !== null
}
