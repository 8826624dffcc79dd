import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { museum } from '../bridge/museum.ts'
import { goTo } from '../frame/place.ts'
import { looked } from '../imports/batchView.ts'
import { UndoBatch } from '../imports/UndoBatch.tsx'
import { Button } from '../kit/controls.ts'
import { Empty } from '../kit/Empty.tsx'
import { FaultNotice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { recentView } from './recent.ts'
import { RecentEntryRow } from './RecentEntryRow.tsx'
import { RecentFacets } from './RecentFacets.tsx'
import './audit.css'

const PAGE = 50
/** The next page is asked for before the end comes into sight. */
const AHEAD = '600px'

/** What happened in the museum, newest first: read on as one scrolls, however much there is. */
export function RecentScreen() {
  const say = useWords()
  const wish = recentView.use()
  const { data, error, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    queryKey: ['audit', 'recent', wish],
    queryFn: ({ pageParam }) => museum.audit.recent({ ...wish, after: pageParam, limit: PAGE }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  const room = useRef<HTMLDivElement>(null)
  const foot = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const end = foot.current
    if (!end || !hasNextPage || isFetching) return
    const seen = new IntersectionObserver(
      ([at]) => {
        if (at?.isIntersecting) void fetchNextPage()
      },
      { root: room.current, rootMargin: AHEAD }
    )
    seen.observe(end)
    return () => seen.disconnect()
  }, [hasNextPage, isFetching, fetchNextPage])
  if (error) return <FaultNotice error={error} />
  const entries = data?.pages.flatMap((page) => page.entries) ?? []
  const isNarrowed = Object.keys(wish).length > 0
  if (data && entries.length === 0 && !isNarrowed) {
    const deeds = (
      <Button type="primary" onClick={() => void goTo('imports')}>
        {say('catalogue.empty.import')}
      </Button>
    )
    return (
      <Empty title={say('audit.recent.none')} deeds={deeds}>
        {say('audit.recent.none.what')}
      </Empty>
    )
  }
  return (
    <div className="room recent" ref={room}>
      <h1>{say('frame.room.history')}</h1>
      <RecentFacets />
      <Undoing />
      {data && entries.length === 0 ? <p>{say('audit.recent.nothing')}</p> : null}
      <ol className="recent-list" aria-busy={isFetching} data-testid="recent">
        {entries.map((entry) => (
          <RecentEntryRow key={entry.id} entry={entry} />
        ))}
      </ol>
      <div ref={foot} className="soft recent-foot" data-testid="recent-foot">
        {isFetching
          ? say('common.reading')
          : hasNextPage || entries.length === 0
            ? null
            : say('audit.recent.end')}
      </div>
    </div>
  )
}

/** A batch that is about to be taken back, in the way that batches are. */
function Undoing() {
  const at = looked.use()
  const { data } = useQuery({
    queryKey: ['imports', 'batches'],
    queryFn: () => museum.imports.batches({}),
    enabled: at !== null,
  })
  const chosen = data?.batches.find(({ id }) => id === at)
  return chosen ? <UndoBatch key={chosen.id} batch={chosen} /> : null
}
