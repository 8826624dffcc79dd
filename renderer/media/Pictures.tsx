import { useQuery } from '@tanstack/react-query'
import { useCallback, useState, type DragEvent, type KeyboardEvent } from 'react'
import { MOST_FILES, type Picture } from '../../shared/media/contract.ts'
import { museum } from '../bridge/museum.ts'
import { useDeed } from '../frame/deeds.ts'
import { failed } from '../frame/status.ts'
import { Button } from '../kit/controls.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { later } from '../kit/later.tsx'
import { useWords } from '../kit/words.ts'
import { arranged, removed, takeDropped, takeIn, taking, type Owner } from './deeds.ts'
import { saveOut } from './saveOut.ts'
import { Attachments } from './Attachments.tsx'
import { TakenNotice } from './TakenNotice.tsx'
import './media.css'

const Large = later(async () => (await import('./Large.tsx')).Large)
const Compare = later(async () => (await import('./Compare.tsx')).Compare)

/** The object's pictures in a strip and its attachments below: add, drop, put in order, look at one large. */
export function Pictures({ owner }: { readonly owner: Owner }) {
  const say = useWords()
  const { objectId, name } = owner
  const [large, setLarge] = useState<string | null>(null)
  const [compared, setCompared] = useState<string | null>(null)
  const [isOver, setOver] = useState(false)
  const { state } = taking.use()
  const { data } = useQuery({
    queryKey: ['media', 'ofObject', objectId],
    queryFn: () => museum.media.ofObject({ objectId }),
  })
  const pictures = data?.pictures ?? []
  const older = data?.older ?? []
  const shown = pictures.find(({ id }) => id === large)
  const choose = useCallback((): void => {
    museum.shell
      .chooseMany({ purpose: 'picture' })
      .then(({ files, left }) => takeIn({ objectId, name }, { files, left, as: 'pictures' }))
      .catch(failed)
  }, [objectId, name])
  useDeed('pictures.add', choose, { enabled: state !== 'running' })
  const drop = (event: DragEvent): void => {
    setOver(false)
    const files = [...event.dataTransfer.files]
    if (files.length === 0) return
    event.preventDefault()
    takeDropped(owner, files.slice(0, MOST_FILES), Math.max(0, files.length - MOST_FILES)).catch(failed)
  }
  return (
    <section
      className={isOver ? 'pictures-part over' : 'pictures-part'}
      aria-label={say('catalogue.pictures')}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <header>
        <h3>{say('media.title', { count: pictures.length })}</h3>
        {pictures.length === 0 ? null : (
          <Button onClick={() => void saveOut({ kind: 'these', ids: [objectId] }).catch(failed)}>
            {say('media.saveOut.one')}
          </Button>
        )}
        <Button icon={<Glyph name="plus" />} disabled={state === 'running'} onClick={choose}>
          {say('media.add')}
        </Button>
      </header>
      <TakenNotice owner={owner} />
      {pictures.length === 0 ? <p className="soft">{say('media.none')}</p> : null}
      <Strip owner={owner} pictures={pictures} look={setLarge} />
      <Attachments owner={owner} attachments={data?.attachments ?? []} />
      {shown && compared === null ? (
        <Large
          owner={owner}
          picture={shown}
          pictures={pictures}
          older={older.filter(({ of }) => of === shown.id).length}
          look={setLarge}
          compare={() => setCompared(shown.id)}
        />
      ) : null}
      {compared === null ? null : (
        <Compare
          name={owner.name}
          from={compared}
          all={[
            ...pictures.map((picture) => ({ picture, isOlder: false })),
            ...older.map((picture) => ({ picture, isOlder: true })),
          ]}
          close={() => setCompared(null)}
        />
      )}
    </section>
  )
}

const saidOf = ({ caption, view, name }: Picture): string =>
  [view, caption ?? name].filter((part) => part !== null).join(' ')

function Strip(props: {
  readonly owner: Owner
  readonly pictures: readonly Picture[]
  readonly look: (id: string) => void
}) {
  const say = useWords()
  const { owner, pictures } = props
  const [dragged, setDragged] = useState<string | null>(null)
  if (pictures.length === 0) return null
  const move = (id: string, to: number): void => {
    const others = pictures.map((picture) => picture.id).filter((one) => one !== id)
    if (to < 0 || to > others.length) return
    arranged(owner, [...others.slice(0, to), id, ...others.slice(to)]).catch(failed)
  }
  const pressed = (event: KeyboardEvent, picture: Picture, at: number): void => {
    const step = event.altKey ? { ArrowLeft: -1, ArrowRight: 1 }[event.key] : undefined
    if (step !== undefined) move(picture.id, at + step)
    else if (event.key === 'Delete') removed(owner, picture.id).catch(failed)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <ul className="pictures" aria-label={say('catalogue.pictures')}>
      {pictures.map((picture, at) => (
        <li
          key={picture.id}
          draggable
          onDragStart={() => setDragged(picture.id)}
          onDragEnd={() => setDragged(null)}
          onDragOver={(event) => {
            if (dragged !== null) event.preventDefault()
          }}
          onDrop={() => {
            if (dragged !== null && dragged !== picture.id) move(dragged, at)
          }}
        >
          <button
            type="button"
            title={say('media.strip.title', { name: saidOf(picture) })}
            onClick={() => props.look(picture.id)}
            onKeyDown={(event) => pressed(event, picture, at)}
          >
            <img
              src={`app://media/${picture.sha256}?w=320`}
              alt={saidOf(picture)}
              loading="lazy"
              draggable={false}
            />
          </button>
          <span className="picture-view">{picture.view}</span>
        </li>
      ))}
    </ul>
  )
}
