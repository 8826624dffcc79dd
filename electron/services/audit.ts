import { fieldBehind, takenBack } from '../../shared/audit/rules.ts'
import type { Handlers } from '../../shared/contract/define.ts'
import { Fault } from '../../shared/contract/faults.ts'
import type { MuseumContract } from '../../shared/contract/index.ts'
import { readPictureKey } from '../../shared/media/rules.ts'
import { auditEntry, auditOfRecord } from '../store/audit.ts'
import { objectById } from '../store/catalogue.ts'
import type { Ctx } from './context.ts'
import { enterChanges, picturesTakenBack } from './media/history.ts'
import { relationsTakenBack } from './relations/history.ts'
import { readRelationKey } from '../../shared/relations/rules.ts'
import { rewrite } from './rewrite.ts'
import { write } from './write.ts'

export const audit = {
  async ofRecord({ recordId }, ctx) {
    const { db, id } = ctx.museum()
    return { entries: await auditOfRecord(db, id, recordId) }
  },

  async revert({ entryId, fields }, ctx) {
    const answer = await write(ctx, async (tx, museum) => {
      const entry = await auditEntry(tx, museum.id, entryId)
      if (!entry) throw new Fault('record.nothingToUndo')
      const wanted = Object.entries(entry.changes).filter(
        ([key]) => !fields || fields.includes(fieldBehind(key))
      )
      if (wanted.length === 0) throw new Fault('record.nothingToUndo')
      if (wanted.some(([key]) => readPictureKey(key))) {
        const { changes, left } = await picturesTakenBack(tx, museum.id, Object.fromEntries(wanted), ctx)
        const made = await enterChanges(tx, museum.id, entry.recordId, changes, ctx, 'reverted')
        return { entryId: made, recordId: entry.recordId, skipped: left }
      }
      if (wanted.some(([key]) => readRelationKey(key))) {
        const done = Object.fromEntries(wanted)
        return relationsTakenBack(tx, museum.id, entry.recordId, done, ctx)
      }
      const record = await objectById(tx, museum.id, entry.recordId)
      // someone has changed it since: their word stands
      const { back, left } = takenBack(record, Object.fromEntries(wanted))
      const why = { action: 'reverted', batchId: null, reason: null } as const
      const made = await rewrite(tx, museum.id, record, back, ctx, why)
      const skipped = [...new Set(left.map(fieldBehind))]
      return { entryId: made, recordId: record.id, skipped }
    })
    ctx.tell({ kind: 'changed', rooms: ['catalogue', 'audit', 'media', 'relations'] })
    return answer
  },
} satisfies Handlers<MuseumContract, Ctx>['audit']
