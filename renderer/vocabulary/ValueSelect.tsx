import { useState } from 'react'
import type { VocabularyValue } from '../../shared/vocabulary/tables.ts'
import { Select } from '../kit/controls.ts'
import { initialsMatch, nearness } from '../kit/initials.ts'
import { aliasText } from './tree.ts'

interface Choice {
  readonly value: string
  readonly label: string
  readonly words: readonly string[]
}

/** One of some values, found by label, alias or pinyin. */
export function ValueSelect(props: {
  readonly values: readonly VocabularyValue[]
  readonly value: string | null
  readonly label: string
  readonly choose: (code: string | null) => void
}) {
  const [typed, setTyped] = useState('')
  const options = props.values.map(({ code, label, aliases }): Choice => ({
    value: code,
    label,
    words: [label, ...aliases.map(aliasText)],
  }))
  return (
    <Select<string | null, Choice>
      value={props.value}
      options={options}
      allowClear
      aria-label={props.label}
      popupMatchSelectWidth={false}
      showSearch={{
        searchValue: typed,
        onSearch: setTyped,
        filterOption: (text, option) => option?.words.some((word) => initialsMatch(word, text)) ?? false,
        filterSort: (a, b, { searchValue }) =>
          nearness(a.label, searchValue) - nearness(b.label, searchValue),
      }}
      onChange={(code: string | null | undefined) => {
        setTyped('')
        props.choose(code ?? null)
      }}
    />
  )
}
