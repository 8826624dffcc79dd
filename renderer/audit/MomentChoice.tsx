import { useState } from 'react'
import type { AuditEntry, Moment } from '../../shared/audit/contract.ts'
import { readDay } from '../../shared/kernel/day.ts'
import { Input, Select } from '../kit/controls.ts'
import { shownInstant } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'

const NOW = 'now'
const DAY = 'day'

/** Which moment: now, just after an entry, or the end of a day that is typed in. */
export function MomentChoice(props: {
  readonly label: string
  readonly moment: Moment
  readonly entries: readonly AuditEntry[]
  readonly choose: (moment: Moment) => void
}) {
  const say = useWords()
  const { moment, choose } = props
  const [typing, setTyping] = useState('day' in moment)
  const [text, setText] = useState('day' in moment ? moment.day : '')
  const day = readDay(text).day
  const options = [
    { value: NOW, label: say('audit.moment.now') },
    { value: DAY, label: say('audit.moment.day') },
    ...props.entries.map((entry) => ({
      value: entry.id,
      label: say('audit.moment.after', {
        at: shownInstant(entry.at),
        person: entry.person,
        action: say(`audit.action.${entry.action}`),
      }),
    })),
  ]
  const picked = typing ? DAY : 'entry' in moment ? moment.entry : NOW
  const pick = (value: string): void => {
    setTyping(value === DAY)
    if (value === NOW) choose({ now: true })
    else if (value !== DAY) choose({ entry: value })
  }
  const type = (typed: string): void => {
    setText(typed)
    const read = readDay(typed).day
    if (read !== null) choose({ day: read })
  }
  return (
    <label className="moment">
      <span>{props.label}</span>
      <Select
        aria-label={props.label}
        value={picked}
        options={options}
        popupMatchSelectWidth={false}
        onChange={pick}
      />
      {typing ? (
        <Input
          className="moment-day"
          aria-label={say('audit.moment.day.which')}
          placeholder={say('audit.moment.day.example')}
          value={text}
          status={text !== '' && day === null ? 'error' : ''}
          onChange={(event) => type(event.target.value)}
        />
      ) : null}
    </label>
  )
}
