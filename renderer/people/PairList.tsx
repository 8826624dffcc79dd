import { useQuery } from '@tanstack/react-query'
import type { LikelyPair } from '../../shared/people/contract.ts'
import { museum } from '../bridge/museum.ts'
import { failed, saved } from '../frame/status.ts'
import { Button } from '../kit/controls.ts'
import { Empty } from '../kit/Empty.tsx'
import { FaultNotice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { merging, openParty } from './view.ts'

const AT_ONCE = 100

/** Pairs of parties that may be one, with why: merged, or told apart for good. */
export function PairList() {
  const say = useWords()
  const { data, error } = useQuery({
    queryKey: ['people', 'pairs'],
    queryFn: () => museum.people.pairs({ limit: AT_ONCE }),
  })
  if (error) return <FaultNotice error={error} />
  if (!data) return <p className="soft people-choose">{say('common.reading')}</p>
  if (data.total === 0) return <Empty title={say('people.pairs.none')}>{say('people.pairs.none.what')}</Empty>
  return (
    <div className="people-page">
      <p className="soft">{say('people.pairs.what')}</p>
      <p>
        {say('people.pairs.total', { count: data.total })}
        {data.total > data.pairs.length
          ? ` · ${say('people.pairs.shown', { count: data.pairs.length })}`
          : null}
      </p>
      <ul className="pairs" data-testid="pairs">
        {data.pairs.map((pair) => (
          <Pair key={`${pair.one.id} ${pair.other.id}`} pair={pair} />
        ))}
      </ul>
    </div>
  )
}

function Pair({ pair }: { readonly pair: LikelyPair }) {
  const say = useWords()
  const { one, other, reasons } = pair
  // the one with more objects is likelier the one to keep
  const [kept, gone] = one.objects >= other.objects ? [one, other] : [other, one]
  const apart = async (): Promise<void> => {
    await museum.people.tellApart({ one: one.id, other: other.id, apart: true })
    saved('people.pairs.apart.done')
  }
  const side = (party: LikelyPair['one']) => (
    <span className="pair-side">
      <button type="button" className="plain" onClick={() => openParty(party.id)}>
        {party.name}
      </button>{' '}
      <span className="soft">
        {party.lived} {say(`people.kind.${party.kind}`)}{' '}
        {say('people.objects.count', { count: party.objects })}
      </span>
    </span>
  )
  return (
    <li>
      {side(one)}
      {side(other)}
      <span>{reasons.map((why) => say(`people.why.${why}`)).join(' · ')}</span>
      <span className="pair-deeds">
        <Button onClick={() => merging.set({ gone: gone.id, kept: kept.id })}>
          {say('people.pairs.merge')}
        </Button>
        <Button type="text" onClick={() => void apart().catch(failed)}>
          {say('people.pairs.apart')}
        </Button>
      </span>
    </li>
  )
}
