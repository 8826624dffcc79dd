import { letterOf, type NumberPattern } from '../../shared/numbers/pattern.ts'
import { table } from '../../shared/vocabulary/tables.ts'
import { Input } from '../kit/controls.ts'
import { useWords } from '../kit/words.ts'

/** What stands for each category in a number; where nothing is written, its place in the national list. */
export function CategoryLetters(props: {
  readonly pattern: NumberPattern
  readonly set: (letters: NumberPattern['letters']) => void
}) {
  const say = useWords()
  const { pattern, set } = props
  const bare = { ...pattern, letters: {} }
  return (
    <details className="pattern-letters">
      <summary>{say('numbers.letters')}</summary>
      <ul>
        {table('category').values.map(({ label }) => (
          <li key={label}>
            <label>
              <span>{label}</span>
              <Input
                size="small"
                value={pattern.letters[label] ?? ''}
                placeholder={letterOf(bare, label)}
                maxLength={8}
                onChange={(event) => set({ ...pattern.letters, [label]: event.target.value })}
              />
            </label>
          </li>
        ))}
      </ul>
    </details>
  )
}
