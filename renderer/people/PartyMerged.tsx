import type { KnownParty } from '../../shared/people/contract.ts'
import { PARTY_FIELDS } from '../../shared/people/record.ts'
import { Button } from '../kit/controls.ts'
import { Notice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { UnmergePreview } from './UnmergePreview.tsx'
import { openParty } from './view.ts'

/** A party that is part of another now: to be read, and the way back. */
export function PartyMerged({ known }: { readonly known: KnownParty }) {
  const say = useWords()
  const { values, mergedInto } = known.party
  if (mergedInto === null) return null
  return (
    <div className="party" data-testid="party-merged">
      <h2>{values.name}</h2>
      <Notice
        tone="told"
        deeds={
          <Button onClick={() => openParty(mergedInto.id)}>
            {say('people.merged.open', { name: mergedInto.name })}
          </Button>
        }
      >
        {say('people.merged', { name: mergedInto.name })}
      </Notice>
      <dl className="party-read">
        {PARTY_FIELDS.filter((field) => values[field] !== null).map((field) => (
          <div key={field}>
            <dt>{say(`people.field.${field}`)}</dt>
            <dd>{field === 'kind' ? say(`people.kind.${values.kind}`) : values[field]}</dd>
          </div>
        ))}
      </dl>
      <UnmergePreview merge={mergedInto.merge} />
    </div>
  )
}
