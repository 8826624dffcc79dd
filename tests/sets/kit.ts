import { fillResult, type FillingFrom, type FillResult } from '../../shared/sets/contract.ts'
import type { Chosen } from '../../shared/changes/contract.ts'
import type { TestMuseum } from '../kit/museum.ts'

export const setId = (at: number): string => `01910000-0000-7000-8000-${String(at).padStart(12, '0')}`

export async function makeSet(museum: TestMuseum, at: number, name: string): Promise<string> {
  const id = setId(at)
  await museum.client.sets.make({ id, name, kind: 'exhibit' })
  return id
}

/** Numbers of a set in its own order. */
export async function numbersIn(museum: TestMuseum, set: string): Promise<string[]> {
  const { members } = await museum.client.sets.members({ set })
  return members.map(({ number }) => number)
}

export async function fill(museum: TestMuseum, set: string, filling: FillingFrom): Promise<FillResult> {
  const job = await museum.finished(await museum.client.sets.fill({ set, filling }))
  if (job.status !== 'finished') throw new Error(job.fault?.code ?? job.status)
  return fillResult.parse(job.result)
}

export async function drain(museum: TestMuseum, set: string, chosen: Chosen): Promise<FillResult> {
  const job = await museum.finished(await museum.client.sets.drain({ set, chosen }))
  if (job.status !== 'finished') throw new Error(job.fault?.code ?? job.status)
  return fillResult.parse(job.result)
}
