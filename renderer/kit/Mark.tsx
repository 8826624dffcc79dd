import { Glyph, glyphElement } from './Glyph.tsx'

/** A finding's sign and words: shape, colour and text say the same. */
export function Mark({ level, text }: { readonly level: 'warning' | 'error'; readonly text: string }) {
  return (
    <span className={level === 'error' ? 'mark-error' : 'mark-warning'}>
      <Glyph name={level} />
      {text}
    </span>
  )
}

/** The same for a cell of a grid, which is drawn without React. */
export function markElement(level: 'warning' | 'error', text: string): HTMLElement {
  const mark = document.createElement('span')
  mark.className = level === 'error' ? 'mark-error' : 'mark-warning'
  mark.append(glyphElement(level), text)
  return mark
}
