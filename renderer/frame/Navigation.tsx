import { Keys } from '../kit/Keys.tsx'
import { useWords } from '../kit/words.ts'
import { pressFor } from './commands.ts'
import { run } from './deeds.ts'
import { theme } from './look.ts'
import { goTo, place, ROOMS } from './place.ts'
import type { KnownMuseum, OpenMuseum } from './Frame.tsx'

/** The rooms, in words. */
export function Navigation({ museum }: { readonly museum: OpenMuseum | KnownMuseum }) {
  const say = useWords()
  const here = place.use()
  const palette = pressFor('palette')
  return (
    <nav className="navigation" aria-label={say('frame.navigation')}>
      <div className="navigation-head">
        <h1 title={museum.name}>{museum.name}</h1>
        {'sample' in museum && museum.sample ? <p className="soft">{say('frame.sample')}</p> : null}
      </div>
      <ul>
        {ROOMS.map((room) => (
          <li key={room}>
            <button
              type="button"
              aria-current={room === here ? 'page' : undefined}
              title={pressFor(`go.${room}`) ?? undefined}
              onClick={() => void goTo(room)}
            >
              {say(`frame.room.${room}`)}
            </button>
          </li>
        ))}
      </ul>
      <div className="navigation-foot">
        <button type="button" onClick={() => run('palette')}>
          <span>{say('frame.palette')}</span>
          {palette === null ? null : <Keys press={palette} />}
        </button>
        <button type="button" onClick={() => run('view.theme')}>
          {say(theme.use() === 'dark' ? 'frame.theme.light' : 'frame.theme.dark')}
        </button>
        <button type="button" lang={say('frame.language.tag')} onClick={() => run('view.language')}>
          {say('frame.language.other')}
        </button>
      </div>
    </nav>
  )
}
