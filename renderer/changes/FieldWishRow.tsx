import { useId } from 'react'
import { CHANGEABLE, isText } from '../../shared/changes/wish.ts'
import type { FieldKey } from '../../shared/catalogue/record.ts'
import { FieldInput } from '../catalogue/inputs/FieldInput.tsx'
import { anyField, useOwnFields } from '../fields/own.ts'
import { Button, Checkbox, Input, Segmented, Select } from '../kit/controls.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { initialsMatch } from '../kit/initials.ts'
import { Mark } from '../kit/Mark.tsx'
import { useWords } from '../kit/words.ts'
import { DEEDS, noWish, type Deed, type FieldWish } from './changing.ts'

interface FieldOption {
  readonly value: FieldKey
  readonly label: string
}

interface Props {
  readonly wish: FieldWish
  /** Fields that other rows change already. */
  readonly taken: readonly FieldKey[]
  readonly disabled: boolean
  readonly set: (change: Partial<FieldWish>) => void
  readonly remove: (() => void) | null
}

/** One field, what is done to it, and the value or the texts for it. */
export function FieldWishRow({ wish, taken, disabled, set, remove }: Props) {
  const say = useWords()
  const id = useId()
  const { field: fieldId, deed } = wish
  const own = useOwnFields()
  const field = fieldId === null ? null : (anyField(fieldId) ?? null)
  const deeds = DEEDS.filter((one) => one !== 'replace' || (field !== null && isText(field)))
  const options = [...CHANGEABLE, ...own]
    .filter((one) => !taken.includes(one.id))
    .map((one) => ({
      value: one.id,
      label: say.open(`field.${one.id}`),
    }))
  return (
    <div className="change-row" data-field={fieldId ?? ''}>
      <Select<FieldKey, FieldOption>
        className="change-field"
        value={fieldId}
        options={options}
        placeholder={say('changes.field')}
        aria-label={say('changes.field')}
        disabled={disabled}
        autoFocus={fieldId === null}
        showSearch={{ filterOption: (text, option) => initialsMatch(option?.label ?? '', text) }}
        onChange={(next) => set({ ...noWish, field: next })}
      />
      <Segmented<Deed>
        aria-label={say('changes.deed')}
        value={deed}
        disabled={disabled || field === null}
        options={deeds.map((one) => ({ value: one, label: say(`changes.deed.${one}`) }))}
        onChange={(next) => set({ deed: next })}
      />
      <div className="change-value">
        {field !== null && deed === 'set' ? (
          <>
            <label htmlFor={id} className="unseen">
              {say('changes.value', { field: say.open(`field.${field.id}`) })}
            </label>
            <FieldInput
              key={field.id}
              id={id}
              field={field}
              value={wish.value}
              unread={wish.unread}
              described={`${id}-said`}
              disabled={disabled}
              step={(step) => {
                if (step.kind === 'fill') set({ value: step.value, unread: undefined })
                else if (step.kind === 'unread') set({ unread: step.text })
              }}
            />
            <span id={`${id}-said`}>
              {wish.unread === undefined ? null : (
                <Mark
                  level="error"
                  text={say.open(`catalogue.unread.${field.kind}`, { text: wish.unread })}
                />
              )}
            </span>
          </>
        ) : null}
        {deed === 'empty' ? <span className="soft">{say('changes.emptied')}</span> : null}
        {deed === 'replace' ? <Texts wish={wish} disabled={disabled} set={set} /> : null}
      </div>
      {remove ? (
        <Button
          type="text"
          icon={<Glyph name="close" />}
          aria-label={say('changes.remove')}
          title={say('changes.remove')}
          onClick={remove}
        />
      ) : null}
    </div>
  )
}

function Texts({ wish: { replace }, disabled, set }: Pick<Props, 'wish' | 'disabled' | 'set'>) {
  const say = useWords()
  const fill = (change: Partial<FieldWish['replace']>): void => set({ replace: { ...replace, ...change } })
  return (
    <div className="change-texts">
      <Input
        value={replace.find}
        maxLength={500}
        disabled={disabled}
        placeholder={say('changes.replace.find')}
        aria-label={say('changes.replace.find')}
        onChange={(event) => fill({ find: event.target.value })}
      />
      <Input
        value={replace.by}
        maxLength={2000}
        disabled={disabled}
        placeholder={say('changes.replace.by')}
        aria-label={say('changes.replace.by')}
        onChange={(event) => fill({ by: event.target.value })}
      />
      <Checkbox
        checked={replace.folded}
        disabled={disabled}
        onChange={(event) => fill({ folded: event.target.checked })}
      >
        {say('changes.replace.folded')}
      </Checkbox>
      <Checkbox
        checked={replace.whole}
        disabled={disabled}
        onChange={(event) => fill({ whole: event.target.checked })}
      >
        {say('changes.replace.whole')}
      </Checkbox>
    </div>
  )
}
