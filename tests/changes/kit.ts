import { changeResult, type ChangeResult, type Chosen } from '../../shared/changes/contract.ts'
import type { Wish } from '../../shared/changes/wish.ts'
import type { FieldValues } from '../../shared/catalogue/record.ts'
import { aBronze } from '../kit/builders.ts'
import type { TestMuseum } from '../kit/museum.ts'

export const ALL: Chosen = { kind: 'found', find: { text: '', facets: {} }, except: [] }

export const idOf = (at: number): string => `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`

/** Registers objects 0001 … as given. */
export async function register(museum: TestMuseum, objects: readonly FieldValues[]): Promise<void> {
  for (const [at, given] of objects.entries()) {
    const values = aBronze({ number: String(at + 1).padStart(4, '0'), ...given })
    await museum.client.catalogue.register({ id: idOf(at + 1), values })
  }
}

export async function rehearse(
  museum: TestMuseum,
  chosen: Chosen,
  wish: Partial<Wish>
): Promise<ChangeResult> {
  const { set = {}, replace = [], promote = [] } = wish
  const job = await museum.finished(
    await museum.client.changes.rehearse({
      chosen,
      wish: { set, replace: [...replace], promote: [...promote] },
    })
  )
  if (job.status !== 'finished') throw new Error(job.fault?.code ?? job.status)
  return changeResult.parse(job.result)
}

export async function commit(museum: TestMuseum, batch: string, name = '批量修改'): Promise<ChangeResult> {
  const job = await museum.finished(await museum.client.changes.commit({ batch, name }))
  if (job.status !== 'finished') throw new Error(job.fault?.code ?? job.status)
  return changeResult.parse(job.result)
}

export const recordOf = async (museum: TestMuseum, at: number) =>
  (await museum.client.catalogue.byId({ id: idOf(at) })).record
