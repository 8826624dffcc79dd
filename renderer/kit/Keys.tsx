import { shownShortcut } from './keys.ts'

/** A shortcut as keys: Ctrl K. */
export function Keys({ press }: { readonly press: string }) {
  return (
    <span className="keys">
      {shownShortcut(press).map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  )
}
