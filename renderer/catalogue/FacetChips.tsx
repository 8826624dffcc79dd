import { useQuery } from '@tanstack/react-query'
import { FACETS } from '../../shared/catalogue/fields.ts'
import { isOwnId } from '../../shared/fields/record.ts'
import { tables } from '../bridge/tables.ts'
import { museum } from '../bridge/museum.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { useWords } from '../kit/words.ts'
import { shownValue } from './choices.ts'
import { useSets } from '../sets/useSets.ts'
import {
  choose,
  chooseAnyValue,
  chooseOwn,
  chooseRedHint,
  chooseRule,
  chooseYears,
  clearFind,
  dropFrom,
  isNarrowed,
  view,
} from './view.ts'
import { yearsChip } from './years.ts'

/** What the list is narrowed to, each to be taken off again. */
export function FacetChips() {
  const say = useWords()
  tables.use()
  const { find } = view.use()
  const sets = useSets()
  const setName = sets === null ? '…' : sets.find(({ id }) => id === find.set)?.name
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
      {find.set === undefined ? null : (
        <li>
          <button type="button" title={say('catalogue.chip.off')} onClick={() => dropFrom('set')}>
            {setName === undefined ? say('sets.chip.gone') : say('sets.chip', { name: setName })}
            <Glyph name="close" />
          </button>
        </li>
      )}
      {find.years === undefined ? null : (
        <li>
          <button type="button" title={say('catalogue.chip.off')} onClick={() => chooseYears(undefined)}>
            {yearsChip(say, find.years)}
            <Glyph name="close" />
          </button>
        </li>
      )}
      {find.acquiredIn === undefined ? null : (
        <li>
          <button type="button" title={say('catalogue.chip.off')} onClick={() => dropFrom('acquiredIn')}>
            {say('catalogue.chip.acquiredIn', { year: find.acquiredIn })}
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
      {Object.entries(find.own ?? {}).flatMap(([id, values]) =>
        values.map((value) => (
          <li key={`${id} ${value ?? ''}`}>
            <button
              type="button"
              title={say('catalogue.chip.off')}
              onClick={() => {
                if (isOwnId(id))
                  chooseOwn(
                    id,
                    values.filter((one) => one !== value)
                  )
              }}
            >
              {say('catalogue.chip', {
                facet: say.open(`field.${id}`),
                value: value ?? say('catalogue.facet.none'),
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
      <button type="button" title={say('catalogue.chip.off')} onClick={() => dropFrom('party')}>
        {say('catalogue.chip.party', { name: data?.party.values.name ?? '' })}
        <Glyph name="close" />
      </button>
    </li>
  )
}
