import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Picture } from '../../shared/media/contract.ts'
import type { Mark, MarkPlace, MarkShape } from '../../shared/media/marks.ts'
import { museum } from '../bridge/museum.ts'
import { failed } from '../frame/status.ts'
import { Modal } from '../kit/controls.ts'
import { useWords } from '../kit/words.ts'
import type { Owner } from './deeds.ts'
import { MarkList } from './MarkList.tsx'
import { drawn, marksShown } from './marking.ts'
import { PictureFacts } from './PictureFacts.tsx'
import { Stage } from './Stage.tsx'
import './large.css'

const NO_MARKS: readonly Mark[] = []

/** One picture large, with what is marked on it, what is known of it and what can be done with it. */
export function Large(props: {
  readonly owner: Owner
  readonly picture: Picture
  readonly pictures: readonly Picture[]
  /** Earlier versions of this picture. */
  readonly older: number
  readonly look: (id: string | null) => void
  readonly compare: () => void
}) {
  const say = useWords()
  const { owner, picture, pictures, look } = props
  const isShown = marksShown.use()
  const [tool, setTool] = useState<MarkShape | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [moving, setMoving] = useState<{ id: string; points: readonly MarkPlace[] } | null>(null)
  const { data } = useQuery({
    queryKey: ['media', 'marks', picture.id],
    queryFn: () => museum.media.marks({ pictureId: picture.id }),
  })
  const marks = (data?.marks ?? NO_MARKS).map((mark) =>
    moving?.id === mark.id ? { ...mark, points: [...moving.points] } : mark
  )
  const at = pictures.findIndex(({ id }) => id === picture.id)
  const turn = (step: number): void => {
    const next = pictures[at + step]
    if (next) look(next.id)
  }
  const draw = (points: readonly MarkPlace[]): void => {
    if (tool !== null) drawn(owner, picture.id, tool, points).catch(failed)
  }
  return (
    <Modal
      open
      centered
      footer={null}
      width="94vw"
      title={say('media.large.title', { name: owner.name, at: at + 1, count: pictures.length })}
      onCancel={() => look(null)}
    >
      <div className="picture-large">
        <Stage
          key={picture.id}
          picture={picture}
          turn={turn}
          marks={isShown ? marks : NO_MARKS}
          chosen={chosen}
          tool={tool}
          draw={draw}
        />
        <aside>
          <PictureFacts
            key={picture.id}
            owner={owner}
            picture={picture}
            older={props.older}
            leave={() => look(null)}
            compare={props.compare}
          />
          <MarkList
            owner={owner}
            marks={marks}
            tool={tool}
            take={setTool}
            choose={setChosen}
            move={(id, points) => setMoving(points === null ? null : { id, points })}
          />
          <p className="soft">{say('media.keys')}</p>
        </aside>
      </div>
    </Modal>
  )
}
