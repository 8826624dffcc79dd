import { useState } from 'react'
import type { RecentEntry } from '../../shared/audit/contract.ts'
import { looked } from '../imports/batchView.ts'
import { Button } from '../kit/controls.ts'
import { shownInstant } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { ChangeTable } from './ChangeTable.tsx'
import { seeEntry } from './going.ts'
import { narrow } from './recent.ts'
import { roomWords, sentenceOf } from './sentence.ts'

/** One entry as a sentence, with its changes at a click, the way to its record and the way back of its batch. */
export function RecentEntryRow({ entry }: { readonly entry: RecentEntry }) {
  const say = useWords()
  const [isOpen, setOpen] = useState(false)
  const { batchId, batchName, object } = entry
  const isOfBatch = batchId !== null && entry.recordId === batchId
  const hasChanges = Object.keys(entry.changes).length > 0
  const undo = (): void => {
    looked.set(batchId)
    document.querySelector('.recent')?.scrollTo({ top: 0 })
  }
  return (
    <li className="recent-entry" data-entry={entry.id}>
      <time dateTime={entry.at}>{shownInstant(entry.at)}</time>
      <div className="recent-said">
        <p>
          {sentenceOf(say, entry)} <span className="recent-room">{roomWords(say, entry.room)}</span>
        </p>
        {entry.reason === null ? null : (
          <p className="soft">
            {entry.action === 'accepted' || entry.action === 'withdrawn'
              ? entry.reason
              : say('audit.reason', { reason: entry.reason })}
          </p>
        )}
        {batchId !== null && batchName !== null && !isOfBatch ? (
          <button
            type="button"
            className="plain"
            title={say('audit.recent.ofBatch')}
            onClick={() => narrow('batch', batchId)}
          >
            {say('audit.batch', { name: batchName })}
          </button>
        ) : null}
        {isOpen ? <ChangeTable changes={entry.changes} /> : null}
      </div>
      <span className="recent-deeds">
        {hasChanges ? (
          <button type="button" className="plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {say(isOpen ? 'audit.recent.fold' : 'audit.recent.unfold')}
          </button>
        ) : null}
        {object ? (
          <button type="button" className="plain" onClick={() => void seeEntry(entry.recordId, entry.id)}>
            {say('audit.recent.open')}
          </button>
        ) : null}
        {isOfBatch && entry.canUndo ? (
          <Button size="small" onClick={undo}>
            {say('imports.undo')}
          </Button>
        ) : null}
      </span>
    </li>
  )
}
