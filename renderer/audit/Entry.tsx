import { useEffect, useRef } from 'react'
import type { AuditEntry } from '../../shared/audit/contract.ts'
import { EXTRA, fieldBehind } from '../../shared/audit/rules.ts'
import { isFieldId } from '../../shared/catalogue/fields.ts'
import type { Part } from '../../shared/relations/parts.ts'
import { Button } from '../kit/controls.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { shownInstant } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { ChangeTable } from './ChangeTable.tsx'
import { asked, sought } from './going.ts'

/** A merge is undone as a whole, in the room of people. */
const isMerge = ({ action }: AuditEntry): boolean => action === 'merged' || action === 'unmerged'
const isDecision = (entry: AuditEntry): boolean =>
  entry.action === 'accepted' || entry.action === 'withdrawn' || isMerge(entry)

/** One entry of a record's history; the one that somebody came for is shown and marked. */
export function Entry(props: {
  readonly entry: AuditEntry
  readonly parts: readonly Part[]
  readonly disabled: boolean
  readonly revert: (fields?: string[]) => void
  readonly compare: () => void
}) {
  const say = useWords()
  const { entry } = props
  const here = useRef<HTMLElement>(null)
  const isSought = sought.use()?.entryId === entry.id
  useEffect(() => {
    if (!isSought) return
    here.current?.scrollIntoView({ block: 'center' })
    here.current?.focus()
  }, [isSought])
  const keys = Object.keys(entry.changes)
  const ask = (key: string): void => asked.set({ recordId: entry.recordId, key })
  const ofFields = keys.every((key) => isFieldId(fieldBehind(key)) || key.startsWith(EXTRA))
  return (
    <article className={isSought ? 'entry sought' : 'entry'} ref={here} tabIndex={-1} data-entry={entry.id}>
      <header>
        <strong>{say(`audit.action.${entry.action}`)}</strong>
        <span>{shownInstant(entry.at)}</span>
        <span>{entry.person}</span>
        {entry.batchName === null ? null : (
          <span className="soft">{say('audit.batch', { name: entry.batchName })}</span>
        )}
        <span className="entry-deeds">
          <Button type="text" onClick={props.compare}>
            {say('audit.compare.withNow')}
          </Button>
          {keys.length > 0 && !isMerge(entry) ? (
            <Button icon={<Glyph name="undo" />} disabled={props.disabled} onClick={() => props.revert()}>
              {say('audit.revert')}
            </Button>
          ) : null}
        </span>
      </header>
      {entry.reason === null ? null : (
        <p>{isDecision(entry) ? entry.reason : say('audit.reason', { reason: entry.reason })}</p>
      )}
      {keys.length === 0 ? null : (
        <ChangeTable
          changes={entry.changes}
          parts={props.parts}
          disabled={props.disabled}
          revert={props.revert}
          {...(ofFields ? { ask } : {})}
        />
      )}
    </article>
  )
}
