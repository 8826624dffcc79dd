import { useState } from 'react'
import { tables } from '../../bridge/tables.ts'
import { Select } from '../../kit/controls.ts'
import { initialsMatch, nearness } from '../../kit/initials.ts'
import { eraChoices, eraLabel, type EraChoice } from '../choices.ts'
import type { InputProps } from './FieldInput.tsx'

/** A label without its years: 北宋(960~1127) → 北宋. */
const bare = (label: string): string => label.replace(/\(.*$/u, '')

/** A node of the national 年代 tree, found by words or pinyin; shown with what stands above it. */
export function EraInput({ id, field, value, described, disabled, step }: InputProps) {
  tables.use()
  const [typed, setTyped] = useState('')
  // a code the tree does not know is shown as it stands
  const chosen = value === null ? null : { value: String(value), label: eraLabel(String(value)) }
  return (
    <Select<{ value: string; label: string } | null, EraChoice>
      id={id}
      labelInValue
      value={chosen}
      options={[...eraChoices()]}
      showSearch={{
        searchValue: typed,
        onSearch: setTyped,
        filterOption: (text, option) => option !== undefined && initialsMatch(option.label, text),
        filterSort: (a, b, { searchValue }) =>
          nearness(bare(a.label), searchValue) - nearness(bare(b.label), searchValue),
      }}
      optionRender={({ data }) => (
        <span className="era-choice" style={{ paddingInlineStart: typed === '' ? data.depth * 14 : 0 }}>
          {data.label}
          {typed !== '' && data.above !== '' ? <span className="soft"> {data.above}</span> : null}
        </span>
      )}
      allowClear
      disabled={disabled}
      aria-describedby={described}
      popupMatchSelectWidth={false}
      onChange={(next) => {
        setTyped('')
        step({ kind: 'fill', field: field.id, value: next?.value ?? null })
      }}
    />
  )
}
