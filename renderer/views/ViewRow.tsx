import { useMemo } from 'react'
import { readView } from '../../shared/views/record.ts'
import type { SavedView } from '../../shared/views/contract.ts'
import { view as list } from '../catalogue/view.ts'
import { museumToday } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { useCount } from './counting.ts'
import { naming, quietly, removeView, shiftView, startWith } from './deeds.ts'
import { isChanged, openView, standing, type Opening } from './now.ts'
import { SideRow, type RowDeed } from './SideRow.tsx'

const believed = { isRule: () => true, isSet: undefined, isOwn: () => true }

/** A saved view, or one of the program's, with how many objects it finds. */
export function ViewRow(props: {
  readonly view: Opening
  readonly saved: readonly SavedView[]
  readonly isStart: boolean
  readonly current: boolean
}) {
  const say = useWords()
  const { view, saved, isStart, current } = props
  const now = list.use()
  const stands = standing.use()
  const { find } = useMemo(
    () => readView(view.definition, { ...believed, year: Number(museumToday().slice(0, 4)) }),
    [view.definition]
  )
  const own = saved.find(({ id }) => id === view.id)
  const deeds: RowDeed[] = [
    { key: 'open', words: say('views.open'), run: () => quietly(openView(view)) },
    {
      key: 'start',
      words: say(isStart ? 'views.start.off' : 'views.start.on'),
      run: () => quietly(startWith(isStart || view.id === 'all' ? null : view.id)),
    },
    ...(own
      ? [
          { key: 'rename', words: say('views.rename'), run: () => naming.set({ view: own }) },
          { key: 'up', words: say('views.up'), run: () => quietly(shiftView(saved, own.id, -1)) },
          { key: 'down', words: say('views.down'), run: () => quietly(shiftView(saved, own.id, 1)) },
          { key: 'remove', words: say('views.remove'), danger: true, run: () => quietly(removeView(own)) },
        ]
      : []),
  ]
  const marks = [
    ...(isStart ? [say('views.start')] : []),
    ...(current && isChanged(stands, now) ? [say('views.changed.short')] : []),
  ]
  return (
    <SideRow
      name={view.name ?? say.open(`views.builtIn.${view.id}`)}
      count={useCount(find)}
      current={current}
      marks={marks}
      open={() => quietly(openView(view))}
      deeds={deeds}
    />
  )
}
