import { useMemo } from 'react'
import { FIELDS, fieldOf, isFieldId } from '../../shared/catalogue/fields.ts'
import { columnLetters } from '../../shared/imports/table.ts'
import type { Target } from '../../shared/imports/contract.ts'
import { isLength, UNITS, type Unit } from '../../shared/imports/units.ts'
import { readHeading } from '../../shared/imports/headings.ts'
import { isFieldKey } from '../../shared/catalogue/record.ts'
import { inUse, type OwnField } from '../../shared/fields/record.ts'
import { defineFrom } from '../fields/editing.ts'
import { ownFields } from '../fields/own.ts'
import { Select } from '../kit/controls.ts'
import { initialsMatch } from '../kit/initials.ts'
import { Mark } from '../kit/Mark.tsx'
import { useWords, type Say } from '../kit/words.ts'
import type { SeenHeading } from './headings.ts'
import { changeSheet, sendTo, type SheetChoice } from './journey.ts'

/** A column may go where there is no field yet: it is defined on the way. */
const NEW = 'new'
type Choice = Target | typeof NEW

interface TargetGroup {
  readonly label: string
  readonly options: readonly { readonly value: Choice; readonly label: string }[]
}

/** The two ways out of the catalogue first, then all fields under their groups. */
function targetsIn(say: Say, own: readonly OwnField[]): TargetGroup[] {
  const groups = [...new Set(FIELDS.map(({ group }) => group))]
  return [
    {
      label: say('imports.target.other'),
      options: [
        { value: 'extra', label: say('imports.target.extra') },
        { value: 'skip', label: say('imports.target.skip') },
      ],
    },
    {
      label: say('own.group'),
      options: [
        ...own.map(({ id }) => ({ value: id, label: say.open(`field.${id}`) })),
        { value: NEW, label: say('own.target.new') },
      ],
    },
    ...groups.map((group) => ({
      label: say.open(`group.${group}`),
      options: FIELDS.filter((field) => field.group === group).map(({ id }) => ({
        value: id,
        label: say.open(`field.${id}`),
      })),
    })),
  ]
}

/** Which units bare numbers of this column may have; none where the heading says it or it is no measure. */
function unitsFor(target: Target, heading: string): readonly Unit[] {
  if (!isFieldId(target) || readHeading(heading).unit !== null) return []
  if (target === 'mass') return UNITS.filter((unit) => !isLength(unit))
  return target === 'sizeText' || ['length', 'width', 'height'].includes(fieldOf(target).id)
    ? UNITS.filter(isLength)
    : []
}

export function ColumnsTable({ choice }: { readonly choice: SheetChoice }) {
  const say = useWords()
  const all = ownFields.use()
  const own = useMemo(() => inUse(all), [all])
  const targets = useMemo(() => targetsIn(say, own), [say, own])
  return (
    <div className="columns-table">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say('imports.columns.column')}</th>
            <th scope="col">{say('imports.columns.heading')}</th>
            <th scope="col">{say('imports.columns.samples')}</th>
            <th scope="col">{say('imports.columns.target')}</th>
            <th scope="col">{say('imports.columns.unit')}</th>
            <th scope="col">{say('imports.columns.because')}</th>
          </tr>
        </thead>
        <tbody>
          {choice.headings.map((heading) => (
            <ColumnRow key={heading.column} choice={choice} heading={heading} targets={targets} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ColumnRow(props: {
  readonly choice: SheetChoice
  readonly heading: SeenHeading
  readonly targets: readonly TargetGroup[]
}) {
  const say = useWords()
  const { choice, heading } = props
  const { column, text } = heading
  const target = choice.targets[column] ?? 'skip'
  const twice =
    isFieldKey(target) &&
    (!isFieldId(target) || fieldOf(target).kind !== 'day') &&
    Object.values(choice.targets).filter((one) => one === target).length > 1
  const units = unitsFor(target, text)
  const changed = target !== heading.target
  return (
    <tr data-column={column}>
      <td className="soft">{columnLetters(column)}</td>
      <th scope="row">{text}</th>
      <td className="columns-samples soft">
        {heading.samples.filter((sample) => sample !== '').join(' · ')}
      </td>
      <td>
        <Select<Choice>
          className="columns-target"
          aria-label={say('imports.columns.target.of', { heading: text })}
          value={target}
          options={props.targets.map((group) => ({ ...group, options: [...group.options] }))}
          showSearch={{
            filterOption: (typed, option) =>
              'value' in (option ?? {}) &&
              typeof option?.label === 'string' &&
              initialsMatch(option.label, typed),
          }}
          popupMatchSelectWidth={240}
          onChange={(next) => {
            if (next === NEW) defineFrom(text, heading.samples, ({ id }) => sendTo(choice.name, column, id))
            else sendTo(choice.name, column, next)
          }}
        />
        {twice ? <Mark level="warning" text={say('imports.columns.twice')} /> : null}
      </td>
      <td>
        {units.length === 0 ? null : (
          <Select<Unit>
            className="columns-unit"
            allowClear
            aria-label={say('imports.columns.unit.of', { heading: text })}
            value={choice.units[column] ?? null}
            placeholder={say('imports.columns.unit.none')}
            options={units.map((unit) => ({ value: unit, label: unit }))}
            onChange={(unit: Unit | undefined) => {
              const { [column]: _before, ...others } = choice.units
              changeSheet(choice.name, { units: unit === undefined ? others : { ...others, [column]: unit } })
            }}
          />
        )}
      </td>
      <td className="soft">
        {say(changed ? 'imports.because.chosen' : `imports.because.${heading.because}`)}
      </td>
    </tr>
  )
}
