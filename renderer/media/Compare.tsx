import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { Picture } from '../../shared/media/contract.ts'
import { Modal, Segmented, Select } from '../kit/controls.ts'
import { shownInstant } from '../kit/shown.ts'
import { useWords, type Say } from '../kit/words.ts'
import { afterKey, moved, shownSight, STEP, WHOLE, zoomed } from './sight.ts'
import './large.css'

/** A picture that can be compared: one that is there, or an earlier version. */
export interface Comparable {
  readonly picture: Picture
  readonly isOlder: boolean
}

/** When a picture shows its object: the camera's day, or the day it was taken in. */
const dayOf = ({ taken, createdAt }: Picture): string => (taken ?? shownInstant(createdAt)).slice(0, 10)

const saidOf = (say: Say, { picture, isOlder }: Comparable): string =>
  say(isOlder ? 'media.compare.olderChoice' : 'media.compare.choice', {
    day: dayOf(picture),
    view: picture.view,
    name: picture.caption ?? picture.name ?? '',
  })

type Manner = 'beside' | 'swipe'

/** Two pictures of one object, of two dates or versions, moved and enlarged together. */
export function Compare(props: {
  readonly name: string
  readonly all: readonly Comparable[]
  /** The picture that was looked at; the other is its earlier version, or the one that is next. */
  readonly from: string
  readonly close: () => void
}) {
  const say = useWords()
  const { all } = props
  const [[left, right], setPair] = useState(() => pairFor(all, props.from))
  const [manner, setManner] = useState<Manner>('beside')
  const [sight, setSight] = useState(WHOLE)
  /** Percent of the width that shows the left one. */
  const [divider, setDivider] = useState(50)
  const one = all.find(({ picture }) => picture.id === left)
  const two = all.find(({ picture }) => picture.id === right)
  const pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = afterKey(sight, event.key)
    const key = event.key.toLowerCase()
    if (next) setSight(next)
    else if (key === 's') setManner((now) => (now === 'beside' ? 'swipe' : 'beside'))
    else if (key === 'x') setPair([right, left])
    else if (key === '[') setDivider((now) => Math.max(0, now - 5))
    else if (key === ']') setDivider((now) => Math.min(100, now + 5))
    else return
    event.preventDefault()
  }
  const dragged = (event: PointerEvent): void => {
    if (event.buttons === 1 && sight.scale > 1)
      setSight((now) => moved(now, event.movementX, event.movementY))
  }
  const options = all.map((each) => ({ value: each.picture.id, label: saidOf(say, each) }))
  return (
    <Modal
      open
      centered
      footer={null}
      width="94vw"
      title={say('media.compare.title', { name: props.name })}
      onCancel={props.close}
    >
      {!one || !two ? (
        <p className="soft">{say('media.compare.none')}</p>
      ) : (
        <div className="compare">
          <header>
            <Select
              aria-label={say('media.compare.left')}
              value={left}
              options={options}
              onChange={(id: string) => setPair([id, right])}
            />
            <Segmented
              aria-label={say('media.compare.manner')}
              value={manner}
              options={(['beside', 'swipe'] as const).map((value) => ({
                value,
                label: say(`media.compare.${value}`),
              }))}
              onChange={setManner}
            />
            <Select
              aria-label={say('media.compare.right')}
              value={right}
              options={options}
              onChange={(id: string) => setPair([left, id])}
            />
          </header>
          <button
            type="button"
            autoFocus
            className={`compare-stage ${manner}`}
            data-testid="compare-stage"
            data-manner={manner}
            data-scale={sight.scale.toFixed(2)}
            data-divider={divider}
            aria-label={say('media.compare.stage', {
              left: saidOf(say, one),
              right: saidOf(say, two),
              percent: Math.round(sight.scale * 100),
            })}
            onKeyDown={pressed}
            onWheel={(event) => setSight((now) => zoomed(now, event.deltaY < 0 ? STEP : 1 / STEP))}
            onPointerMove={dragged}
            onDoubleClick={() => setSight((now) => (now.scale === 1 ? zoomed(now, 3) : WHOLE))}
          >
            {[one, two].map(({ picture }, at) => (
              <span
                key={at}
                className="compare-half"
                style={manner === 'swipe' && at === 1 ? { clipPath: `inset(0 0 0 ${String(divider)}%)` } : {}}
              >
                <img
                  src={`app://media/${picture.sha256}`}
                  alt=""
                  draggable={false}
                  style={shownSight(sight)}
                />
                <span className="compare-day">{dayOf(picture)}</span>
              </span>
            ))}
            {manner === 'swipe' ? (
              <span className="compare-divider" style={{ left: `${String(divider)}%` }} />
            ) : null}
          </button>
          {manner === 'swipe' ? (
            <input
              type="range"
              min={0}
              max={100}
              value={divider}
              aria-label={say('media.compare.divider')}
              onChange={(event) => setDivider(Number(event.target.value))}
            />
          ) : null}
          <p className="soft">{say('media.compare.keys')}</p>
        </div>
      )}
    </Modal>
  )
}

/** The older of the two stands on the left. */
function pairFor(all: readonly Comparable[], from: string): readonly [string, string] {
  const here = all.find(({ picture }) => picture.id === from)
  if (!here) return ['', '']
  const others = all.filter(({ picture }) => picture.id !== from)
  const other =
    others.find(({ isOlder, picture }) => isOlder && picture.view === here.picture.view) ??
    others.find(({ picture }) => picture.view === here.picture.view) ??
    others[0]
  if (!other) return [from, '']
  const pair = [here.picture, other.picture].sort((a, b) => dayOf(a).localeCompare(dayOf(b)))
  // of one day the earlier version is the earlier
  if (other.isOlder && dayOf(here.picture) === dayOf(other.picture)) return [other.picture.id, from]
  return [pair[0]?.id ?? '', pair[1]?.id ?? '']
}
