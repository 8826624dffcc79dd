import type { Drawn } from '../../shared/timeline/contract.ts'
import { spanWords } from '../catalogue/years.ts'
import { shownCount } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { openYears } from './going.ts'

/** A character of the labels, in pixels. */
const CHARACTER = 12

/** The dynasties as bands under the bars. A click opens what lies wholly within; the table below does so by keyboard. */
export function Bands(props: {
  readonly dynasties: Drawn['dynasties']
  readonly xOf: (year: number) => number
  readonly left: number
  readonly right: number
  readonly lane: number
}) {
  const say = useWords()
  const { xOf, left, right, lane } = props
  return props.dynasties.map(({ code, label, from, to, within, ...band }) => {
    const begin = Math.max(left, xOf(from ?? 0))
    const end = Math.min(right, to === null ? right : xOf(to))
    if (end - begin < 1) return null
    const room = Math.floor((end - begin - 4) / CHARACTER)
    return (
      <g
        key={code}
        className={within > 0 ? 'dynasty full' : 'dynasty'}
        onClick={() => {
          if (within > 0) void openYears(from, to, 'within')
        }}
      >
        <title>
          {say('timeline.dynasty', {
            dynasty: label,
            years: spanWords(say, from, to),
            within: shownCount(within),
          })}
        </title>
        <rect x={begin} y={band.lane * lane + 1} width={Math.max(1, end - begin - 1)} height={lane - 2} />
        {room < 1 ? null : (
          <text x={(begin + end) / 2} y={band.lane * lane + 13} textAnchor="middle">
            {label.length > room ? label.slice(0, room) : label}
          </text>
        )}
      </g>
    )
  })
}
