import { useEffect } from 'react'
import { isComposing, pressOf } from '../kit/keys.ts'
import { shared } from '../kit/store.ts'
import { COMMANDS, type CommandId } from './commands.ts'

interface Deed {
  readonly run: () => void
  /** Asked for a key press: false leaves the key to whatever has the focus. */
  readonly takesKey?: ((event: KeyboardEvent) => boolean) | undefined
}

/** Deeds that can be done now. The one that came last stands before an older one of the same name. */
const possible = shared<readonly (readonly [CommandId, Deed])[]>([])

export function deedOf(id: CommandId): Deed | undefined {
  return possible.get().findLast(([name]) => name === id)?.[1]
}

export function usePossible(): ReadonlySet<CommandId> {
  return new Set(possible.use().map(([name]) => name))
}

export function run(id: CommandId): void {
  deedOf(id)?.run()
}

/** While the component is there (and `enabled`), the command does this. */
export function useDeed(
  id: CommandId,
  deed: () => void,
  options: { enabled?: boolean; takesKey?: Deed['takesKey'] } = {}
): void {
  const { enabled = true, takesKey } = options
  useEffect(() => {
    if (!enabled) return
    const entry = [id, { run: deed, takesKey }] as const
    possible.set((now) => [...now, entry])
    return () => possible.set((now) => now.filter((one) => one !== entry))
  }, [id, deed, enabled, takesKey])
}

/** A deed that the museum itself has given a name: a saved view, a set. */
export interface NamedDeed {
  readonly key: string
  readonly name: string
  readonly run: () => void
}

const named = shared<ReadonlyMap<string, readonly NamedDeed[]>>(new Map())

/** What can be done by a name of the museum's own; for the palette. */
export const useNamed = (): readonly NamedDeed[] => [...named.use().values()].flat()

/** While the component is there, these stand in the palette too. `deeds` must stay the same while nothing changes. */
export function useNamedDeeds(source: string, deeds: readonly NamedDeed[]): void {
  useEffect(() => {
    named.set((now) => new Map(now).set(source, deeds))
    return () =>
      named.set((now) => {
        const next = new Map(now)
        next.delete(source)
        return next
      })
  }, [source, deeds])
}

/** The one listener for shortcuts. Never while an input method is composing; never what something else has taken. */
export function listenForPresses(): () => void {
  const hear = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isComposing(event)) return
    const press = pressOf(event)
    // one shortcut may stand for a deed of one room and for another of another
    const command = COMMANDS.find((one) => one.press === press && deedOf(one.id))
    const deed = command && deedOf(command.id)
    if (!deed || deed.takesKey?.(event) === false) return
    event.preventDefault()
    deed.run()
  }
  window.addEventListener('keydown', hear)
  return () => window.removeEventListener('keydown', hear)
}
