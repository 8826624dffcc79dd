import { useState } from 'react'
import { museum } from '../bridge/museum.ts'
import { Button } from '../kit/controls.ts'
import { FaultNotice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'

/** A museum that was written whole into a folder comes back: which folder, then where to. */
export function BringBack(props: {
  readonly busy: boolean
  readonly bring: (wish: { readonly from: string; readonly folder: string }) => void
}) {
  const say = useWords()
  const [error, setError] = useState<unknown>(null)
  const choose = async (): Promise<void> => {
    setError(null)
    const { file: from } = await museum.shell.choose({ purpose: 'wholeFolder' })
    if (!from) return
    const { file: folder } = await museum.shell.choose({ purpose: 'newMuseumFolder', suggested: from.name })
    if (folder) props.bring({ from: from.token, folder: folder.token })
  }
  return (
    <div className="start-bring">
      <p className="soft">{say('workspace.bring.what')}</p>
      <Button disabled={props.busy} onClick={() => void choose().catch(setError)}>
        {say('workspace.bring.choose')}
      </Button>
      {error === null ? null : <FaultNotice error={error} />}
    </div>
  )
}
