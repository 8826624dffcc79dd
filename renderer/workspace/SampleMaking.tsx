import { useEffect, useState } from 'react'
import { museum, watch } from '../bridge/museum.ts'
import { failed } from '../frame/status.ts'
import { Notice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { Working } from '../kit/Working.tsx'

/** How far the making of the sample museum is; nothing before it has said so. */
export function SampleMaking({ stoppable }: { readonly stoppable: boolean }) {
  const say = useWords()
  const [made, setMade] = useState<{ readonly done: number; readonly total: number } | null>(null)
  useEffect(
    () =>
      watch((event) => {
        if (event.kind === 'sample') setMade(event)
      }),
    []
  )
  if (made === null) return null
  const stop = (): void => void museum.workspace.stopSample({}).catch(failed)
  return (
    <Notice tone="told">
      <Working
        stage={say('workspace.start.sample.working')}
        {...made}
        {...(stoppable ? { cancel: stop } : {})}
      />
    </Notice>
  )
}
