import { useState, type DragEvent } from 'react'
import { MOST_FILES, photosResult, type PhotosResult } from '../../shared/media/contract.ts'
import type { ChosenFile } from '../../shared/shell/contract.ts'
import { longWork } from '../bridge/longWork.ts'
import { museum } from '../bridge/museum.ts'
import { failed, saved } from '../frame/status.ts'
import { Button, Modal } from '../kit/controls.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { Notice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { WorkView } from '../kit/WorkView.tsx'
import { droppedFiles } from './deeds.ts'
import { Files } from './Files.tsx'
import { SmallReason } from './SmallReason.tsx'
import './media.css'

/** One lot of photos at a time, rehearsed and then taken in; it goes on when the dialog is closed. */
const work = longWork(photosResult)

/** Where the photos are: a folder, or files that were chosen or dropped. */
interface Source {
  readonly name: string
  readonly order: { readonly folder: string } | { readonly files: string[] }
}

/** Photos matched to objects by the names of their files: rehearsed, then taken in as one batch. */
export function PhotosButton() {
  const say = useWords()
  const [isOpen, setOpen] = useState(false)
  const [source, setSource] = useState<Source | null>(null)
  const [reason, setReason] = useState('')
  const { state, answer } = work.use()
  const begin = (from: Source, rehearse: boolean, small = reason): Promise<PhotosResult | null> => {
    const smallReason = small.trim() === '' ? {} : { smallReason: small.trim() }
    return work.start(() => museum.media.photos({ ...from.order, ...smallReason, rehearse }))
  }
  const rehearseFrom = async (from: Source): Promise<void> => {
    setSource(from)
    await begin(from, true)
  }
  const rehearseFiles = async (files: readonly ChosenFile[]): Promise<void> => {
    const tokens = files.map(({ token }) => token)
    if (tokens.length > 0)
      await rehearseFrom({
        name: say('media.photos.files', { count: tokens.length }),
        order: { files: tokens },
      })
  }
  const chooseFolder = async (): Promise<void> => {
    const { file } = await museum.shell.choose({ purpose: 'pictureFolder' })
    if (file) await rehearseFrom({ name: file.name, order: { folder: file.token } })
  }
  const chooseFiles = async (): Promise<void> =>
    rehearseFiles((await museum.shell.chooseMany({ purpose: 'picture' })).files)
  const drop = (event: DragEvent): void => {
    const files = [...event.dataTransfer.files].slice(0, MOST_FILES)
    if (files.length === 0 || state === 'running') return
    event.preventDefault()
    droppedFiles(files, 'picture')
      .then(({ given }) => rehearseFiles(given))
      .catch(failed)
  }
  const open = (): void => {
    // a rehearsal of before may be of another museum
    if (state !== 'running') {
      work.clear()
      setSource(null)
      setReason('')
    }
    setOpen(true)
  }
  const take = async (from: Source): Promise<void> => {
    const result = await begin(from, false)
    if (result) saved('media.added', { count: result.added })
  }
  const isReady = source !== null && state === 'finished' && answer?.batch === null && answer.added > 0
  const tooSmall = answer?.refused.filter(({ code }) => code === 'picture.tooSmall').length ?? 0
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
          <Button key="files" disabled={state === 'running'} onClick={() => void chooseFiles().catch(failed)}>
            {say('media.photos.chooseFiles')}
          </Button>,
          <Button
            key="folder"
            disabled={state === 'running'}
            onClick={() => void chooseFolder().catch(failed)}
          >
            {say('media.photos.choose')}
          </Button>,
          <Button
            key="take"
            type="primary"
            disabled={!isReady}
            onClick={() => {
              if (source) take(source).catch(failed)
            }}
          >
            {say('media.photos.take', { count: isReady ? answer.added : 0 })}
          </Button>,
        ]}
      >
        <div
          className="photos-drop"
          onDragOver={(event) => {
            if (event.dataTransfer.types.includes('Files')) event.preventDefault()
          }}
          onDrop={drop}
        >
          <p className="soft">
            {say('media.photos.how')} {say('media.photos.dropped')}
          </p>
          <WorkView work={work} />
          {state === 'finished' && answer ? <Told name={source?.name ?? ''} result={answer} /> : null}
          {source !== null && state === 'finished' && answer?.batch === null && tooSmall > 0 ? (
            <SmallReason
              count={tooSmall}
              take={(small) => {
                setReason(small)
                begin(source, true, small).catch(failed)
              }}
            />
          ) : null}
        </div>
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
