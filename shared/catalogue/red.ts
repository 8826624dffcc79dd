import { z } from 'zod'
import file from '../../resources/relations/red-hints.json' with { type: 'json' }
import { foldText } from '../kernel/fold.ts'
import type { FieldValues } from './record.ts'

const shape = z.strictObject({
  id: z.string(),
  version: z.string(),
  status: z.enum(['现行', '废止', '待核实']),
  source: z.string(),
  from: z.int(),
  to: z.int(),
  words: z.array(z.string().min(2)).min(1),
})

/** Years and words by which an object may be 革命文物. A hint for a survey (参考), never a finding of the law. */
export const RED_HINTS = shape.parse(file)

export interface RedHint {
  /** The object was made between the two years of the table. */
  readonly isOfTime: boolean
  readonly words: readonly string[]
}

const SAID = [
  'name',
  'formerName',
  'eraText',
  'description',
  'provenance',
  'remarks',
  'sourceDetail',
] as const

/** Why an object may be 革命文物; null where nothing speaks for it, or somebody has said what it is. */
export function redHint(
  values: FieldValues,
  { eraStart, eraEnd }: { readonly eraStart: number | null; readonly eraEnd: number | null }
): RedHint | null {
  if (typeof values.redRelic === 'string') return null
  const isOfTime =
    eraStart !== null && eraEnd !== null && eraStart >= RED_HINTS.from && eraEnd <= RED_HINTS.to
  const said = SAID.map((field) => foldText(String(values[field] ?? ''))).join('\n')
  const words = RED_HINTS.words.filter((word) => said.includes(word))
  return isOfTime || words.length > 0 ? { isOfTime, words } : null
}
