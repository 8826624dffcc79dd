import { useState } from 'react'
import { museum } from '../bridge/museum.ts'
import { Button } from '../kit/controls.ts'
import { FaultNotice, Notice } from '../kit/Notice.tsx'
import { shownCount, shownSeconds } from '../kit/shown.ts'
import { WorkView } from '../kit/WorkView.tsx'
import { useWords } from '../kit/words.ts'
import { writingWhole } from './making.ts'

const MOST_NAMED = 10

/** All that the museum holds, into a folder that anybody can read and that can be brought back. */
export function WholeMuseum() {
  const say = useWords()
  const [error, setError] = useState<unknown>(null)
  const { state, answer } = writingWhole.use()
  const make = async (): Promise<void> => {
    setError(null)
    const { file } = await museum.shell.choose({ purpose: 'exportFolder' })
    if (file) await writingWhole.start(() => museum.exchange.makeWhole({ folder: file.token }))
  }
  return (
    <section className="exchange" aria-labelledby="whole">
      <h2 id="whole">{say('exchange.whole.title')}</h2>
      <p className="soft">{say('exchange.whole.what')}</p>
      <Button disabled={state === 'running'} onClick={() => void make().catch(setError)}>
        {say('exchange.whole.make')}
      </Button>
      {error === null ? null : <FaultNotice error={error} />}
      <WorkView work={writingWhole} />
      {answer ? (
        <Notice tone={answer.missing.length > 0 ? 'warned' : 'told'} testId="whole-made">
          {say('exchange.whole.made', {
            folder: answer.folder,
            objects: shownCount(answer.objects),
            files: shownCount(answer.files),
            seconds: shownSeconds(answer.ms),
          })}
          {answer.missing.length > 0
            ? say('exchange.whole.missing', {
                count: answer.missing.length,
                names: answer.missing.slice(0, MOST_NAMED),
              })
            : null}
        </Notice>
      ) : null}
    </section>
  )
}
