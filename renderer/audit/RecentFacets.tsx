import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { readDay } from '../../shared/kernel/day.ts'
import { museum } from '../bridge/museum.ts'
import { Button, Input, Select } from '../kit/controls.ts'
import { useWords } from '../kit/words.ts'
import { narrow, recentView } from './recent.ts'
import { roomWords } from './sentence.ts'

/** Who, where, in which batch, from when to when. */
export function RecentFacets() {
  const say = useWords()
  const wish = recentView.use()
  const { data } = useQuery({ queryKey: ['audit', 'kinds'], queryFn: () => museum.audit.kinds({}) })
  const batches = useQuery({
    queryKey: ['imports', 'batches'],
    queryFn: () => museum.imports.batches({}),
  })
  const persons = (data?.persons ?? []).map((value) => ({ value, label: value }))
  const rooms = (data?.rooms ?? []).map((value) => ({ value, label: roomWords(say, value) }))
  const named = (batches.data?.batches ?? [])
    .filter(({ status }) => status !== 'rehearsed')
    .map(({ id, name }) => ({ value: id, label: name }))
  const isNarrowed = Object.keys(wish).length > 0
  return (
    <div className="recent-facets" role="search" aria-label={say('audit.recent.facets')}>
      <Choice label={say('audit.recent.person')} at="person" options={persons} />
      <Choice label={say('audit.recent.room')} at="room" options={rooms} />
      <Choice label={say('audit.recent.batch')} at="batch" options={named} />
      <Day label={say('audit.recent.from')} at="from" key={`from ${String(isNarrowed)}`} />
      <Day label={say('audit.recent.until')} at="until" key={`until ${String(isNarrowed)}`} />
      {isNarrowed ? <Button onClick={() => recentView.set({})}>{say('audit.recent.clear')}</Button> : null}
    </div>
  )
}

function Choice(props: {
  readonly label: string
  readonly at: 'person' | 'room' | 'batch'
  readonly options: readonly { readonly value: string; readonly label: string }[]
}) {
  const say = useWords()
  const wish = recentView.use()
  const value = wish[props.at]
  return (
    <label>
      <span>{props.label}</span>
      <Select
        aria-label={props.label}
        value={value ?? null}
        placeholder={say('audit.recent.any')}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={[...props.options]}
        onChange={(chosen: string | null | undefined) => narrow(props.at, chosen ?? undefined)}
      />
    </label>
  )
}

/** A day as people write it: 2026-3-1, 2026年3月1日, 20260301. */
function Day(props: { readonly label: string; readonly at: 'from' | 'until' }) {
  const say = useWords()
  const wish = recentView.use()
  const [text, setText] = useState(wish[props.at] ?? '')
  const unread = text.trim() !== '' && readDay(text).day === null
  const type = (typed: string): void => {
    setText(typed)
    const { day } = readDay(typed)
    if (day !== null || typed.trim() === '') narrow(props.at, day ?? undefined)
  }
  return (
    <label>
      <span>{props.label}</span>
      <Input
        aria-label={props.label}
        value={text}
        placeholder={say('audit.moment.day.example')}
        status={unread ? 'error' : ''}
        onChange={(event) => type(event.target.value)}
      />
    </label>
  )
}
