import { useState } from 'react'
import { COMBINATIONS, type ObjectSet } from '../../shared/sets/contract.ts'
import { Radio, Select } from '../kit/controls.ts'
import { initialsMatch } from '../kit/initials.ts'
import { useWords } from '../kit/words.ts'
import { WorkView } from '../kit/WorkView.tsx'
import { combine, filling } from './deeds.ts'
import { SetForm } from './SetForm.tsx'
import { useSets } from './useSets.ts'

/** A new set out of one or two: a copy, both together, what they share, or the one without the other. */
export function CombineForm({ first, close }: { readonly first: ObjectSet; readonly close: () => void }) {
  const say = useWords()
  const others = (useSets() ?? []).filter(({ id }) => id !== first.id)
  const [combination, setCombination] = useState<(typeof COMBINATIONS)[number]>('copy')
  const [second, setSecond] = useState<string | null>(null)
  const other = second ?? others[0]?.id
  const isCopy = combination === 'copy'
  return (
    <SetForm
      start={{ name: say('sets.copy.name', { name: first.name }), kind: first.kind, note: first.note }}
      close={close}
      save={(wish) =>
        combine(wish, { combination, first: first.id, second: isCopy ? first.id : (other ?? first.id) })
      }
    >
      <div className="side-field">
        <span>{say('sets.combination')}</span>
        <Radio.Group
          value={combination}
          options={COMBINATIONS.map((one) => ({
            value: one,
            label: say(`sets.combination.${one}`),
            disabled: one !== 'copy' && others.length === 0,
          }))}
          onChange={(event) =>
            setCombination(COMBINATIONS.find((one) => one === event.target.value) ?? 'copy')
          }
        />
      </div>
      {isCopy ? null : (
        <label>
          <span>{say('sets.second')}</span>
          <Select
            showSearch={{ filterOption: (text, option) => initialsMatch(option?.label ?? '', text) }}
            {...(other === undefined ? {} : { value: other })}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setSecond}
          />
        </label>
      )}
      <WorkView work={filling} />
    </SetForm>
  )
}
