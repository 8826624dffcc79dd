import { useEffect, useState } from 'react'
import { museum, watch } from '../bridge/museum.ts'
import { failed } from '../frame/status.ts'
import { Notice } from '../kit/Notice.tsx'
import { Working } from '../kit/Working.tsx'

/** How far the making of a museum is: the sample, or one that is brought back; nothing before it has said so. */
export function Making(props: { readonly stage: string; readonly stoppable: boolean }) {
  const [made, setMade] = useState<{ readonly done: number; readonly total: number | null } | null>(null)
  useEffect(
    () =>
      watch((event) => {
        if (event.kind === 'making') setMade(event)
      }),
    []
  )
  if (made === null) return null
  const stop = (): void => void museum.workspace.stopMaking({}).catch(failed)
  return (
    <Notice tone="told">
      <Working stage={props.stage} {...made} {...(props.stoppable ? { cancel: stop } : {})} />
    </Notice>
  )
}
