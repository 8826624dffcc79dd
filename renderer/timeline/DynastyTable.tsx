import type { Drawn } from '../../shared/timeline/contract.ts'
import { spanWords } from '../catalogue/years.ts'
import { useWords } from '../kit/words.ts'
import { Count } from './BarTable.tsx'
import { openYears } from './going.ts'

/** How many objects lie wholly within each dynasty: a dynasty's own label does, a span of two does not. */
export function DynastyTable({ drawn }: { readonly drawn: Drawn }) {
  const say = useWords()
  return (
    <section aria-labelledby="timeline-dynasties">
      <h2 id="timeline-dynasties">{say('timeline.dynasties')}</h2>
      <table className="table" data-testid="timeline-dynasties">
        <thead>
          <tr>
            <th scope="col">{say('timeline.column.dynasty')}</th>
            <th scope="col">{say('timeline.column.years')}</th>
            <th scope="col" className="figure">
              {say('timeline.column.within')}
            </th>
          </tr>
        </thead>
        <tbody>
          {drawn.dynasties
            .filter(({ within }) => within > 0)
            .map(({ code, label, from, to, within }) => {
              const years = spanWords(say, from, to)
              return (
                <tr key={code}>
                  <th scope="row">{label}</th>
                  <td>{years}</td>
                  <td className="figure">
                    <Count
                      count={within}
                      says={say('timeline.see.within', { years: label, count: within })}
                      see={() => void openYears(from, to, 'within')}
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
