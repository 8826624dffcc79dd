import { Input } from '../../kit/controls.ts'
import type { InputProps } from './FieldInput.tsx'

/** A line of text, or several. A long text grows by CSS: the library's own way writes a style attribute. */
export function TextInput({ id, field, value, described, disabled, step }: InputProps) {
  const text = value === null ? '' : String(value)
  const fill = (typed: string): void =>
    step({ kind: 'fill', field: field.id, value: typed === '' ? null : typed })
  if (field.kind === 'longText') {
    return (
      <Input.TextArea
        id={id}
        value={text}
        className="long-text"
        maxLength={32_767}
        disabled={disabled}
        aria-describedby={described}
        onChange={(event) => fill(event.target.value)}
      />
    )
  }
  return (
    <Input
      id={id}
      value={text}
      maxLength={2000}
      disabled={disabled}
      aria-describedby={described}
      autoComplete="off"
      onChange={(event) => fill(event.target.value)}
    />
  )
}
