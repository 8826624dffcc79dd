import { useState } from 'react'
import type { z } from 'zod'
import type { workspace } from '../../shared/workspace/contract.ts'
import { Fault } from '../../shared/contract/faults.ts'
import { museum } from '../bridge/museum.ts'
import { languageNow, useWords } from '../kit/words.ts'
import { Button } from '../kit/controls.ts'
import { FaultNotice } from '../kit/Notice.tsx'
import { setLanguage } from '../frame/look.ts'
import { CreateMuseum } from './CreateMuseum.tsx'
import { RecentMuseums } from './RecentMuseums.tsx'
import { BringBack } from './BringBack.tsx'
import { Making } from './Making.tsx'
import { museumChanged } from './deeds.ts'
import './workspace.css'

type State = z.output<typeof workspace.state.output>
export type Recent = State['recent'][number]
type Doing = 'nothing' | 'creating' | 'opening' | 'sample' | 'bringing'

/** No museum is open: make one, open one, or look at the sample. */
export function StartScreen({ recent, refused }: Pick<State, 'recent' | 'refused'>) {
  const say = useWords()
  const [doing, setDoing] = useState<Doing>('nothing')
  const [error, setError] = useState<unknown>(refused && new Fault(refused.code, refused.detail))

  const attempt = async (what: Doing, deed: () => Promise<unknown>): Promise<void> => {
    setDoing(what)
    setError(null)
    try {
      await deed()
      await museumChanged()
    } catch (reason) {
      if (!(reason instanceof Fault && reason.code === 'call.cancelled')) setError(reason)
    }
    setDoing('nothing')
  }
  const open = (folder: string): void => void attempt('opening', () => museum.workspace.open({ folder }))
  const chooseAndOpen = (): void =>
    void attempt('opening', async () => {
      const { file } = await museum.shell.choose({ purpose: 'museumFolder' })
      if (file) await museum.workspace.open({ folder: file.token })
    })
  const busy = doing !== 'nothing'

  return (
    <main className="start">
      <header>
        <h1>{say('common.product')}</h1>
        <p className="soft">{say('workspace.start.what')}</p>
      </header>
      {error === null ? null : <FaultNotice error={error} />}
      {doing === 'sample' ? <Making stage={say('workspace.start.sample.working')} stoppable /> : null}
      {doing === 'bringing' ? <Making stage={say('workspace.bring.working')} stoppable /> : null}
      <div className="start-ways">
        <section>
          <h2>{say('workspace.create.title')}</h2>
          <CreateMuseum
            busy={busy}
            create={(wish) => void attempt('creating', () => museum.workspace.create(wish))}
          />
        </section>
        <section>
          <h2>{say('workspace.open.title')}</h2>
          <p className="soft">{say('workspace.open.what')}</p>
          <Button disabled={busy} onClick={chooseAndOpen}>
            {say('workspace.open.choose')}
          </Button>
          <RecentMuseums recent={recent} busy={busy} open={open} />
          <BringBack
            busy={busy}
            bring={(wish) => void attempt('bringing', () => museum.workspace.bring(wish))}
          />
        </section>
        <section>
          <h2>{say('workspace.start.sample')}</h2>
          <p className="soft">{say('workspace.start.sample.what')}</p>
          <Button
            disabled={busy}
            loading={doing === 'sample'}
            onClick={() => void attempt('sample', () => museum.workspace.openSample({}))}
          >
            {say('workspace.start.sample.open')}
          </Button>
        </section>
      </div>
      <footer>
        <button
          type="button"
          className="plain"
          lang={say('frame.language.tag')}
          onClick={() => void setLanguage(languageNow() === 'en' ? 'zh-CN' : 'en')}
        >
          {say('frame.language.other')}
        </button>
      </footer>
    </main>
  )
}
