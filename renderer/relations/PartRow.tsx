import type { KeyboardEvent } from 'react'
import type { Part } from '../../shared/relations/parts.ts'
import { useWords } from '../kit/words.ts'

/** What is said of a part besides its number and name, in one line. */
const stateOf = ({ materials, sizeText, mass, massUnit, completeness, place, remarks }: Part): string =>
  [
    materials?.replaceAll(',', '、') ?? null,
    sizeText,
    mass === null ? null : `${mass} ${massUnit ?? ''}`.trim(),
    completeness,
    place,
    remarks,
  ]
    .filter((said) => said !== null)
    .join(' · ')

/** One part: its number opens it, the rest moves it and takes it away. */
export function PartRow(props: {
  readonly part: Part
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly isOpen: boolean
  readonly open: () => void
  readonly pressed: (event: KeyboardEvent) => void
  readonly move: (step: 1 | -1) => void
  readonly remove: () => void
}) {
  const say = useWords()
  const { part, isOpen } = props
  const { number } = part
  return (
    <tr data-part={part.id} onKeyDown={props.pressed}>
      <th scope="row">
        <button
          type="button"
          className="plain"
          aria-expanded={isOpen}
          title={say('relations.parts.edit', { number })}
          onClick={props.open}
        >
          {number}
        </button>
      </th>
      <td>{part.name}</td>
      <td className="parts-state">{stateOf(part)}</td>
      <td className="parts-deeds">
        <button
          type="button"
          className="plain"
          disabled={props.isFirst}
          aria-label={say('relations.parts.up', { number })}
          title={say('relations.parts.up', { number })}
          onClick={() => props.move(-1)}
        >
          ↑
        </button>
        <button
          type="button"
          className="plain"
          disabled={props.isLast}
          aria-label={say('relations.parts.down', { number })}
          title={say('relations.parts.down', { number })}
          onClick={() => props.move(1)}
        >
          ↓
        </button>
        <button
          type="button"
          className="plain"
          aria-label={say('relations.parts.remove', { number })}
          onClick={props.remove}
        >
          {say('relations.remove')}
        </button>
      </td>
    </tr>
  )
}
