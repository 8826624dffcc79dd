import type { Kysely } from 'kysely'
import type { Handlers } from '../../shared/contract/define.ts'
import { Fault } from '../../shared/contract/faults.ts'
import type { MuseumContract } from '../../shared/contract/index.ts'
import type { SavedView } from '../../shared/views/contract.ts'
import { viewDefinition } from '../../shared/views/record.ts'
import type { Database } from '../store/schema.ts'
import {
  allViews,
  arrange,
  insertView,
  isNameTaken,
  lastPlace,
  updateView,
  viewById,
  type ViewRow,
} from '../store/sets.ts'
import { putSetting, readSetting } from '../store/workspace.ts'
import type { Ctx } from './context.ts'
import { enterDeed } from './sets/tell.ts'
import { write } from './write.ts'

const START = 'views.start'
const CHANGED: Parameters<Ctx['tell']>[0] = { kind: 'changed', rooms: ['views'] }

export const views = {
  async list(_, ctx) {
    const { db, id } = ctx.museum()
    const start = await readSetting(db, id, START)
    return {
      views: (await allViews(db, id)).map(readView),
      start: typeof start === 'string' ? start : null,
    }
  },

  async keep({ id, name, definition }, ctx) {
    const view = await write(ctx, async (tx, { id: museumId }) => {
      // a call repeated after a lost answer
      if (await viewById(tx, museumId, id)) return theView(tx, museumId, id)
      await refuseTakenName(tx, museumId, name, id)
      const position = await lastPlace(tx, 'saved_view', museumId)
      const head = { museum_id: museumId, id, revision: 1, name, position, removed_at: null }
      const by = { person: ctx.person, updated_at: ctx.now() }
      await insertView(tx, { ...head, ...by, definition: JSON.stringify(definition) })
      await enterDeed(tx, museumId, ctx, {
        room: 'views',
        action: 'made',
        id,
        changes: { name: [null, name] },
      })
      return theView(tx, museumId, id)
    })
    ctx.tell(CHANGED)
    return { view: readView(view) }
  },

  async amend({ id, revision, ...wanted }, ctx) {
    const view = await write(ctx, async (tx, { id: museumId }) => {
      const row = await theView(tx, museumId, id)
      if (row.revision !== revision) throw new Fault('view.changedMeanwhile', { name: row.name })
      const { name = row.name } = wanted
      const definition = wanted.definition ? JSON.stringify(wanted.definition) : row.definition
      await refuseTakenName(tx, museumId, name, id)
      const by = { revision: revision + 1, person: ctx.person, updated_at: ctx.now() }
      await updateView(tx, museumId, id, { name, definition, ...by })
      const keys = (['name', 'definition'] as const).filter((key) => row[key] !== { name, definition }[key])
      const changes = Object.fromEntries(
        keys.map((key) => [key, [row[key], { name, definition }[key]] as const])
      )
      await enterDeed(tx, museumId, ctx, { room: 'views', action: 'amended', id, changes })
      return theView(tx, museumId, id)
    })
    ctx.tell(CHANGED)
    return { view: readView(view) }
  },

  async remove({ id }, ctx) {
    await write(ctx, async (tx, { id: museumId }) => {
      const { name } = await theView(tx, museumId, id)
      await updateView(tx, museumId, id, { removed_at: ctx.now() })
      const changes = { name: [name, null] } as const
      await enterDeed(tx, museumId, ctx, { room: 'views', action: 'removed', id, changes })
    })
    ctx.tell(CHANGED)
    return {}
  },

  async restore({ id }, ctx) {
    const view = await write(ctx, async (tx, { id: museumId }) => {
      const row = await viewById(tx, museumId, id)
      if (!row) throw new Fault('view.missing')
      if (row.removed_at === null) return row
      await refuseTakenName(tx, museumId, row.name, id)
      await updateView(tx, museumId, id, { removed_at: null })
      const changes = { name: [null, row.name] } as const
      await enterDeed(tx, museumId, ctx, { room: 'views', action: 'restored', id, changes })
      return theView(tx, museumId, id)
    })
    ctx.tell(CHANGED)
    return { view: readView(view) }
  },

  async arrange({ ids }, ctx) {
    await write(ctx, async (tx, { id: museumId }) => {
      await arrange(tx, 'saved_view', museumId, ids)
      await enterDeed(tx, museumId, ctx, { room: 'views', action: 'moved', id: museumId })
    })
    ctx.tell(CHANGED)
    return {}
  },

  async startWith({ view }, ctx) {
    await write(ctx, async (tx, { id: museumId }) => {
      const before = await readSetting(tx, museumId, START)
      await putSetting(tx, museumId, START, view)
      const changes = { start: [typeof before === 'string' ? before : null, view] } as const
      await enterDeed(tx, museumId, ctx, { room: 'views', action: 'amended', id: museumId, changes })
    })
    ctx.tell(CHANGED)
    return {}
  },
} satisfies Handlers<MuseumContract, Ctx>['views']

const readView = (row: ViewRow): SavedView => ({
  id: row.id,
  revision: row.revision,
  name: row.name,
  definition: viewDefinition.parse(JSON.parse(row.definition)),
  person: row.person,
  updatedAt: row.updated_at,
})

async function theView(db: Kysely<Database>, museumId: string, id: string): Promise<ViewRow> {
  const row = await viewById(db, museumId, id)
  if (row?.removed_at !== null) throw new Fault('view.missing')
  return row
}

async function refuseTakenName(
  tx: Kysely<Database>,
  museumId: string,
  name: string,
  exceptId: string
): Promise<void> {
  if (await isNameTaken(tx, 'saved_view', museumId, name, exceptId))
    throw new Fault('view.nameTaken', { name })
}
