import type { FieldKey } from '../../shared/catalogue/record.ts'
import type { Promotion } from '../../shared/changes/wish.ts'
import { Button } from '../kit/controls.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { useWords } from '../kit/words.ts'
import { changeFields, isSaid, noWish, rehearse, rehearsing, type FieldWish } from './changing.ts'
import { FieldWishRow } from './FieldWishRow.tsx'

/** Which fields are changed and how; any number of them, each once. */
export function ChangeFields(props: {
  readonly fields: readonly FieldWish[]
  /** Instead of fields: what stands beside the records becomes one. */
  readonly promote: Promotion | undefined
}) {
  const { fields, promote } = props
  const say = useWords()
  const isRunning = rehearsing.use().state === 'running'
  const set = (at: number, change: Partial<FieldWish>): void =>
    changeFields(fields.map((one, here) => (here === at ? { ...one, ...change } : one)))
  const nameOf = (ids: readonly FieldKey[]): string =>
    say('changes.name', { fields: ids.map((id) => say.open(`field.${id}`)) })
  return (
    <form
      className="change-fields"
      onSubmit={(event) => {
        event.preventDefault()
        if (fields.every(isSaid) && !isRunning) void rehearse(nameOf)
      }}
    >
      <p className="soft">
        {promote
          ? say('own.promoting', { heading: promote.heading, field: say.open(`field.${promote.field}`) })
          : say('changes.what')}
      </p>
      {fields.map((wish, at) => (
        <FieldWishRow
          key={at}
          wish={wish}
          taken={fields.flatMap(({ field }, here) => (field === null || here === at ? [] : [field]))}
          disabled={isRunning}
          set={(change) => set(at, change)}
          remove={fields.length === 1 ? null : () => changeFields(fields.filter((_, here) => here !== at))}
        />
      ))}
      <div className="change-foot">
        {promote ? null : (
          <Button
            icon={<Glyph name="plus" />}
            disabled={isRunning}
            onClick={() => changeFields([...fields, noWish])}
          >
            {say('changes.another')}
          </Button>
        )}
        <Button type="primary" htmlType="submit" disabled={isRunning || !fields.every(isSaid)}>
          {say('changes.rehearse')}
        </Button>
      </div>
    </form>
  )
}
