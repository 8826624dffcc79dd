import { useQuery } from '@tanstack/react-query'
import { museum } from '../bridge/museum.ts'
import { goTo } from '../frame/place.ts'
import { Button } from '../kit/controls.ts'
import { Empty } from '../kit/Empty.tsx'
import { FaultNotice, Notice } from '../kit/Notice.tsx'
import { shownCount } from '../kit/shown.ts'
import { WorkView } from '../kit/WorkView.tsx'
import { useWords } from '../kit/words.ts'
import { CensusBar } from './CensusBar.tsx'
import { judging } from './judging.ts'
import { RuleList } from './RuleList.tsx'
import { Twins } from './Twins.tsx'
import './quality.css'

const judge = (all: boolean): void => void judging.start(() => museum.quality.judge({ all }))

/** How the catalogue stands against the rules: the census bar, each rule with its objects, objects entered twice. */
export function QualityScreen() {
  const say = useWords()
  const { data, error } = useQuery({
    queryKey: ['catalogue', 'quality', 'overview'],
    queryFn: () => museum.quality.overview({}),
  })
  const { state, answer } = judging.use()
  if (error) return <FaultNotice error={error} />
  if (!data) return <p className="record-waiting soft">{say('common.reading')}</p>
  if (data.objects === 0) {
    const deeds = (
      <Button type="primary" onClick={() => void goTo('imports')}>
        {say('catalogue.empty.import')}
      </Button>
    )
    return (
      <Empty title={say('quality.empty')} deeds={deeds}>
        {say('quality.empty.what')}
      </Empty>
    )
  }
  const busy = state === 'running'
  return (
    <div className="room quality">
      <div className="room-head">
        <h1>{say('frame.room.quality')}</h1>
        <Button disabled={busy} onClick={() => judge(true)}>
          {say('quality.judge.all')}
        </Button>
      </div>
      {data.unjudged > 0 && !busy ? (
        <Notice
          tone="warned"
          testId="quality-unjudged"
          deeds={<Button onClick={() => judge(false)}>{say('quality.judge')}</Button>}
        >
          {say('quality.unjudged', { count: data.unjudged })}
        </Notice>
      ) : null}
      <WorkView work={judging} />
      {answer ? (
        <Notice tone="told" testId="quality-judged">
          {say('quality.judged', { judged: shownCount(answer.judged), changed: shownCount(answer.changed) })}
        </Notice>
      ) : null}
      <CensusBar overview={data} />
      <RuleList counts={data.rules} />
      <Twins />
    </div>
  )
}
