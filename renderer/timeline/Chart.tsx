import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { AXES, counted, type AxisName } from '../../shared/timeline/axis.ts'
import type { Drawn } from '../../shared/timeline/contract.ts'
import { spanWords } from '../catalogue/years.ts'
import { shownCount } from '../kit/shown.ts'
import { useWords, type Say } from '../kit/words.ts'
import { Bands } from './Bands.tsx'
import { bandOf, colourWords } from './Legend.tsx'
import { openYears } from './going.ts'

const HEIGHT = 240
const TOP = 18
const AXIS = 20
const LEFT = 44
const LANE = 18
/** A year is written under every so many bars. */
const EVERY = 5

type BarOf = Drawn['bars'][number]
const sumOf = ({ shares }: BarOf): number => shares.reduce((sum, share) => sum + share, 0)

/** A share of objects: a tenth where they are few. */
export const shownShare = (share: number): string =>
  share < 10 ? share.toFixed(1) : shownCount(Math.round(share))

/** 1, 2 or 5 times a power of ten that is not below `most`. */
function roundUp(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)))
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= most) ?? most
}

export const shortYear = (say: Say, year: number): string =>
  year < 0 ? say('timeline.year.bce', { year: -year }) : String(year)

/** The bars of the timeline with the dynasties below. One bar is a stop of the keyboard; the arrow keys go on to others. */
export function Chart({ drawn, axis }: { readonly drawn: Drawn; readonly axis: AxisName }) {
  const say = useWords()
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(900)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const watcher = new ResizeObserver(() => setWidth(Math.max(480, element.clientWidth)))
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [])
  const { bars } = drawn
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      bars.findIndex((bar) => bar.touching > 0)
    )
  )
  const step = (width - LEFT - 4) / bars.length
  const most = roundUp(Math.max(...bars.map(sumOf), 1))
  const tall = (share: number): number => (share / most) * (HEIGHT - TOP)
  const { start, width: years } = AXES[axis]
  const xOf = (year: number): number => LEFT + step * (1 + (counted(year) - start) / years)
  const lanes = Math.max(...drawn.dynasties.map(({ lane }) => lane)) + 1
  const height = HEIGHT + AXIS + lanes * LANE
  const pressed = (event: KeyboardEvent, index: number): void => {
    const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0
    const bar = bars[index]
    if (move !== 0) {
      const next = Math.min(bars.length - 1, Math.max(0, index + move))
      setAt(next)
      box.current?.querySelector<SVGElement>(`[data-bar="${next}"]`)?.focus()
    } else if ((event.key === 'Enter' || event.key === ' ') && bar) open(bar)
    else return
    event.preventDefault()
  }
  return (
    <div className="timeline-chart" ref={box}>
      <svg width={width} height={height} role="group" aria-label={say('timeline.chart')}>
        {[0, most / 2, most].map((mark) => (
          <g key={mark}>
            <line className="rule" x1={LEFT} x2={width} y1={HEIGHT - tall(mark)} y2={HEIGHT - tall(mark)} />
            <text className="mark" x={LEFT - 6} y={HEIGHT - tall(mark) + 4} textAnchor="end">
              {mark < 1 && mark > 0 ? mark.toFixed(1) : shownCount(mark)}
            </text>
          </g>
        ))}
        {bars.map((bar, index) => (
          <g
            key={bar.to}
            className="bar"
            role="button"
            data-bar={index}
            data-touching={bar.touching}
            tabIndex={index === Math.min(at, bars.length - 1) ? 0 : -1}
            aria-label={barWords(say, drawn, bar)}
            onClick={() => open(bar)}
            onFocus={() => setAt(index)}
            onKeyDown={(event) => pressed(event, index)}
          >
            <title>{barWords(say, drawn, bar)}</title>
            <rect className="ground" x={LEFT + index * step} y={0} width={step} height={HEIGHT} />
            {stacked(bar).map(({ colour, from, to }) => (
              <rect
                key={colour}
                className={bandOf(drawn, colour)}
                x={LEFT + index * step + 1}
                y={HEIGHT - tall(to)}
                width={Math.max(1, step - 2)}
                height={tall(to - from)}
              />
            ))}
          </g>
        ))}
        {bars.map(({ from }, index) =>
          index !== 0 && (index - 1) % EVERY !== 0 ? null : (
            <text key={index} className="mark" x={LEFT + index * step + 2} y={HEIGHT + 14}>
              {from === null ? '…' : shortYear(say, from)}
            </text>
          )
        )}
        <g transform={`translate(0 ${HEIGHT + AXIS})`}>
          <Bands dynasties={drawn.dynasties} xOf={xOf} left={LEFT + step} right={width - 4} lane={LANE} />
        </g>
      </svg>
    </div>
  )
}

const open = ({ from, to, touching }: BarOf): void => {
  if (touching > 0) void openYears(from, to, 'touch')
}

/** The colours of a bar, one upon the other. */
function stacked({ shares }: BarOf): { colour: number; from: number; to: number }[] {
  let foot = 0
  return shares.flatMap((share, colour) => {
    const from = foot
    foot += share
    return share > 0 ? [{ colour, from, to: foot }] : []
  })
}

function barWords(say: Say, drawn: Drawn, bar: BarOf): string {
  const head = say('timeline.bar', {
    years: spanWords(say, bar.from, bar.to),
    share: shownShare(sumOf(bar)),
    touching: shownCount(bar.touching),
  })
  const colours = sharesWords(say, drawn, bar)
  return colours === '' ? head : `${head}\n${colours}`
}

/** 一级 1.5、三级 2.0 */
export function sharesWords(say: Say, drawn: Drawn, { shares }: BarOf): string {
  return shares
    .flatMap((share, at) =>
      share >= 0.05 ? [`${colourWords(say, drawn.colours[at])} ${shownShare(share)}`] : []
    )
    .join('  ')
}
