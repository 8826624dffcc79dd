import { useState } from 'react'
import type { Picture } from '../../shared/media/contract.ts'
import { pictureRemark, VIEWS } from '../../shared/media/rules.ts'
import { museum } from '../bridge/museum.ts'
import { failed } from '../frame/status.ts'
import { Button, Input, Select } from '../kit/controls.ts'
import { isComposing } from '../kit/keys.ts'
import { shownInstant } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { described, removed, takeIn, type Owner } from './deeds.ts'

const SCALES = ['yes', 'no', 'unknown'] as const
const SCALE_OF = { yes: true, no: false, unknown: null } as const

/** What is known of a picture, what a person says of it, and what can be done with it. */
export function PictureFacts(props: {
  readonly owner: Owner
  readonly picture: Picture
  readonly older: number
  readonly leave: () => void
  readonly compare: () => void
}) {
  const say = useWords()
  const { owner, picture, leave } = props
  const exchange = (): void => {
    museum.shell
      .choose({ purpose: 'picture' })
      .then(async ({ file }) => {
        if (!file) return
        leave()
        await takeIn(owner, { files: [file], as: 'pictures', replaces: picture.id })
      })
      .catch(failed)
  }
  const remove = (): void => {
    leave()
    removed(owner, picture.id).catch(failed)
  }
  const tell = (parts: Parameters<typeof described>[2]): void => {
    described(owner, picture.id, parts).catch(failed)
  }
  const remark = pictureRemark(picture.width, picture.height)
  const scale = SCALES.find((one) => SCALE_OF[one] === picture.scaleCard) ?? 'unknown'
  return (
    <>
      <div className="picture-said">
        <label>
          <span>{say('media.view')}</span>
          <Select
            aria-label={say('media.view')}
            value={picture.view}
            options={VIEWS.map((view) => ({ value: view, label: view }))}
            onChange={(value: string) => {
              const view = VIEWS.find((one) => one === value)
              if (view) tell({ view })
            }}
          />
        </label>
        <label>
          <span>{say('media.scale')}</span>
          <Select
            aria-label={say('media.scale')}
            value={scale}
            options={SCALES.map((value) => ({ value, label: say(`media.scale.${value}`) }))}
            onChange={(value: (typeof SCALES)[number]) => tell({ scaleCard: SCALE_OF[value] })}
          />
        </label>
        <Said
          label={say('media.caption')}
          most={500}
          text={picture.caption}
          keep={(caption) => tell({ caption })}
        />
        <Said
          label={say('media.photographer')}
          most={100}
          text={picture.photographer}
          keep={(photographer) => tell({ photographer })}
        />
      </div>
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
        {picture.smallReason === null ? null : (
          <>
            <dt>{say('media.small.told')}</dt>
            <dd>{picture.smallReason}</dd>
          </>
        )}
        <dt>{say('media.taken')}</dt>
        <dd>{picture.taken?.replace('T', ' ') ?? say('common.nothing')}</dd>
        <dt>{say('media.created')}</dt>
        <dd>
          {shownInstant(picture.createdAt)} {picture.createdBy ?? ''}
        </dd>
        {props.older === 0 ? null : (
          <>
            <dt>{say('media.older')}</dt>
            <dd>{say('media.older.count', { count: props.older })}</dd>
          </>
        )}
      </dl>
      <div className="picture-deeds">
        <Button onClick={props.compare}>{say('media.compare.open')}</Button>
        <Button onClick={exchange}>{say('media.exchange')}</Button>
        <Button onClick={remove}>{say('media.remove')}</Button>
      </div>
    </>
  )
}

/** A text that is kept when it is left or with Enter. */
function Said(props: {
  readonly label: string
  readonly most: number
  readonly text: string | null
  readonly keep: (text: string) => void
}) {
  const [text, setText] = useState<string | null>(null)
  const keep = (): void => {
    if (text !== null && text.trim() !== (props.text ?? '')) props.keep(text)
    setText(null)
  }
  return (
    <label>
      <span>{props.label}</span>
      <Input
        value={text ?? props.text ?? ''}
        maxLength={props.most}
        onChange={(event) => setText(event.target.value)}
        onBlur={keep}
        onPressEnter={(event) => {
          if (!isComposing(event.nativeEvent)) keep()
        }}
      />
    </label>
  )
}
