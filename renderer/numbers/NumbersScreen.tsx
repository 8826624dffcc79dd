import { useEffect } from 'react'
import { museum } from '../bridge/museum.ts'
import { goTo } from '../frame/place.ts'
import { Button } from '../kit/controls.ts'
import { Empty } from '../kit/Empty.tsx'
import { shownCount } from '../kit/shown.ts'
import { WorkView } from '../kit/WorkView.tsx'
import { useWords } from '../kit/words.ts'
import { Clashes } from './Clashes.tsx'
import { reporting } from './reporting.ts'
import './numbers.css'

const report = (): void => void reporting.start(() => museum.numbers.report({}))

/** How the numbers stand: doubles, near twins, misfits, gaps, numbers used twice; each leads to its records. */
export function NumbersScreen() {
  const say = useWords()
  const { state, answer } = reporting.use()
  useEffect(() => {
    // whoever comes back after a while sees how it stands now
    if (reporting.get().state !== 'running') report()
  }, [])
  if (answer?.objects === 0 && state === 'finished') {
    const deeds = (
      <>
        <Button type="primary" onClick={() => void goTo('imports')}>
          {say('catalogue.empty.import')}
        </Button>
        <Button onClick={() => void goTo('settings')}>{say('numbers.toSettings')}</Button>
      </>
    )
    return (
      <Empty title={say('quality.empty')} deeds={deeds}>
        {say('numbers.empty.what')}
      </Empty>
    )
  }
  const withoutPattern = answer?.series.filter(({ hasPattern }) => !hasPattern) ?? []
  return (
    <div className="room numbers">
      <div className="room-head">
        <h1>{say('frame.room.numbers')}</h1>
        <span className="numbers-deeds">
          <Button disabled={state === 'running'} onClick={report}>
            {say('numbers.again')}
          </Button>
          <Button onClick={() => void goTo('settings')}>{say('numbers.toSettings')}</Button>
        </span>
      </div>
      <WorkView work={reporting} />
      {answer ? (
        <>
          <p className="soft" data-testid="numbers-counts">
            {answer.series
              .map(({ series, standing }) => say('numbers.count', { series, count: shownCount(standing) }))
              .join(say('numbers.comma'))}
          </p>
          {withoutPattern.length > 0 ? (
            <p className="soft">
              {say('numbers.noPattern', { series: withoutPattern.map(({ series }) => series) })}
            </p>
          ) : null}
          <Clashes report={answer} />
        </>
      ) : null}
    </div>
  )
}
