import { useQuery } from '@tanstack/react-query'
import { museum } from '../bridge/museum.ts'
import { isNarrowed, view } from '../catalogue/view.ts'
import { useDeed } from '../frame/deeds.ts'
import { pressFor } from '../frame/commands.ts'
import { settled } from '../kit/later.tsx'
import { Mark } from '../kit/Mark.tsx'
import { useWords } from '../kit/words.ts'
import { discardChanges, keepAs, quietly, saveView } from './deeds.ts'
import { isChanged, standing } from './now.ts'

const save = (): void => quietly(saveView())
const discard = (): void => quietly(discardChanges())

/** Which view the list was opened by, and whether it has been changed since; or a way to keep the list as one. */
export function ViewBar() {
  const say = useWords()
  const now = view.use()
  const stands = standing.use()
  const changed = isChanged(stands, now)
  const isSaved = stands !== null && stands.revision !== null
  const { data } = useQuery({
    queryKey: ['views', 'list'],
    queryFn: () => museum.views.list({}),
    enabled: settled.use(),
  })
  useDeed('views.keep', keepAs)
  useDeed('views.save', save, { enabled: isSaved && changed })
  useDeed('views.discard', discard, { enabled: changed })
  const keep = (
    <button type="button" className="plain" title={pressFor('views.keep') ?? undefined} onClick={keepAs}>
      {say(stands ? 'views.keepAs' : 'views.keep')}
    </button>
  )
  if (!stands) return isNarrowed(now.find) && now.find.set === undefined ? keep : null
  const name =
    data?.views.find(({ id }) => id === stands.id)?.name ??
    stands.name ??
    say.open(`views.builtIn.${stands.id}`)
  return (
    <span className="view-bar" data-testid="view">
      <strong>{say('views.stands', { name })}</strong>
      {changed ? (
        <>
          <Mark level="warning" text={say('views.changed')} />
          {isSaved ? (
            <button type="button" className="plain" onClick={save}>
              {say('views.save')}
            </button>
          ) : null}
          {keep}
          <button type="button" className="plain" onClick={discard}>
            {say('views.discard')}
          </button>
        </>
      ) : null}
    </span>
  )
}
