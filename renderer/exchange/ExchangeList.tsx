import { useCallback, useState } from 'react'
import type { Find } from '../../shared/catalogue/record.ts'
import { EXCHANGES, type Exchange } from '../../shared/exchange/contract.ts'
import { museum } from '../bridge/museum.ts'
import { useDeed } from '../frame/deeds.ts'
import { failed } from '../frame/status.ts'
import { Button } from '../kit/controls.ts'
import { FaultNotice, Notice } from '../kit/Notice.tsx'
import { shownCount, shownSeconds } from '../kit/shown.ts'
import { WorkView } from '../kit/WorkView.tsx'
import { useWords } from '../kit/words.ts'
import { exporting, into } from './making.ts'

/** Files that others can read; of what `find` finds, or of the whole collection for null. */
export function ExchangeList({ find }: { readonly find: Find | null }) {
  const say = useWords()
  const [error, setError] = useState<unknown>(null)
  const { state } = exporting.use()
  const make = useCallback(
    (exchange: Exchange): void => {
      setError(null)
      makeInto(exchange, say(`exchange.file.${exchange}`), find).catch(setError)
    },
    [say, find]
  )
  return (
    <section className="exchange" aria-labelledby="exchange">
      <h2 id="exchange">{say('exchange.title')}</h2>
      <p className="soft">{say('exchange.what')}</p>
      <ul className="reports">
        {EXCHANGES.map((exchange) => (
          <li key={exchange}>
            <ExchangeDeed exchange={exchange} make={make} enabled={state !== 'running'} />
            <h3>{say(`exchange.${exchange}`)}</h3>
            <p>{say(`exchange.${exchange}.what`)}</p>
            <Button
              disabled={state === 'running'}
              aria-label={`${say(`exchange.${exchange}`)} ${say('exchange.make')}`}
              onClick={() => make(exchange)}
            >
              {say('exchange.make')}
            </Button>
          </li>
        ))}
      </ul>
      {error === null ? null : <FaultNotice error={error} />}
      <WorkView work={exporting} />
      <Made />
    </section>
  )
}

async function makeInto(exchange: Exchange, suggested: string, find: Find | null): Promise<void> {
  const { file } = await museum.shell.choose({ purpose: 'saveExchange', suggested })
  if (!file) return
  into.set(file)
  await exporting.start(() =>
    museum.exchange.make({ exchange, file: file.token, ...(find === null ? {} : { find }) })
  )
}

/** Lets the palette make it. */
function ExchangeDeed(props: {
  readonly exchange: Exchange
  readonly make: (exchange: Exchange) => void
  readonly enabled: boolean
}) {
  const { exchange, make, enabled } = props
  const deed = useCallback(() => make(exchange), [make, exchange])
  useDeed(`exchange.${exchange}`, deed, { enabled })
  return null
}

function Made() {
  const say = useWords()
  const { answer } = exporting.use()
  const file = into.use()
  if (!answer) return null
  const reveal = (): void => {
    if (file) museum.shell.reveal({ token: file.token }).catch(failed)
  }
  return (
    <Notice
      tone="told"
      testId="exchange-made"
      deeds={<Button onClick={reveal}>{say('common.reveal')}</Button>}
    >
      {say('exchange.made', {
        exchange: say(`exchange.${answer.exchange}`),
        file: answer.file,
        rows: shownCount(answer.rows),
        seconds: shownSeconds(answer.ms),
      })}
    </Notice>
  )
}
