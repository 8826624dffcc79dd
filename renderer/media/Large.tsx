import { useState } from 'react'
import type { Picture } from '../../shared/media/contract.ts'
import { pictureRemark, VIEWS, type PictureView } from '../../shared/media/rules.ts'
import { museum } from '../bridge/museum.ts'
import { failed } from '../frame/status.ts'
import { Button, Input, Modal, Select } from '../kit/controls.ts'
import { shownInstant } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { described, removed, takeIn, type Owner } from './deeds.ts'
import { Stage } from './Stage.tsx'

/** One picture large, with what is known of it and what can be done with it. */
export function Large(props: {
  readonly owner: Owner
  readonly picture: Picture
  readonly pictures: readonly Picture[]
  readonly look: (id: string | null) => void
}) {
  const say = useWords()
  const { owner, picture, pictures, look } = props
  const at = pictures.findIndex(({ id }) => id === picture.id)
  const turn = (step: number): void => {
    const next = pictures[at + step]
    if (next) look(next.id)
  }
  const exchange = (): void => {
    museum.shell
      .choose({ purpose: 'picture' })
      .then(async ({ file }) => {
        if (!file) return
        look(null)
        await takeIn(owner, [file], 0, picture.id)
      })
      .catch(failed)
  }
  const remove = (): void => {
    look(null)
    removed(owner, picture.id).catch(failed)
  }
  const remark = pictureRemark(picture.width, picture.height)
  return (
    <Modal
      open
      footer={null}
      width="90vw"
      title={say('media.large.title', { name: owner.name, at: at + 1, count: pictures.length })}
      onCancel={() => look(null)}
    >
      <div className="picture-large">
        <Stage key={picture.id} picture={picture} turn={turn} />
        <aside>
          <label>
            <span>{say('media.view')}</span>
            <Select
              aria-label={say('media.view')}
              value={picture.view}
              options={VIEWS.map((view) => ({ value: view, label: view }))}
              onChange={(view: string) =>
                void described(owner, picture.id, { view: view as PictureView }).catch(failed)
              }
            />
          </label>
          <Caption key={picture.id} owner={owner} picture={picture} />
          <dl className="soft">
            <dt>{say('media.file')}</dt>
            <dd>{picture.name ?? say('common.nothing')}</dd>
            <dt>{say('media.size')}</dt>
            <dd>
              {picture.width === null || picture.height === null
                ? say('common.nothing')
                : `${String(picture.width)} × ${String(picture.height)}`}
              {remark ? <span className="picture-remark"> {say(`media.remark.short.${remark}`)}</span> : null}
            </dd>
            <dt>{say('media.taken')}</dt>
            <dd>{picture.taken?.replace('T', ' ') ?? say('common.nothing')}</dd>
            <dt>{say('media.created')}</dt>
            <dd>
              {shownInstant(picture.createdAt)} {picture.createdBy ?? ''}
            </dd>
          </dl>
          <Button onClick={exchange}>{say('media.exchange')}</Button>
          <Button onClick={remove}>{say('media.remove')}</Button>
          <p className="soft">{say('media.keys')}</p>
        </aside>
      </div>
    </Modal>
  )
}

function Caption({ owner, picture }: { readonly owner: Owner; readonly picture: Picture }) {
  const say = useWords()
  const [text, setText] = useState(picture.caption ?? '')
  const keep = (): void => {
    if (text.trim() !== (picture.caption ?? '')) described(owner, picture.id, { caption: text }).catch(failed)
  }
  return (
    <label>
      <span>{say('media.caption')}</span>
      <Input
        value={text}
        maxLength={500}
        onChange={(event) => setText(event.target.value)}
        onBlur={keep}
        onPressEnter={keep}
      />
    </label>
  )
}
