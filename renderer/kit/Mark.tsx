import { Glyph } from './Glyph.tsx'

/** A finding's sign and words: shape, colour and text say the same. */
export function Mark({ level, text }: { readonly level: 'warning' | 'error'; readonly text: string }) {
  return (
    <span className={level === 'error' ? 'mark-error' : 'mark-warning'}>
      <Glyph name={level} />
      {text}
    </span>
  )
}
