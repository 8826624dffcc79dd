import { z } from 'zod'
import { command, query } from '../contract/define.ts'
import { CATALOGUERS, EVERYONE } from '../contract/roles.ts'
import { viewDefinition } from './record.ts'

const id = z.uuid()
const name = z.string().trim().min(1).max(60)
const revision = z.int().min(1)

export const savedView = z.object({
  id: z.string(),
  revision,
  name: z.string(),
  definition: viewDefinition,
  person: z.string(),
  updatedAt: z.string(),
})
export type SavedView = z.output<typeof savedView>

const one = z.object({ view: savedView })

export const views = {
  /** In their order. `start` is the view that is shown first: a saved one by its id, or one of the program's by its name. */
  list: query(
    EVERYONE,
    z.strictObject({}),
    z.object({ views: z.array(savedView), start: z.string().nullable() })
  ),
  /** A new view; the id is the caller's, so that a repeated call keeps one. Fault: view.nameTaken. */
  keep: command(CATALOGUERS, z.strictObject({ id, name, definition: viewDefinition }), one),
  /** Another name or another list; `revision` is the one that was shown. Faults: view.missing, view.changedMeanwhile, view.nameTaken. */
  amend: command(
    CATALOGUERS,
    z.strictObject({ id, revision, name: name.optional(), definition: viewDefinition.optional() }),
    one
  ),
  /** Fault: view.missing. `restore` brings it back as it was. */
  remove: command(CATALOGUERS, z.strictObject({ id }), z.object({})),
  restore: command(CATALOGUERS, z.strictObject({ id }), one),
  /** The views in a new order; one that is not named keeps its place behind them. */
  arrange: command(CATALOGUERS, z.strictObject({ ids: z.array(id).max(500) }), z.object({})),
  /** The view that is shown first; null is the whole catalogue. */
  startWith: command(CATALOGUERS, z.strictObject({ view: z.string().max(80).nullable() }), z.object({})),
} as const
