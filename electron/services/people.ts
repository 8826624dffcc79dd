import type { Handlers } from '../../shared/contract/define.ts'
import { Fault } from '../../shared/contract/faults.ts'
import type { MuseumContract } from '../../shared/contract/index.ts'
import { livedOf, PRESENT } from '../../shared/people/rules.ts'
import {
  dropPartyDraft,
  kindOf,
  pageOfParties,
  partyById,
  partyDrafts,
  partyValuesOf,
  putPartyDraft,
  setApart,
  updateParty,
} from '../store/people.ts'
import { linksOfParty, objectsOfParty, rolesOfParties } from '../store/partyLinks.ts'
import type { Ctx } from './context.ts'
import { alikeTo, likelyPairs } from './people/alike.ts'
import { enterLink, linksOfObject, removeLink } from './people/links.ts'
import { mergeParties, previewMerge } from './people/merge.ts'
import {
  enterParty,
  knownParty,
  refuseOther,
  rewriteParty,
  tellHistory,
  theParty,
  typedParty,
} from './people/party.ts'
import { gatherTexts } from './people/take.ts'
import { previewUnmerge, unmergeParties } from './people/unmerge.ts'
import { write } from './write.ts'

const BY_HAND = { batchId: null, reason: null } as const
/** A party's name stands in the records of its objects, and what is linked decides what rule V10 finds there. */
const tellAll = (ctx: Ctx): void => ctx.tell({ kind: 'changed', rooms: ['people', 'catalogue', 'audit'] })

