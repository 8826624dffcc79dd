import { useQuery } from '@tanstack/react-query'
import { FACETS } from '../../shared/catalogue/fields.ts'
import { tables } from '../bridge/tables.ts'
import { museum } from '../bridge/museum.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { useWords } from '../kit/words.ts'
import { shownValue } from './choices.ts'
import {
  choose,
  chooseAnyValue,
  chooseRedHint,
  chooseRule,
  chooseYears,
  clearFind,
  isNarrowed,
  leaveParty,
  view,
} from './view.ts'
import { yearsChip } from './years.ts'

/** What the list is narrowed to, each to be taken off again. */
export function FacetChips() {
  const say = useWords()
  tables.use()
  const { find } = view.use()
  if (!isNarrowed(find)) return null
  return (
    <ul className="chips">
      {find.rule === undefined ? null : (
        <li>
          <button type="button" title={say('catalogue.chip.off')} onClick={() => chooseRule(undefined)}>
            {say('catalogue.chip.rule', { rule: say.open(`quality.rule.${find.rule}`) })}
            <Glyph name="close" />
          </button>
        </li>
      )}
      {find.value === undefined ? null : (
        <li>
          <button type="button" title={say('catalogue.chip.off')} onClick={chooseAnyValue}>
            {say('catalogue.chip', {
              facet: say.open(`field.${find.value.field}`),
              value: shownValue(find.value.field, find.value.value),
            })}
            <Glyph name="close" />
          </button>
        </li>
      )}
      {find.party === undefined ? null : <PartyChip id={find.party} />}
      {find.years === undefined ? null : (
        <li>
          <button type="button" title={say('catalogue.chip.off')} onClick={() => chooseYears(undefined)}>
            {yearsChip(say, find.years)}
            <Glyph name="close" />
          </button>
        </li>
      )}
      {find.redHint === undefined ? null : (
        <li>
          <button type="button" title={say('catalogue.chip.off')} onClick={() => chooseRedHint(false)}>
            {say('catalogue.red.chip')}
            <Glyph name="close" />
          </button>
        </li>
      )}
      {FACETS.flatMap((facet) =>
        (find.facets[facet] ?? []).map((value) => (
          <li key={`${facet} ${value ?? ''}`}>
            <button
              type="button"
              title={say('catalogue.chip.off')}
              onClick={() =>
                choose(
                  facet,
                  (find.facets[facet] ?? []).filter((one) => one !== value)
                )
              }
            >
              {say('catalogue.chip', {
                facet: say(`field.${facet}`),
                value: value === null ? say('catalogue.facet.none') : shownValue(facet, value),
              })}
              <Glyph name="close" />
            </button>
          </li>
        ))
      )}
      <li>
        <button type="button" className="plain" onClick={clearFind}>
          {say('command.catalogue.clear')}
        </button>
      </li>
    </ul>
  )
}

function PartyChip({ id }: { readonly id: string }) {
  const say = useWords()
  const { data } = useQuery({ queryKey: ['people', 'byId', id], queryFn: () => museum.people.byId({ id }) })
  return (
    <li>
      <button type="button" title={say('catalogue.chip.off')} onClick={leaveParty}>
        {say('catalogue.chip.party', { name: data?.party.values.name ?? '' })}
        <Glyph name="close" />
      </button>
    </li>
  )
}
