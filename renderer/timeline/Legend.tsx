import type { Drawn } from '../../shared/timeline/contract.ts'
import { useWords, type Say } from '../kit/words.ts'

/** What a colour stands for, in words. */
export function colourWords(say: Say, colour: Drawn['colours'][number] | undefined): string {
  if (colour?.isRest === true) return say('timeline.colour.rest')
  return colour?.value ?? say('timeline.colour.none')
}

/** The colour of that place in the list; what is not recorded and what is left over are the pale ones. */
export function bandOf({ colours }: Drawn, at: number): string {
  const colour = colours[at]
  if (colour?.isRest === true) return 'band-7'
  return colour?.value === null ? 'band-6' : `band-${at % 6}`
}

export function Legend({ drawn }: { readonly drawn: Drawn }) {
  const say = useWords()
  return (
    <ul className="timeline-legend">
      {drawn.colours.map((colour, at) => (
        <li key={`${colour.value ?? ''} ${colour.isRest}`}>
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <rect className={bandOf(drawn, at)} width="12" height="12" />
          </svg>
          {colourWords(say, colour)}
        </li>
      ))}
    </ul>
  )
}
