import { COMMANDS } from '../frame/commands.ts'
import { Keys } from '../kit/Keys.tsx'
import { useWords } from '../kit/words.ts'

/** All shortcuts, from the same list the keys are heard by. */
export function Shortcuts() {
  const say = useWords()
  return (
    <dl className="shortcuts">
      {COMMANDS.map(({ id, words, press }) =>
        press === null ? null : (
          <div key={id}>
            <dt>
              <Keys press={press} />
            </dt>
            <dd>{say(words)}</dd>
          </div>
        )
      )}
    </dl>
  )
}
