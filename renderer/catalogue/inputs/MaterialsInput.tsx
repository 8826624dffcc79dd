import { useMemo } from 'react'
import { tables } from '../../bridge/tables.ts'
import { Select } from '../../kit/controls.ts'
import { initialsMatch } from '../../kit/initials.ts'
import { choicesOf, MATERIAL_COMMA } from '../choices.ts'
import type { InputProps } from './FieldInput.tsx'

/** Materials of an object, one or several, in the order they were chosen. */
export function MaterialsInput({ id, field, value, described, disabled, step }: InputProps) {
  tables.use()
  const choices = choicesOf('material')
  const options = useMemo(() => choices.map(({ value, label }) => ({ value, label })), [choices])
  const chosen = typeof value === 'string' ? value.split(MATERIAL_COMMA) : []
  return (
    <Select<string[], { value: string; label: string }>
      id={id}
      mode="multiple"
      value={chosen}
      options={options}
      showSearch={{
        filterOption: (text, option) => option !== undefined && initialsMatch(option.label, text),
        autoClearSearchValue: true,
      }}
      disabled={disabled}
      aria-describedby={described}
      onChange={(labels) =>
        step({
          kind: 'fill',
          field: field.id,
          value: labels.length === 0 ? null : labels.join(MATERIAL_COMMA),
        })
      }
    />
  )
}
