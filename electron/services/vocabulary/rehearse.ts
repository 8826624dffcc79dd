import type { ChangeResult, Chosen } from '../../../shared/changes/contract.ts'
import { afterDeed, recodeOf, type ValueDeed } from '../../../shared/vocabulary/deed.ts'
import { heldAdditions, holdAdditions } from '../../../shared/vocabulary/held.ts'
import { fieldOfTable } from '../../../shared/vocabulary/rules.ts'
import { additionsOf } from '../../store/vocabulary.ts'
import { rehearseChange } from '../changes/rehearse.ts'
import type { JobCtx } from '../context.ts'

/**
 * Works out what a deed makes of every record that has the value, judged by the tables as they would be. It is a rehearsed
 * bulk change like any other; nothing is changed.
 */
export async function rehearseDeed(ctx: JobCtx, deed: ValueDeed): Promise<ChangeResult> {
  const { db, id } = ctx.museum()
  const field = fieldOfTable(deed.table)?.id ?? 'category'
  const value = deed.kind === 'merge' ? deed.from : deed.table === 'era' ? deed.code : deed.before
  const find = { text: '', facets: {}, value: { field, value } }
  const before = heldAdditions()
  holdAdditions(afterDeed(await additionsOf(db, id), deed))
  try {
    const recode = recodeOf(deed)
    const chosen: Chosen = { kind: 'found', find, except: [] }
    return await rehearseChange(ctx, { chosen, deed, ...(recode === null ? {} : { recode }) })
  } finally {
    holdAdditions(before)
  }
}
