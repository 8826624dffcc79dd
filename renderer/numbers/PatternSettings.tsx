import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { SERIES, TEMPORARY, type NumberPattern } from '../../shared/numbers/pattern.ts'
import { museum } from '../bridge/museum.ts'
import { failed, saved } from '../frame/status.ts'
import { Select } from '../kit/controls.ts'
import { FaultNotice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { PatternEditor } from './PatternEditor.tsx'
import './numbers.css'

const FIRST: NumberPattern = {
  parts: [{ kind: 'running', width: 4 }],
  scope: 'whole',
  auto: true,
  letters: {},
}

/** How the museum's numbers are made, series by series. */
export function PatternSettings() {
  const say = useWords()
  const [series, setSeries] = useState<string>(SERIES[0] ?? '')
  const { data, error } = useQuery({
    queryKey: ['numbers', 'patterns'],
    queryFn: () => museum.numbers.patterns({}),
  })
  if (error) return <FaultNotice error={error} />
  if (!data) return <p className="soft">{say('common.reading')}</p>
  const known = new Map(data.patterns.map((one) => [one.series, one.pattern]))
  const pattern = known.get(series)
  const keep = (next: NumberPattern | null): void => {
    museum.numbers
      .keepPattern({ series, pattern: next })
      .then(() => saved(next ? 'numbers.kept' : 'numbers.dropped', { series }))
      .catch(failed)
  }
  return (
    <div className="patterns">
      <p className="soft">{say('numbers.patterns.what')}</p>
      <label className="patterns-series">
        <span>{say('numbers.column.series')}</span>
        <Select
          aria-label={say('numbers.column.series')}
          value={series}
          popupMatchSelectWidth={false}
          onChange={setSeries}
          options={SERIES.map((one) => ({
            value: one,
            label:
              (one === TEMPORARY ? say('numbers.temporary', { series: one }) : one) +
              (known.has(one) ? say('numbers.hasPattern') : ''),
          }))}
        />
      </label>
      <PatternEditor
        key={`${series} ${JSON.stringify(pattern ?? null)}`}
        begun={pattern ?? FIRST}
        isKept={pattern !== undefined}
        keep={keep}
      />
    </div>
  )
}
