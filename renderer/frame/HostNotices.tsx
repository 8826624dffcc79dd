import { useEffect, useState } from 'react'
import { watch } from '../bridge/museum.ts'
import { Button } from '../kit/controls.ts'
import { Notice } from '../kit/Notice.tsx'
import { useWords, type WordKey } from '../kit/words.ts'
import type { OpenMuseum } from './Frame.tsx'

type Told = 'restarted' | 'gone' | 'uncleanEnd' | 'slowDisk'
const WORDS: Readonly<Record<Told, WordKey>> = {
  restarted: 'frame.host.restarted',
  gone: 'frame.host.gone',
  uncleanEnd: 'frame.host.uncleanEnd',
  slowDisk: 'frame.host.slowDisk',
}

/** What happened to the museum's process, said once, until it has been read. */
export function HostNotices({ uncleanEnd, slowDisk }: Pick<OpenMuseum, 'uncleanEnd' | 'slowDisk'>) {
  const say = useWords()
  const [told, setTold] = useState<Told | null>(uncleanEnd ? 'uncleanEnd' : slowDisk ? 'slowDisk' : null)
  useEffect(
    () =>
      watch((event) => {
        if (event.kind === 'host' && event.state !== 'started') setTold(event.state)
      }),
    []
  )
  if (told === null) return null
  const read = <Button onClick={() => setTold(null)}>{say('common.understood')}</Button>
  return (
    <Notice tone={told === 'gone' ? 'refused' : 'warned'} deeds={read} testId={`host-${told}`}>
      {say(WORDS[told])}
    </Notice>
  )
}
