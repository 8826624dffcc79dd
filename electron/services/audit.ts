import { isFieldId, type FieldId } from '../../shared/catalogue/fields.ts'
import type { FieldValue } from '../../shared/catalogue/record.ts'
import type { Handlers } from '../../shared/contract/define.ts'
import { Fault } from '../../shared/contract/faults.ts'
import type { MuseumContract } from '../../shared/contract/index.ts'
import { auditEntry, auditOfRecord } from '../store/audit.ts'
import { objectById } from '../store/catalogue.ts'
import { applyChanges } from './catalogue.ts'
import type { Ctx } from './context.ts'
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
      const record = await objectById(tx, museum.id, entry.recordId)
      const wanted = Object.entries(entry.changes).filter(([field]) => !fields || fields.includes(field))
      if (wanted.length === 0) throw new Fault('record.nothingToUndo')
      const back: Partial<Record<FieldId, FieldValue>> = {}
      const skipped: string[] = []
      for (const [field, [before, after]] of wanted) {
        if (!isFieldId(field)) continue
        // someone has changed it since: their word stands
        if (record.values[field] === after) back[field] = before
        else skipped.push(field)
      }
      const made = await applyChanges(tx, museum.id, record, back, ctx, {
        action: 'reverted',
        batchId: null,
        reason: null,
      })
      return { entryId: made, recordId: record.id, skipped }
    })
    ctx.tell({ kind: 'changed', rooms: ['catalogue', 'audit'] })
    return answer
  },
} satisfies Handlers<MuseumContract, Ctx>['audit']
