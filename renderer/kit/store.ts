import { useSyncExternalStore } from 'react'

/** A value that several parts of the window look at: where we are, what is shown, what the status line says. */
export interface Shared<T> {
  readonly get: () => T
  readonly set: (next: T | ((before: T) => T)) => void
  /** Inside a component: the value now, and again whenever it changes. */
  readonly use: () => T
  /** Calls `listener` after every change; the answer stops it. */
  readonly watch: (listener: () => void) => () => void
}

export function shared<T>(initial: T): Shared<T> {
  let value = initial
  const listeners = new Set<() => void>()
  const get = (): T => value
  const watch = (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }
  return {
    get,
    watch,
    set(next) {
      const made = typeof next === 'function' ? (next as (before: T) => T)(value) : next
      if (Object.is(made, value)) return
      value = made
      for (const listener of listeners) listener()
    },
    use: () => useSyncExternalStore(watch, get),
  }
}
