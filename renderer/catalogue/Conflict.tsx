import { useState } from 'react'
import {
  isFieldKey,
  valueIn,
  type AllFieldValues,
  type FieldKey,
  type FieldValue,
  type FieldValues,
  type Gathered,
} from '../../shared/catalogue/record.ts'
import { Button, Radio } from '../kit/controls.ts'
import { Notice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { shownValue } from './choices.ts'

/** Somebody saved this record while it was being changed here: both are shown, and a person chooses, field by field. */
export function Conflict(props: {
  readonly mine: FieldValues
  readonly theirs: AllFieldValues
  readonly save: (chosen: FieldValues) => void
  readonly takeTheirs: () => void
}) {
  const say = useWords()
  const { mine, theirs } = props
  const fields = Object.keys(mine)
    .filter(isFieldKey)
    .filter((id) => valueIn(mine, id) !== valueIn(theirs, id))
  const [given, setGiven] = useState<ReadonlySet<FieldKey>>(new Set())
  const chosen = (): FieldValues => {
    const values: Gathered = {}
    for (const id of fields) if (!given.has(id)) values[id] = valueIn(mine, id)
    return values
  }
  const side = (id: FieldKey, value: FieldValue | undefined, theirsSide: boolean) => (
    <Radio
      checked={given.has(id) === theirsSide}
      onChange={() => {
        const next = new Set(given)
        if (theirsSide) next.add(id)
        else next.delete(id)
        setGiven(next)
      }}
    >
      {shownValue(id, value) || say('common.nothing')}
    </Radio>
  )
  return (
    <Notice tone="refused" testId="conflict">
      <p>{say('catalogue.conflict')}</p>
      <table className="table conflict">
        <thead>
          <tr>
            <th scope="col">{say('catalogue.conflict.field')}</th>
            <th scope="col">{say('catalogue.conflict.mine')}</th>
            <th scope="col">{say('catalogue.conflict.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((id) => (
            <tr key={id}>
              <th scope="row">{say.open(`field.${id}`)}</th>
              <td>{side(id, mine[id], false)}</td>
              <td>{side(id, theirs[id], true)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="notice-deeds">
        <Button type="primary" onClick={() => props.save(chosen())}>
          {say('catalogue.conflict.save')}
        </Button>
        <Button onClick={props.takeTheirs}>{say('catalogue.conflict.takeTheirs')}</Button>
      </div>
    </Notice>
  )
}
