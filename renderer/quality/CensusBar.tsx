import type { z } from 'zod'
import type { quality } from '../../shared/quality/contract.ts'
import { CENSUS_BAR } from '../../shared/quality/rules.ts'
import { choicesOf } from '../catalogue/choices.ts'
import { shownCount } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { Mark } from '../kit/Mark.tsx'
import { Glyph } from '../kit/Glyph.tsx'
import { seeObjects } from './going.ts'

type Overview = z.output<typeof quality.overview.output>
/** The meter is full at four times the bar, so that the bar stands at a quarter. */
const FULL = 4 * CENSUS_BAR
const WIDTH = 200

/** Objects with an error against the bar of the census, of all and of each grade. */
export function CensusBar({ overview }: { readonly overview: Overview }) {
  const say = useWords()
  const order = choicesOf('grade').map(({ value }) => value)
  const at = (grade: string | null): number => (grade === null ? order.length : order.indexOf(grade))
  const grades = [...overview.grades].sort((a, b) => at(a.grade) - at(b.grade))
  return (
    <section aria-labelledby="quality-census">
      <h2 id="quality-census">{say('quality.census')}</h2>
      <p className="soft">{say('quality.census.what')}</p>
      <ul className="quality-meters">
        <Meter name={say('quality.meter.all')} {...overview} see={() => void seeObjects('error')} />
        {grades.map(({ grade, objects, errors }) => (
          <Meter
            key={grade ?? ''}
            name={grade ?? say('quality.meter.none')}
            objects={objects}
            errors={errors}
            see={() => void seeObjects('error', grade)}
          />
        ))}
      </ul>
    </section>
  )
}

function Meter(props: {
  readonly name: string
  readonly objects: number
  readonly errors: number
  readonly see: () => void
}) {
  const say = useWords()
  const { name, objects, errors } = props
  const rate = objects === 0 ? 0 : errors / objects
  const met = rate <= CENSUS_BAR
  const filling = { errors: shownCount(errors), objects: shownCount(objects), rate: (rate * 100).toFixed(2) }
  return (
    <li>
      <strong>{name}</strong>
      <svg className={met ? 'meter met' : 'meter'} viewBox={`0 0 ${WIDTH} 10`} aria-hidden="true">
        <rect className="meter-ground" width={WIDTH} height="10" />
        <rect className="meter-filled" width={Math.min(1, rate / FULL) * WIDTH} height="10" />
        <path className="meter-bar" d={`M${(CENSUS_BAR / FULL) * WIDTH} 0 V10`} />
      </svg>
      <span className="figure">{say('quality.meter', filling)}</span>
      {met ? (
        <span className="quality-met">
          <Glyph name="done" />
          {say('quality.meter.met')}
        </span>
      ) : (
        <Mark level="error" text={say('quality.meter.missed')} />
      )}
      {errors === 0 ? null : (
        <button type="button" className="plain" onClick={props.see}>
          {say('quality.meter.see')}
        </button>
      )}
    </li>
  )
}