export const people = {
  async list({ skip, limit, ...find }, ctx) {
    const { db, id } = ctx.museum()
    const { rows, total } = await pageOfParties(db, id, find, { skip, limit })
    const roles = await rolesOfParties(
      db,
      id,
      rows.map((row) => row.id)
    )
    return {
      total,
      rows: rows.map((row) => ({
        id: row.id,
        kind: kindOf(row.kind),
        name: row.name,
        otherNames: row.other_names,
        lived: livedOf(row),
        roles: [...(roles.get(row.id) ?? [])],
      })),
    }
  },

  async byId({ id }, ctx) {
    const { db, id: museumId } = ctx.museum()
    return knownParty(db, museumId, id, ctx)
  },

  async objects({ id, skip, limit }, ctx) {
    const { db, id: museumId } = ctx.museum()
    const roles = (await rolesOfParties(db, museumId, [id])).get(id) ?? []
    const rows = await objectsOfParty(db, museumId, id, { skip, limit })
    return { rows, total: roles.reduce((sum, { objects }) => sum + objects, 0) }
  },

  async register({ id, values, draftId }, ctx) {
    const known = await write(ctx, async (tx, museum) => {
      const already = await partyById(tx, museum.id, id)
      if (already) {
        // a call repeated after a lost answer: what was typed since then is a change like any other
        const after = typedParty(partyValuesOf(already), values)
        await rewriteParty(tx, museum.id, already, after, ctx, { action: 'amended', ...BY_HAND })
      } else await enterParty(tx, museum.id, id, values, ctx)
      if (draftId !== undefined) await dropPartyDraft(tx, museum.id, draftId)
      return knownParty(tx, museum.id, id, ctx)
    })
    tellAll(ctx)
    return known
  },

  async amend({ id, revision, changes, draftId }, ctx) {
    const known = await write(ctx, async (tx, museum) => {
      const row = await theParty(tx, museum.id, id)
      refuseOther(row, revision)
      const after = typedParty(partyValuesOf(row), changes)
      await rewriteParty(tx, museum.id, row, after, ctx, { action: 'amended', ...BY_HAND })
      if (draftId !== undefined) await dropPartyDraft(tx, museum.id, draftId)
      return knownParty(tx, museum.id, id, ctx)
    })
    tellAll(ctx)
    return known
  },

  async remove({ id, revision, removed }, ctx) {
    const known = await write(ctx, async (tx, museum) => {
      const row = await theParty(tx, museum.id, id)
      refuseOther(row, revision)
      if ((row.removed_at !== null) === removed) return knownParty(tx, museum.id, id, ctx)
      const objects = (await linksOfParty(tx, museum.id, id)).length
      if (removed && objects > 0) throw new Fault('party.linked', { name: row.name, count: objects })
      const by = removed
        ? { removed_at: ctx.now(), removed_by: ctx.person }
        : { removed_at: null, removed_by: null }
      await updateParty(tx, museum.id, id, revision, { ...by, updated_at: ctx.now() })
      const change = removed ? ([row.name, null] as const) : ([null, row.name] as const)
      await tellHistory(tx, museum.id, id, { [PRESENT]: change }, ctx, { action: 'amended', ...BY_HAND })
      return knownParty(tx, museum.id, id, ctx)
    })
    tellAll(ctx)
    return known
  },

  async drafts(_, ctx) {
    const { db, id } = ctx.museum()
    return { drafts: await partyDrafts(db, id) }
  },

  async keepDraft(draft, ctx) {
    const updatedAt = ctx.now()
    await write(ctx, (tx, museum) => putPartyDraft(tx, museum.id, ctx.person, { ...draft, updatedAt }))
    return { updatedAt }
  },

  async dropDraft({ id }, ctx) {
    return { dropped: await write(ctx, (tx, museum) => dropPartyDraft(tx, museum.id, id)) }
  },

  async ofObject({ objectId }, ctx) {
    const { db, id } = ctx.museum()
    return { links: [...(await linksOfObject(db, id, objectId))] }
  },

  async link(wish, ctx) {
    const links = await write(ctx, async (tx, museum) => {
      await enterLink(tx, museum.id, wish, ctx)
      return linksOfObject(tx, museum.id, wish.objectId)
    })
    tellAll(ctx)
    return { links: [...links] }
  },

  async unlink({ id }, ctx) {
    const links = await write(ctx, async (tx, museum) => {
      const objectId = await removeLink(tx, museum.id, id, ctx)
      return linksOfObject(tx, museum.id, objectId)
    })
    tellAll(ctx)
    return { links: [...links] }
  },

  async alike({ values, except }, ctx) {
    const { db, id } = ctx.museum()
    return { alike: await alikeTo(db, id, values, except) }
  },

  async pairs({ limit }, ctx) {
    const { db, id } = ctx.museum()
    return likelyPairs(db, id, limit)
  },

  async tellApart({ one, other, apart }, ctx) {
    await write(ctx, async (tx, museum) => {
      for (const id of [one, other]) await theParty(tx, museum.id, id)
      await setApart(tx, museum.id, { one, other, apart }, { person: ctx.person, at: ctx.now() })
    })
    ctx.tell({ kind: 'changed', rooms: ['people'] })
    return { apart }
  },

  async mergePreview({ gone, kept }, ctx) {
    const { db, id } = ctx.museum()
    return previewMerge(db, id, gone, kept, ctx)
  },

  async merge(order, ctx) {
    const answer = await write(ctx, async (tx, museum) => {
      const merge = await mergeParties(tx, museum.id, order, ctx)
      return { ...(await knownParty(tx, museum.id, order.kept, ctx)), merge }
    })
    tellAll(ctx)
    return answer
  },

  async unmergePreview({ merge }, ctx) {
    const { db, id } = ctx.museum()
    return previewUnmerge(db, id, merge)
  },

  async unmerge({ merge }, ctx) {
    const answer = await write(ctx, (tx, museum) => unmergeParties(tx, museum.id, merge, ctx))
    tellAll(ctx)
    return answer
  },

  async gather({ limit }, ctx) {
    const { db, id } = ctx.museum()
    return gatherTexts(db, id, limit)
  },

  async take(order, ctx) {
    ctx.museum()
    return { job: await ctx.jobs.start('people.take', order) }
  },
} satisfies Handlers<MuseumContract, Ctx>['people']
