import { broughtBack, needsReason, standingBefore, stoodOver } from '../../shared/audit/moments.ts'
import { fieldBehind, LITERAL, takenBack } from '../../shared/audit/rules.ts'
import type { Handlers } from '../../shared/contract/define.ts'
import { cameByRenaming } from '../../shared/catalogue/formerName.ts'
import { Fault } from '../../shared/contract/faults.ts'
import type { MuseumContract } from '../../shared/contract/index.ts'
import { readThingKey } from '../../shared/media/keys.ts'
import { auditEntry, auditKinds, auditOfRecord, recentAudit } from '../store/audit.ts'
import { objectById } from '../store/catalogue.ts'
import { linesOf, pastOf, standingAt } from './audit/moments.ts'
import { startOfDay } from './clock.ts'
import type { Ctx } from './context.ts'
import { enterChanges, thingsTakenBack } from './media/history.ts'
import { discreet, isOfPeople, peopleTakenBack } from './people/history.ts'
import { relationsTakenBack } from './relations/history.ts'
import { readRelationKey } from '../../shared/relations/rules.ts'
import { rewrite } from './rewrite.ts'
import { write } from './write.ts'

export const audit = {
  async ofRecord({ recordId }, ctx) {
    const { db, id } = ctx.museum()
    return { entries: discreet(await auditOfRecord(db, id, recordId), ctx) }
  },

  async ofField({ recordId, key }, ctx) {
    const { db, id } = ctx.museum()
    const { record, entries, now } = await pastOf(db, id, recordId)
    return { revision: record.revision, stood: stoodOver(now, entries, key) }
  },

  async compare({ recordId, then, now }, ctx) {
    const { db, id } = ctx.museum()
    const past = await pastOf(db, id, recordId)
    const before = standingAt(past, then)
    const after = standingAt(past, now)
    return {
      thenThere: before !== null,
      nowThere: after !== null,
      lines: linesOf(before, after),
      pictures: Object.fromEntries(past.pictures.map((picture) => [picture.id, picture.sha256])),
    }
  },

  async recent({ from, until, ...wish }, ctx) {
    const { db, id } = ctx.museum()
    return recentAudit(db, id, {
      ...wish,
      from: from === undefined ? undefined : startOfDay(from),
      before: until === undefined ? undefined : startOfDay(until, 1),
    })
  },

  async kinds(_, ctx) {
    const { db, id } = ctx.museum()
    return { persons: await auditKinds(db, id, 'person'), rooms: await auditKinds(db, id, 'room') }
  },

  async revert({ entryId, fields }, ctx) {
    const answer = await write(ctx, async (tx, museum) => {
      const entry = await auditEntry(tx, museum.id, entryId)
      if (!entry) throw new Fault('record.nothingToUndo')
      const { name, formerName } = entry.changes
      const alsoFormer = fields?.includes('name') === true && cameByRenaming(name, formerName)
      const wanted = Object.entries(entry.changes).filter(
        ([key]) =>
          !fields || fields.includes(fieldBehind(key)) || (alsoFormer && fieldBehind(key) === 'formerName')
      )
      if (wanted.length === 0) throw new Fault('record.nothingToUndo')
      // a merge is taken back as a whole, in the room of people
      if (entry.action === 'merged' || entry.action === 'unmerged') throw new Fault('record.nothingToUndo')
      if (isOfPeople(entry.changes)) {
        const done = Object.fromEntries(wanted)
        const { made, left } = await peopleTakenBack(tx, museum.id, entry.recordId, done, ctx)
        return { entryId: made, recordId: entry.recordId, skipped: left }
      }
      if (wanted.some(([key]) => readThingKey(key))) {
        const { changes, left } = await thingsTakenBack(tx, museum.id, Object.fromEntries(wanted), ctx)
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
    ctx.tell({ kind: 'changed', rooms: ['catalogue', 'audit', 'media', 'people', 'relations'] })
    return answer
  },

  async restore({ recordId, key, before, revision, reason = '' }, ctx) {
    const entryId = await write(ctx, async (tx, museum) => {
      const { record, entries, now } = await pastOf(tx, museum.id, recordId)
      if (record.revision !== revision)
        throw new Fault('record.changedMeanwhile', { number: String(record.values.number ?? '') })
      const at = entries.findIndex(({ id }) => id === before)
      if (at < 0) throw new Fault('record.nothingToUndo')
      const since = entries.slice(0, at + 1)
      const back = broughtBack(record, key, standingBefore(now, since))
      if (!back) throw new Fault('record.badField', { field: key })
      const touching = since.filter(({ changes }) => key in changes || LITERAL + key in changes)
      if (reason === '' && needsReason(key, touching)) throw new Fault('record.reasonNeeded')
      const why = { action: 'reverted', batchId: null, reason: reason === '' ? null : reason } as const
      const made = await rewrite(tx, museum.id, record, back, ctx, why)
      if (made === null) throw new Fault('record.nothingToUndo')
      return made
    })
    ctx.tell({ kind: 'changed', rooms: ['catalogue', 'audit'] })
    return { entryId, recordId }
  },
} satisfies Handlers<MuseumContract, Ctx>['audit']
