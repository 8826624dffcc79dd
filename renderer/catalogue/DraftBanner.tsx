import type { z } from 'zod'
import type { catalogue } from '../../shared/catalogue/contract.ts'
import { Button } from '../kit/controls.ts'
import { Notice } from '../kit/Notice.tsx'
import { shownInstant } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'

export type Draft = z.output<typeof catalogue.drafts.output>['drafts'][number]

/** Something was typed and never saved, before the program ended: take it up again or drop it, nothing else first. */
export function DraftBanner(props: {
  readonly draft: Draft
  /** The record has been changed since the draft was written. */
  readonly behind: boolean
  readonly decide: (take: boolean) => void
}) {
  const say = useWords()
  const fields = Object.keys({ ...props.draft.values, ...props.draft.unread }).map((id) =>
    say.open(`field.${id}`)
  )
  return (
    <Notice
      tone="warned"
      testId="draft-banner"
      deeds={
        <>
          <Button type="primary" autoFocus onClick={() => props.decide(true)}>
            {say('catalogue.draft.restore')}
          </Button>
          <Button onClick={() => props.decide(false)}>{say('catalogue.draft.discard')}</Button>
        </>
      }
    >
      <strong>{say('catalogue.draft.unsaved')}</strong>
      <br />
      {say('catalogue.draft.what', { at: shownInstant(props.draft.updatedAt), fields })}
      {props.behind ? <p>{say('catalogue.draft.behind')}</p> : null}
    </Notice>
  )
}
