import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Find } from '../../shared/catalogue/record.ts'
import { AXIS_NAMES, type AxisName } from '../../shared/timeline/axis.ts'
import { museum } from '../bridge/museum.ts'
import { clearFind, isNarrowed, view } from '../catalogue/view.ts'
import { goTo } from '../frame/place.ts'
import { Button, Segmented } from '../kit/controls.ts'
import { Empty } from '../kit/Empty.tsx'
import { FaultNotice } from '../kit/Notice.tsx'
import { shownCount } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { BarTable } from './BarTable.tsx'
import { Chart } from './Chart.tsx'
import { DynastyTable } from './DynastyTable.tsx'
import { Legend } from './Legend.tsx'
import { openYears } from './going.ts'
import './timeline.css'

const COLOURS = ['grade', 'category'] as const

/** What the timeline is of: all that the catalogue finds now, whatever its years. */
function foundWithout({ years: _, ...find }: Find): Find {
  return find
}

/** The collection by its years: a picture, the same as tables, and from every figure to its objects. */
export function TimelineScreen() {
  const say = useWords()
  const find = foundWithout(view.use().find)
  const [axis, setAxis] = useState<AxisName>('all')
  const [by, setBy] = useState<(typeof COLOURS)[number]>('grade')
  const { data, error } = useQuery({
    queryKey: ['catalogue', 'timeline', find, axis, by],
    queryFn: () => museum.timeline.draw({ find, axis, by }),
    placeholderData: keepPreviousData,
  })
  if (error) return <FaultNotice error={error} />
  if (!data) return <p className="record-waiting soft">{say('common.reading')}</p>
  const narrowed = isNarrowed(find)
  const all = (
    <Button type={data.total === 0 ? 'primary' : 'default'} onClick={clearFind}>
      {say('timeline.all')}
    </Button>
  )
  if (data.total === 0)
    return (
      <Empty
        title={say('timeline.empty')}
        deeds={
          narrowed ? (
            all
          ) : (
            <Button type="primary" onClick={() => void goTo('imports')}>
              {say('catalogue.empty.import')}
            </Button>
          )
        }
      >
        {say(narrowed ? 'timeline.empty.found' : 'timeline.empty.what')}
      </Empty>
    )
  return (
    <div className="room timeline" data-testid="timeline">
      <div className="room-head">
        <h1>{say('frame.room.timeline')}</h1>
        <span role="status">
          {say(narrowed ? 'timeline.of.found' : 'timeline.of.all', { objects: shownCount(data.total) })}
        </span>
        {narrowed ? all : null}
        {data.unknown === 0 ? null : (
          <Button onClick={() => void openYears(null, null, 'unknown')}>
            {say('timeline.unknown', { objects: shownCount(data.unknown) })}
          </Button>
        )}
      </div>
      <div className="timeline-choices">
        <Segmented
          aria-label={say('timeline.axis')}
          value={axis}
          options={AXIS_NAMES.map((value) => ({ value, label: say(`timeline.axis.${value}`) }))}
          onChange={setAxis}
        />
        <Segmented
          aria-label={say('timeline.by')}
          value={by}
          options={COLOURS.map((value) => ({ value, label: say(`timeline.by.${value}`) }))}
          onChange={setBy}
        />
        <Legend drawn={data} />
      </div>
      <Chart drawn={data} axis={axis} />
      <p className="soft">{say('timeline.how')}</p>
      <div className="timeline-tables">
        <BarTable drawn={data} />
        <DynastyTable drawn={data} />
      </div>
    </div>
  )
}
