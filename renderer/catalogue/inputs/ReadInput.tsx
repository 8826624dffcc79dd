import { useState } from 'react'
import { Input } from '../../kit/controls.ts'
import { useWords } from '../../kit/words.ts'
import type { InputProps } from './FieldInput.tsx'
import { readTyped } from './readTyped.ts'

/** Numbers, years and days as people write them; while it is being typed the text stands as it is. */
export function ReadInput({ id, field, value, unread, described, disabled, step }: InputProps) {
  const say = useWords()
  const [typing, setTyping] = useState<string | null>(null)
  // an undo may change the value under the typed text: then the value is shown
  const stands = typing !== null && (typing === unread || readTyped(field, typing) === value)
  const text = stands ? typing : (unread ?? (value === null ? '' : String(value)))
  const type = (typed: string): void => {
    setTyping(typed)
    const read = readTyped(field, typed)
    if (read === undefined) step({ kind: 'unread', field: field.id, text: typed })
    else step({ kind: 'fill', field: field.id, value: read })
  }
  return (
    <Input
      id={id}
      value={text}
      maxLength={60}
      className={field.kind === 'day' ? 'day-input' : 'number-input'}
      disabled={disabled}
      aria-describedby={described}
      aria-invalid={unread !== undefined}
      autoComplete="off"
      placeholder={field.kind === 'day' ? say('catalogue.day.example') : undefined}
      onChange={(event) => type(event.target.value)}
      onBlur={() => setTyping(null)}
    />
  )
}
