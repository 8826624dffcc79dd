import { useEffect, useState } from 'react'
import { museum } from '../bridge/museum.ts'
import { Button } from '../kit/controls.ts'
import { FaultNotice } from '../kit/Notice.tsx'
import { WorkView } from '../kit/WorkView.tsx'
import { useWords } from '../kit/words.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { PhotosButton } from '../media/PhotosDialog.tsx'
import { takePaste } from '../changes/paste.ts'
import { givenFile, inspecting } from './journey.ts'

/** Choose a file or drop one. Nothing is written before a rehearsal has been read. */
export function FileStep() {
  const say = useWords()
  const [error, setError] = useState<unknown>(null)
  const { state } = inspecting.use()
  useEffect(() => {
    document.addEventListener('paste', takePaste)
    return () => document.removeEventListener('paste', takePaste)
  }, [])
  const choose = (): void => {
    setError(null)
    museum.shell.choose({ purpose: 'table' }).then(({ file }) => file && givenFile(file), setError)
  }
  return (
    <>
      <div className="drop">
        <Glyph name="sheet" />
        <p>{say('imports.file.drop')}</p>
        <Button type="primary" autoFocus disabled={state === 'running'} onClick={choose}>
          {say('imports.file.choose')}
        </Button>
        <p className="soft">{say('imports.file.paste')}</p>
        <p className="soft">{say('imports.file.kinds')}</p>
      </div>
      <p className="imports-photos">
        <PhotosButton />
      </p>
      {error === null ? null : <FaultNotice error={error} />}
      <WorkView work={inspecting} />
      <ul className="imports-promises soft">
        <li>{say('imports.promise.rehearsal')}</li>
        <li>{say('imports.promise.twice')}</li>
        <li>{say('imports.promise.undo')}</li>
      </ul>
    </>
  )
}
