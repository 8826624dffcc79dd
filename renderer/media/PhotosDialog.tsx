import { useState } from 'react'
import { photosResult, type PhotosResult } from '../../shared/media/contract.ts'
import type { ChosenFile } from '../../shared/shell/contract.ts'
import { longWork } from '../bridge/longWork.ts'
import { museum } from '../bridge/museum.ts'
import { failed, saved } from '../frame/status.ts'
import { Button, Modal } from '../kit/controls.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { Notice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { WorkView } from '../kit/WorkView.tsx'
import './media.css'

/** One folder of photos at a time, rehearsed and then taken in; it goes on when the dialog is closed. */
const work = longWork(photosResult)

/** A folder of photos matched to objects by the names of its files: rehearsed, then taken in as one batch. */
export function PhotosButton() {
  const say = useWords()
  const [isOpen, setOpen] = useState(false)
  const [folder, setFolder] = useState<ChosenFile | null>(null)
  const { state, answer } = work.use()
  const begin = (token: string, rehearse: boolean): Promise<PhotosResult | null> =>
    work.start(() => museum.media.photos({ folder: token, rehearse }))
  const choose = (): void => {
    museum.shell
      .choose({ purpose: 'pictureFolder' })
      .then(async ({ file }) => {
        if (!file) return
        setFolder(file)
        await begin(file.token, true)
      })
      .catch(failed)
  }
  const open = (): void => {
    // a rehearsal of before may be of another museum
    if (state !== 'running') {
      work.clear()
      setFolder(null)
    }
    setOpen(true)
  }
  const take = async (token: string): Promise<void> => {
    const result = await begin(token, false)
    if (result) saved('media.added', { count: result.added })
  }
  const isReady = folder !== null && state === 'finished' && answer?.batch === null && answer.added > 0
  return (
    <>
      <Button icon={<Glyph name="folder" />} onClick={open}>
        {say('media.photos.open')}
      </Button>
      <Modal
        open={isOpen}
        width={760}
        title={say('media.photos.title')}
        onCancel={() => setOpen(false)}
        footer={[
          <Button key="choose" disabled={state === 'running'} onClick={choose}>
            {say('media.photos.choose')}
          </Button>,
          <Button
            key="take"
            type="primary"
            disabled={!isReady}
            onClick={() => {
              if (folder) take(folder.token).catch(failed)
            }}
          >
            {say('media.photos.take', { count: isReady ? answer.added : 0 })}
          </Button>,
        ]}
      >
        <p className="soft">{say('media.photos.how')}</p>
        <WorkView work={work} />
        {state === 'finished' && answer ? <Told name={folder?.name ?? ''} result={answer} /> : null}
      </Modal>
    </>
  )
}

function Told({ name, result }: { readonly name: string; readonly result: PhotosResult }) {
  const say = useWords()
  const { files, added, already, unmatched, refused, remarks, matches, batch } = result
  const counts = { name, files, added, already, unmatched: unmatched.length, refused: refused.length }
  return (
    <div className="photos-told" data-testid="photos">
      <Notice tone="told">
        {say(batch === null ? 'media.photos.rehearsed' : 'media.photos.done', counts)}
      </Notice>
      <Files heading={say('media.photos.refused')} files={refused.map((one) => say.fault(one.code, one))} />
      <Files heading={say('media.photos.unmatched')} files={unmatched} />
      <Files
        heading={say('media.photos.remarks')}
        files={remarks.map(({ file, code }) => say(`media.remark.${code}`, { file }))}
      />
      <Files
        heading={say('media.photos.matches')}
        files={matches.map(({ file, number, view }) => say('media.photos.match', { file, number, view }))}
      />
    </div>
  )
}

/** Files in a list that is only so long: the count says how many there are. */
const MOST_SHOWN = 500

function Files({ heading, files }: { readonly heading: string; readonly files: readonly string[] }) {
  const say = useWords()
  if (files.length === 0) return null
  return (
    <section>
      <h3>{say('media.photos.heading', { heading, count: files.length })}</h3>
      <ul className="pictures-told">
        {files.slice(0, MOST_SHOWN).map((file, at) => (
          <li key={`${String(at)} ${file}`}>{file}</li>
        ))}
      </ul>
    </section>
  )
}
