import { useState } from 'react'
import {
  patternFault,
  SCOPES,
  stemOf,
  writtenBy,
  type NumberPattern,
  type PatternPart,
} from '../../shared/numbers/pattern.ts'
import { table } from '../../shared/vocabulary/tables.ts'
import { Button, Checkbox, Select } from '../kit/controls.ts'
import { Mark } from '../kit/Mark.tsx'
import { museumToday } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { CategoryLetters } from './CategoryLetters.tsx'
import { PartRow } from './PartRow.tsx'

const KINDS = ['text', 'year', 'category', 'running'] as const
const NEW: Readonly<Record<(typeof KINDS)[number], PatternPart>> = {
  text: { kind: 'text', text: '-' },
  year: { kind: 'year', digits: 4 },
  category: { kind: 'category' },
  running: { kind: 'running', width: 4 },
}
const MOST_PARTS = 8

/** The parts of a number in their order, where it begins anew, and what comes of it. */
export function PatternEditor(props: {
  readonly begun: NumberPattern
  readonly isKept: boolean
  readonly keep: (pattern: NumberPattern | null) => void
}) {
  const say = useWords()
  const [pattern, setPattern] = useState(props.begun)
  const { parts } = pattern
  const fault = patternFault(pattern)
  const put = (next: readonly PatternPart[]): void => setPattern({ ...pattern, parts: [...next] })
  const isLacking = parts.some((part) => part.kind === 'text' && part.text.trim() === '')
  const hasCategory = parts.some(({ kind }) => kind === 'category')
  return (
    <>
      <ol className="pattern-parts" aria-label={say('numbers.parts')}>
        {parts.map((part, at) => (
          <PartRow
            key={`${String(at)} ${part.kind}`}
            part={part}
            at={at}
            last={parts.length - 1}
            set={(next) => put(parts.with(at, next))}
            remove={() => put(parts.filter((_, place) => place !== at))}
            forward={() => put(swapped(parts, at))}
          />
        ))}
      </ol>
      <p className="pattern-add">
        <span className="soft">{say('numbers.add')}</span>
        {KINDS.map((kind) => (
          <Button
            key={kind}
            size="small"
            disabled={
              parts.length >= MOST_PARTS || (kind === 'running' && parts.some((one) => one.kind === kind))
            }
            onClick={() => put([...parts, NEW[kind]])}
          >
            {say(`numbers.part.${kind}`)}
          </Button>
        ))}
      </p>
      <label className="patterns-series">
        <span>{say('numbers.scope.label')}</span>
        <Select
          aria-label={say('numbers.scope.label')}
          value={pattern.scope}
          popupMatchSelectWidth={false}
          onChange={(scope) => setPattern({ ...pattern, scope })}
          options={SCOPES.map((scope) => ({ value: scope, label: say(`numbers.scope.${scope}`) }))}
        />
      </label>
      {hasCategory ? (
        <CategoryLetters pattern={pattern} set={(letters) => setPattern({ ...pattern, letters })} />
      ) : null}
      <Checkbox
        checked={pattern.auto}
        onChange={(event) => setPattern({ ...pattern, auto: event.target.checked })}
      >
        {say('numbers.auto')}
      </Checkbox>
      <p data-testid="pattern-examples">
        {fault === null ? (
          <>
            {say('numbers.examples')}{' '}
            <strong className="numbers-number">{examplesOf(pattern).join('　')}</strong>
          </>
        ) : (
          <Mark level="error" text={say(`numbers.fault.${fault}`)} />
        )}
      </p>
      <p className="settings-deeds">
        <Button type="primary" disabled={fault !== null || isLacking} onClick={() => props.keep(pattern)}>
          {say('numbers.keep')}
        </Button>
        {props.isKept ? <Button onClick={() => props.keep(null)}>{say('numbers.drop')}</Button> : null}
      </p>
    </>
  )
}

/** A part and the one before it change places. */
function swapped(parts: readonly PatternPart[], at: number): readonly PatternPart[] {
  const [before, here] = [parts[at - 1], parts[at]]
  return before && here ? parts.with(at - 1, here).with(at, before) : parts
}

/** What the first two of this year, and one of long ago, would be called. */
function examplesOf(pattern: NumberPattern): string[] {
  const today = museumToday()
  const [first, second] = table('category').values.slice(2)
  const now = stemOf(pattern, { category: first?.label ?? null }, today)
  const before = stemOf(pattern, { category: second?.label ?? null, acquisitionYear: 1987 }, today)
  return [
    ...new Set([writtenBy(pattern, now, 1), writtenBy(pattern, now, 2), writtenBy(pattern, before, 128)]),
  ]
}
