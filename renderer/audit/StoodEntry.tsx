import { useState } from 'react'
import type { Stood } from '../../shared/audit/contract.ts'
import { fieldOf, isFieldId } from '../../shared/catalogue/fields.ts'
import { EXTRA } from '../../shared/audit/rules.ts'
import { Button, Input } from '../kit/controls.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { isComposing } from '../kit/keys.ts'
import { Notice } from '../kit/Notice.tsx'
import { shownInstant } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { toldValue } from './changes.ts'

/** How a field stood for a while; with what came later named before it is brought back. */
export function StoodEntry(props: {
  readonly at: string
  readonly stood: Stood
  /** What came after it, newest first: the first stands now. */
  readonly later: readonly Stood[]
  readonly disabled: boolean
  readonly restore: (reason: string) => void
}) {
  const say = useWords()
  const { at, stood, later } = props
  const [isAsking, setAsking] = useState(false)
  const { since } = stood
  const [now] = later
  const words = (one: Stood): string => toldValue(say, at, one.value) || say('common.nothing')
  const canGoBack = isFieldId(at) || at.startsWith(EXTRA)
  const isSame = now?.value === stood.value && now.literal === stood.literal
  return (
    <li className="stood" data-stood={stood.until ?? 'now'}>
      <div className="stood-head">
        <strong>{words(stood)}</strong>
        {now === undefined ? (
          <span className="stood-now">
            <Glyph name="done" />
            {say('audit.field.now')}
          </span>
        ) : null}
        {now !== undefined && canGoBack && !isSame && !isAsking ? (
          <Button disabled={props.disabled} onClick={() => setAsking(true)}>
            {say('audit.restore.ask')}
          </Button>
        ) : null}
      </div>
      {stood.literal === null ? null : (
        <p className="soft">{say('catalogue.literal', { text: stood.literal })}</p>
      )}
      <p className="soft">
        {since
          ? say('audit.field.since', {
              at: shownInstant(since.at),
              person: since.person,
              action: say(`audit.action.${since.action}`),
            })
          : say('audit.field.origin')}
        {since === null || since.batchName === null
          ? null
          : ` ${say('audit.batch', { name: since.batchName })}`}
        {since === null || since.reason === null ? null : ` ${say('audit.reason', { reason: since.reason })}`}
      </p>
      {isAsking && now ? (
        <Notice tone="warned" testId="restoring">
          <p>{say('audit.restore.now', { now: words(now), then: words(stood) })}</p>
          <p>{say('audit.restore.since', { count: later.length })}</p>
          <Confirm
            isLedger={isFieldId(at) && fieldOf(at).ledger === true}
            needsReason={stood.needsReason}
            leave={() => setAsking(false)}
            restore={props.restore}
          />
        </Notice>
      ) : null}
    </li>
  )
}

function Confirm(props: {
  readonly isLedger: boolean
  readonly needsReason: boolean
  readonly leave: () => void
  readonly restore: (reason: string) => void
}) {
  const say = useWords()
  const [reason, setReason] = useState('')
  const lacks = props.needsReason && reason.trim() === ''
  const restore = (): void => {
    if (!lacks) props.restore(reason.trim())
  }
  return (
    <>
      {props.needsReason ? <p>{say('audit.restore.corrected')}</p> : null}
      {props.isLedger ? (
        <label className="stood-reason">
          <span>{say(props.needsReason ? 'audit.restore.reason' : 'catalogue.reason')}</span>
          <Input
            autoFocus
            value={reason}
            maxLength={500}
            placeholder={say('catalogue.reason.example')}
            onChange={(event) => setReason(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !isComposing(event.nativeEvent)) restore()
            }}
          />
        </label>
      ) : null}
      <p className="stood-deeds">
        <Button type="primary" disabled={lacks} onClick={restore}>
          {say('audit.restore.do')}
        </Button>
        <Button onClick={props.leave}>{say('audit.restore.leave')}</Button>
      </p>
    </>
  )
}
