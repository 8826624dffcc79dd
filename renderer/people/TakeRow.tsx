import type { Gathered } from '../../shared/people/contract.ts'
import { PARTY_ROLES, type PartyRole } from '../../shared/people/record.ts'
import { Checkbox, Input, Select } from '../kit/controls.ts'
import { shownCount } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { takingFor, type Choice } from './taking.ts'

/** One text of the catalogue: taken or not, as whom, in which role. */
export function TakeRow(props: {
  readonly gathered: Gathered
  readonly choice: Choice
  readonly decide: (change: Partial<Choice>) => void
}) {
  const say = useWords()
  const { gathered, choice, decide } = props
  const { text, field, source, objects, sure } = gathered
  const { names } = takingFor(gathered, choice)
  return (
    <tr className={choice.ticked ? 'looked' : undefined}>
      <td>
        <Checkbox
          checked={choice.ticked}
          aria-label={say('people.take.tick', { text })}
          onChange={(event) => decide({ ticked: event.target.checked })}
        >
          {text}
        </Checkbox>
        {sure ? null : <span className="take-unsure">{say('people.take.unsure')}</span>}
      </td>
      <td>
        {say(`field.${field}`)} <span className="soft">{field === 'sourceDetail' ? source : null}</span>
      </td>
      <td className="figure">{shownCount(objects)}</td>
      <td>
        <Input
          value={choice.names}
          aria-label={say('people.take.names.of', { text })}
          onChange={(event) => decide({ names: event.target.value })}
        />
        <span className="soft">
          {names
            .map(({ kind, partyId }) =>
              [
                say(`people.kind.${kind}`),
                say(partyId === null ? 'people.take.fresh' : 'people.take.known'),
              ].join(' ')
            )
            .join('；')}
        </span>
      </td>
      <td>
        <Select
          value={choice.role}
          aria-label={say('people.take.role.of', { text })}
          onChange={(role: PartyRole) => decide({ role })}
          options={PARTY_ROLES.map((value) => ({ value, label: say(`people.role.${value}`) }))}
        />
      </td>
    </tr>
  )
}
