import { changeResult, type ChangeResult } from '../../shared/changes/contract.ts'
import type { WantedDeed } from '../../shared/vocabulary/contract.ts'
import type { TestMuseum } from '../kit/museum.ts'

/** Adds a value to a table under a national one, and answers its code. */
export async function add(
  museum: TestMuseum,
  value: Parameters<TestMuseum['client']['vocabulary']['add']>[0]
): Promise<string> {
  return (await museum.client.vocabulary.add(value)).code
}

/** What a merger or a new name would do: the rehearsal's answer. */
export async function rehearseDeed(museum: TestMuseum, wanted: WantedDeed): Promise<ChangeResult> {
  const job = await museum.finished(await museum.client.vocabulary.rehearse({ wanted }))
  if (job.status !== 'finished') throw new Error(job.fault?.code ?? job.status)
  return changeResult.parse(job.result)
}

/** What the judge finds in an object as it is stored. */
export async function codesOf(museum: TestMuseum, id: string): Promise<string[]> {
  const { findings } = await museum.client.quality.ofRecord({ id })
  return findings.map(({ code }) => code)
}

/** How many objects have a value of a field. */
export async function usesOf(museum: TestMuseum, field: string, value: string): Promise<number> {
  const { uses } = await museum.client.vocabulary.uses({})
  return uses.find((use) => use.field === field && use.value === value)?.count ?? 0
}
