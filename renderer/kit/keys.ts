/** What a keyboard event tells, of the DOM or of React. */
interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** What Chromium reports for a key that the input method has taken, also for the one that ends a composition. */
const TAKEN_BY_INPUT_METHOD = 229

/** True while an input method is composing: Enter then chooses a word and must not move or save. */
export function isComposing(event: { readonly isComposing: boolean; readonly keyCode: number }): boolean {
  return event.isComposing || event.keyCode === TAKEN_BY_INPUT_METHOD
}

/** The press as written in a shortcut: `Ctrl+Shift+Enter`. Cmd counts as Ctrl on a Mac. */
export function pressOf(event: KeyPress): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  const parts = [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey ? 'Shift' : '',
    key,
  ]
  return parts.filter((part) => part !== '').join('+')
}

const MAC = navigator.platform.startsWith('Mac')
const SIGNS: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc' }

/** A shortcut as the reader's keyboard has it printed. */
export function shownShortcut(shortcut: string): string[] {
  return shortcut.split('+').map((part) => (MAC && part === 'Ctrl' ? '⌘' : (SIGNS[part] ?? part)))
}

const TEXT_INPUTS = new Set(['text', 'search', 'url', 'tel', 'email', 'password', 'number'])

/** Is something typed here: then Ctrl+Z and single keys belong to the text. */
export function isTextInput(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && TEXT_INPUTS.has(target.type) && !target.readOnly
}
