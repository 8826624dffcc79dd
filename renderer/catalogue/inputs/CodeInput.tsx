import { useState } from 'react'
import { foldText } from '../../../shared/kernel/fold.ts'
import { tables } from '../../bridge/tables.ts'
import { Select } from '../../kit/controls.ts'
import { initialsMatch } from '../../kit/initials.ts'
import { choicesFor, type Choice } from '../choices.ts'
import type { InputProps } from './FieldInput.tsx'

/** Lists short enough to be picked from with one digit. */
const DIGITS = 9

function fits(choice: Choice | undefined, typed: string): boolean {
  if (!choice) return false
  const text = foldText(typed)
  return /^\d+$/.test(text) && String(choice.ordinal).startsWith(text)
    ? true
    : initialsMatch(choice.label, text)
}

/** A value of a code table: by its words, its pinyin initials, or its number in the list. */
export function CodeInput({ id, field, value, described, disabled, step }: InputProps) {
  tables.use()
  const choices = choicesFor(field)
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const fill = (label: string | null): void => {
    step({ kind: 'fill', field: field.id, value: label })
    setTyped('')
    setOpen(false)
  }
  const search = (text: string): void => {
    const digit = foldText(text)
    const picked = choices.length <= DIGITS && /^\d$/.test(digit) ? choices[Number(digit) - 1] : undefined
    if (picked) fill(picked.value)
    else setTyped(text)
  }
  return (
    <Select<string, Choice>
      id={id}
      value={value === null ? null : String(value)}
      options={[...choices]}
      open={open}
      onOpenChange={(now) => {
        setOpen(now)
        if (!now) setTyped('')
      }}
      showSearch={{
        searchValue: typed,
        onSearch: search,
        filterOption: (text, option) => fits(option, text),
        filterSort: (a, b, { searchValue }) => exactFirst(a, b, searchValue),
      }}
      optionRender={(option) => (
        <span className="choice">
          <span className="soft figure">{option.data.ordinal}</span> {option.data.label}
        </span>
      )}
      allowClear
      disabled={disabled}
      aria-describedby={described}
      popupMatchSelectWidth={false}
      onChange={(label: string | undefined) => fill(label ?? null)}
    />
  )
}

/** The number typed in full comes before those that only begin with it: 1 before 10. */
function exactFirst(a: Choice, b: Choice, typed: string): number {
  const text = foldText(typed)
  return Number(String(b.ordinal) === text) - Number(String(a.ordinal) === text)
}
