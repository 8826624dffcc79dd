import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { PartyKind } from '../../shared/people/record.ts'
import { kindOfName } from '../../shared/people/texts.ts'
import { mintId } from '../bridge/mintId.ts'
import { museum } from '../bridge/museum.ts'
import { Select } from '../kit/controls.ts'
import { useWords } from '../kit/words.ts'
import { rolesInWords } from './roles.ts'

/** A party that was chosen; `fresh` where it is to be entered. */
export interface Picked {
  readonly id: string
  readonly name: string
  readonly fresh?: { readonly name: string; readonly kind: PartyKind }
}

/**
 * Finds a party by name, pinyin or initials, those that may be meant among them. With `fresh` what was typed can be entered
 * as a new one. Enter picks, and belongs to the input method while that composes.
 */
export function PartyPicker(props: {
  readonly label: string
  readonly except?: string
  readonly fresh?: boolean
  readonly picked?: Picked | null
  readonly choose: (picked: Picked) => void
}) {
  const say = useWords()
  const { label, except, fresh = false } = props
  const [text, setText] = useState('')
  const [freshId] = useState(() => mintId())
  const sought = useDeferredValue(text).trim()
  const { data } = useQuery({
    queryKey: ['people', 'list', 'picker', sought],
    queryFn: async () => {
      const { rows } = await museum.people.list({ text: sought, limit: 20 })
      const { alike } =
        sought === '' ? { alike: [] } : await museum.people.alike({ values: { name: sought } })
      const listed = new Set(rows.map(({ id }) => id))
      const near = alike.filter(({ id }) => !listed.has(id)).map((one) => ({ ...one, roles: [] }))
      return [...rows, ...near]
    },
  })
  // Enter takes the first line: it must be an answer to what stands there, not to what stood there before
  const isAnswered = data !== undefined && sought === text.trim()
  const rows = isAnswered ? data.filter(({ id }) => id !== except) : []
  const kind = kindOfName(sought)
  const options = [
    ...rows.map((row) => ({
      value: row.id,
      name: row.name,
      label: [row.name, row.lived, say(`people.kind.${row.kind}`), rolesInWords(say, row.roles)]
        .filter((part) => part !== '')
        .join('  '),
    })),
    ...(fresh && isAnswered && sought !== ''
      ? [
          {
            value: freshId,
            name: sought,
            label: say('people.ofObject.fresh', { name: sought, kind: say(`people.kind.${kind}`) }),
          },
        ]
      : []),
  ]
  return (
    <Select
      className="party-picker"
      aria-label={label}
      autoFocus
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      optionLabelProp="name"
      value={props.picked?.name ?? null}
      placeholder={say('people.ofObject.who.placeholder')}
      notFoundContent={say(isAnswered ? 'people.none' : 'common.reading')}
      options={options}
      onSelect={(_, option) => {
        setText('')
        const { value: id, name } = option
        props.choose(id === freshId ? { id, name, fresh: { name, kind } } : { id, name })
      }}
    />
  )
}
