import type { Find } from '../../shared/catalogue/record.ts'
import { run } from '../frame/deeds.ts'
import { goTo } from '../frame/place.ts'
import { Button } from '../kit/controls.ts'
import { Empty } from '../kit/Empty.tsx'
import { useWords } from '../kit/words.ts'
import { useSets } from '../sets/useSets.ts'
import { clearFind, isNarrowed } from './view.ts'

/** Nothing found, or nothing entered yet: what to do next. */
export function EmptyList({ find }: { readonly find: Find }) {
  const say = useWords()
  const { set, ...others } = find
  const sets = useSets()
  const isRemoved = sets !== null && sets.every(({ id }) => id !== set)
  const isEmptySet = set !== undefined && !isNarrowed(others)
  return (
    <div className="catalogue-empty">
      {isEmptySet ? (
        <Empty
          title={say(isRemoved ? 'sets.lost' : 'sets.empty')}
          deeds={<Button onClick={clearFind}>{say('sets.empty.all')}</Button>}
        >
          {say(isRemoved ? 'sets.lost.what' : 'sets.empty.what')}
        </Empty>
      ) : isNarrowed(find) ? (
        <Empty
          title={say('catalogue.empty.found')}
          deeds={<Button onClick={clearFind}>{say('command.catalogue.clear')}</Button>}
        >
          {say('catalogue.empty.found.what')}
        </Empty>
      ) : (
        <Empty
          title={say('catalogue.empty.all')}
          deeds={
            <>
              <Button type="primary" onClick={() => void goTo('imports')}>
                {say('catalogue.empty.import')}
              </Button>
              <Button onClick={() => run('catalogue.new')}>{say('command.catalogue.new')}</Button>
            </>
          }
        >
          {say('catalogue.empty.all.what')}
        </Empty>
      )}
    </div>
  )
}
