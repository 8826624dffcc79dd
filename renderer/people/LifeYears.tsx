import { lifeOf } from '../../shared/people/rules.ts'
import { useWords } from '../kit/words.ts'

/** The year that was understood of a text beside it; a plain year needs no telling. */
export function LifeYears({ text }: { readonly text: string | null }) {
  const say = useWords()
  const written = text?.trim() ?? ''
  if (written === '' || /^\d{1,4}$/.test(written)) return null
  const { lifeStart, lifeEnd } = lifeOf({ born: written, died: written })
  if (lifeStart === null && lifeEnd === null)
    return <span className="soft">{say('people.years.unread')}</span>
  const shown = (year: number): string =>
    year < 0 ? say('people.years.bce', { years: -year }) : String(year)
  const years = [...new Set([lifeStart, lifeEnd].flatMap((year) => (year === null ? [] : [shown(year)])))]
  return <span className="understood">{say('people.years', { years: years.join('—') })}</span>
}
