import type { Drawn } from '../../shared/timeline/contract.ts'
import { spanWords } from '../catalogue/years.ts'
import { shownCount } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { shownShare, sharesWords } from './Chart.tsx'
import { openYears } from './going.ts'

/** The bars in figures: each opens its objects. */
export function BarTable({ drawn }: { readonly drawn: Drawn }) {
  const say = useWords()
  const bars = drawn.bars.filter(({ touching }) => touching > 0)
  return (
    <section aria-labelledby="timeline-bars">
      <h2 id="timeline-bars">{say('timeline.table')}</h2>
      <table className="table" data-testid="timeline-bars">
        <thead>
          <tr>
            <th scope="col">{say('timeline.column.years')}</th>
            <th scope="col" className="figure">
              {say('timeline.column.share')}
            </th>
            <th scope="col">{say('timeline.column.colours')}</th>
            <th scope="col" className="figure">
              {say('timeline.column.within')}
            </th>
            <th scope="col" className="figure">
              {say('timeline.column.touching')}
            </th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => {
            const { from, to, within, touching } = bar
            const years = spanWords(say, from, to)
            return (
              <tr key={to}>
                <th scope="row">{years}</th>
                <td className="figure">{shownShare(bar.shares.reduce((sum, share) => sum + share, 0))}</td>
                <td className="soft">{sharesWords(say, drawn, bar)}</td>
                <td className="figure">
                  <Count
                    count={within}
                    says={say('timeline.see.within', { years, count: within })}
                    see={() => void openYears(from, to, 'within')}
                  />
                </td>
                <td className="figure">
                  <Count
                    count={touching}
                    says={say('timeline.see.touching', { years, count: touching })}
                    see={() => void openYears(from, to, 'touch')}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

/** A figure that opens the objects behind it; nothing is behind a nought. */
export function Count(props: { readonly count: number; readonly says: string; readonly see: () => void }) {
  if (props.count === 0) return <span className="soft">0</span>
  return (
    <button type="button" className="plain" title={props.says} aria-label={props.says} onClick={props.see}>
      {shownCount(props.count)}
    </button>
  )
}
