import type { FieldValue } from '../../../shared/catalogue/record.ts'
import { readEra, type Era } from '../../../shared/kernel/era/index.ts'
import type { AnyField } from '../../fields/own.ts'
import { Mark } from '../../kit/Mark.tsx'
import { useWords, type Say } from '../../kit/words.ts'

/** -350 → 公元前350年; open sides are said as such. */
function yearWords(say: Say, year: number | null): string {
  if (year === null) return say('catalogue.year.open')
  return year < 0 ? say('catalogue.year.bce', { year: -year }) : say('catalogue.year.ce', { year })
}

function eraWords(say: Say, era: Era): string {
  const certainty = say.open(`certainty.${era.certainty}`)
  const years =
    era.start === era.end
      ? yearWords(say, era.start)
      : say('catalogue.era.interval', { start: yearWords(say, era.start), end: yearWords(say, era.end) })
  return say('catalogue.era.understood', { years, certainty, label: era.label ?? say('common.nothing') })
}

/** Under 具体年代: how the text is understood, as it is being typed. */
export function Understood({ field, value }: { readonly field: AnyField; readonly value: FieldValue }) {
  const say = useWords()
  if (field.id !== 'eraText' || typeof value !== 'string') return null
  const era = readEra(value)
  return (
    <>
      {era.start === null && era.end === null ? null : (
        <span className="understood" data-testid="era-understood">
          {eraWords(say, era)}
        </span>
      )}
      {era.warnings.map(({ code, detail }) => (
        <Mark key={code} level="warning" text={say.open(`warning.${code}`, detail)} />
      ))}
    </>
  )
}
