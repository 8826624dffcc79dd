import { useQuery } from '@tanstack/react-query'
import { MOST_FIELDS, type OwnField } from '../../shared/fields/record.ts'
import { museum } from '../bridge/museum.ts'
import { failed } from '../frame/status.ts'
import { Button } from '../kit/controls.ts'
import { Empty } from '../kit/Empty.tsx'
import { Glyph } from '../kit/Glyph.tsx'
import { shownCount } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { defineNew, editField } from './editing.ts'
import { HeadingsBeside } from './HeadingsBeside.tsx'
import { ownFields } from './own.ts'
import './fields.css'

const quietly = (deed: Promise<unknown>): void => void deed.catch(failed)

function move(fields: readonly OwnField[], at: number, by: 1 | -1): void {
  const ids = fields.map(({ id }) => id)
  const [one] = ids.splice(at, 1)
  if (one === undefined) return
  ids.splice(at + by, 0, one)
  quietly(museum.fields.arrange({ ids }))
}

/** The fields that the museum has added: what they are, how many records use them, and what can be done with them. */
export function FieldsPart() {
  const say = useWords()
  const fields = ownFields.use()
  const { data } = useQuery({
    queryKey: ['catalogue', 'held', fields],
    queryFn: () => museum.fields.held({}),
  })
  const add = (
    <Button
      type="primary"
      icon={<Glyph name="plus" />}
      disabled={fields.length >= MOST_FIELDS}
      onClick={defineNew}
    >
      {say('own.add')}
    </Button>
  )
  if (fields.length === 0)
    return (
      <div data-testid="own-fields">
        <Empty title={say('own.none')} deeds={add}>
          {say('own.none.what')}
        </Empty>
        <HeadingsBeside />
      </div>
    )
  return (
    <div data-testid="own-fields" className="own-fields">
      <p className="soft">{say('own.count', { count: fields.length, most: MOST_FIELDS })}</p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say('own.column.order')}</th>
            <th scope="col">{say('own.name')}</th>
            <th scope="col">{say('own.kind')}</th>
            <th scope="col">{say('own.group.of')}</th>
            <th scope="col">{say('own.column.held')}</th>
            <th scope="col">{say('own.column.deeds')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field, at) => (
            <FieldLine
              key={field.id}
              field={field}
              held={data?.held[field.id]}
              up={at === 0 ? null : () => move(fields, at, -1)}
              down={at === fields.length - 1 ? null : () => move(fields, at, 1)}
            />
          ))}
        </tbody>
      </table>
      {add}
      <HeadingsBeside />
    </div>
  )
}

function FieldLine(props: {
  readonly field: OwnField
  readonly held: { readonly records: number; readonly drafts: number } | undefined
  readonly up: (() => void) | null
  readonly down: (() => void) | null
}) {
  const say = useWords()
  const { field, held, up, down } = props
  const { id, revision, retired, name, english, kind, unit, group, required, codes } = field
  const isEmpty = held?.records === 0 && held.drafts === 0
  return (
    <tr data-own-field={name} className={retired ? 'soft' : undefined}>
      <td className="own-order">
        <Button
          type="text"
          icon={<Glyph name="up" />}
          disabled={!up}
          aria-label={say('own.up.of', { field: name })}
          title={say('own.up')}
          onClick={() => up?.()}
        />
        <Button
          type="text"
          icon={<Glyph name="down" />}
          disabled={!down}
          aria-label={say('own.down.of', { field: name })}
          title={say('own.down')}
          onClick={() => down?.()}
        />
      </td>
      <th scope="row">
        {name}
        {required ? <span className="required">*</span> : null}
        {english === null ? null : <span className="soft"> {english}</span>}
        {retired ? <span className="soft"> {say('own.retired.mark')}</span> : null}
      </th>
      <td>
        {say(`own.kind.${kind}`)}
        {unit === null ? null : <span className="soft"> {unit}</span>}
        {kind === 'code' ? <span className="soft"> {say('own.codes', { count: codes.length })}</span> : null}
      </td>
      <td>{group === '' ? say('own.group') : group}</td>
      <td className="figure">{held ? shownCount(held.records) : null}</td>
      <td className="own-deeds">
        <button type="button" className="plain" onClick={() => editField(field)}>
          {say('own.change')}
        </button>
        <button
          type="button"
          className="plain"
          onClick={() => quietly(museum.fields.retire({ id, revision, retired: !retired }))}
        >
          {say(retired ? 'own.bringBack' : 'own.retire')}
        </button>
        <button
          type="button"
          className="plain"
          disabled={!isEmpty}
          title={isEmpty ? undefined : say('own.remove.held')}
          onClick={() => quietly(museum.fields.remove({ id, revision }))}
        >
          {say('own.remove')}
        </button>
      </td>
    </tr>
  )
}
