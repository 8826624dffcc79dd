import { useRef, type KeyboardEvent } from 'react'

export interface TabWords<K extends string> {
  readonly key: K
  readonly words: string
}

/** A row of tabs; the arrow keys move between them. The panel below is the screen's own. */
export function Tabs<K extends string>(props: {
  readonly label: string
  readonly tabs: readonly TabWords<K>[]
  readonly chosen: K
  readonly choose: (key: K) => void
}) {
  const row = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const at = props.tabs.findIndex((tab) => tab.key === props.chosen)
    const next = props.tabs[(at + step + props.tabs.length) % props.tabs.length]
    if (step === 0 || !next) return
    props.choose(next.key)
    row.current?.querySelector<HTMLElement>(`[data-tab="${next.key}"]`)?.focus()
  }
  return (
    <div className="tabs" role="tablist" aria-label={props.label} ref={row} onKeyDown={move}>
      {props.tabs.map((tab) => (
        <button
          key={tab.key}
          type="button"
          role="tab"
          data-tab={tab.key}
          aria-selected={tab.key === props.chosen}
          tabIndex={tab.key === props.chosen ? 0 : -1}
          onClick={() => props.choose(tab.key)}
        >
          {tab.words}
        </button>
      ))}
    </div>
  )
}
