import { useEffect, type ComponentType } from 'react'
import { shared, type Shared } from './store.ts'

/** The first list stands, or whatever came instead of it: what is not needed at once may come now. */
export const settled = shared(false)

interface Part<P extends object> {
  readonly Component?: ComponentType<P>
  readonly error?: unknown
}

/**
 * A part of the window in a file of its own, read once the first list stands, or as soon as it is shown. When it cannot be
 * read it throws where it is drawn.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const part: Shared<Part<P>> = shared({})
  let coming = false
  const bring = (): void => {
    if (coming) return
    coming = true
    load().then(
      (Component) => part.set({ Component }),
      (error: unknown) => {
        coming = false
        part.set({ error })
      }
    )
  }
  if (settled.get()) bring()
  else {
    const stop = settled.watch(() => {
      stop()
      bring()
    })
  }
  return function Later(props: P) {
    const { Component, error } = part.use()
    useEffect(bring, [])
    if (Component) return <Component {...props} />
    if (error === undefined) return null
    // whoever tries again reads it again
    part.set({})
    throw error as Error
  }
}
