import { convertResult, type ConvertResult } from '../../shared/fields/contract.ts'
import { blankDefinition } from '../../shared/fields/guess.ts'
import type { OwnCode, OwnDefinition, OwnField, OwnId } from '../../shared/fields/record.ts'
import type { FieldValues } from '../../shared/catalogue/record.ts'
import { aBronze } from '../kit/builders.ts'
import type { TestMuseum } from '../kit/museum.ts'

export const aDefinition = (given: Partial<OwnDefinition> = {}): OwnDefinition => ({
  ...blankDefinition,
  name: '展厅',
  ...given,
})

export const aCode = (label: string, ...aliases: string[]): OwnCode => ({ label, aliases, retired: false })

export const define = async (museum: TestMuseum, given: Partial<OwnDefinition> = {}): Promise<OwnField> =>
  (await museum.client.fields.define(aDefinition(given))).field

/** Registers an object and answers its id. */
export async function enter(museum: TestMuseum, number: string, given: FieldValues = {}): Promise<string> {
  const id = museum.ctx.mintId()
  await museum.client.catalogue.register({ id, values: aBronze({ number, ...given }) })
  return id
}

export const recordOf = async (museum: TestMuseum, id: string) =>
  (await museum.client.catalogue.byId({ id })).record

export async function amend(museum: TestMuseum, id: string, changes: FieldValues): Promise<string | null> {
  const { revision } = await recordOf(museum, id)
  return (await museum.client.catalogue.amend({ id, revision, changes })).entryId
}

export const fault = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: unknown) => (error instanceof Error ? error.message : String(error))
  )

export async function convert(
  museum: TestMuseum,
  { id, revision }: OwnField,
  kind: OwnField['kind'],
  more: { rehearse?: boolean; codes?: OwnCode[] } = {}
): Promise<ConvertResult> {
  const order = { id, revision, kind, codes: more.codes ?? [], rehearse: more.rehearse ?? false }
  const job = await museum.finished(await museum.client.fields.convert(order))
  if (job.status !== 'finished') throw new Error(job.fault?.code ?? job.status)
  return convertResult.parse(job.result)
}

export const numbersFound = async (museum: TestMuseum, find: object, by?: OwnId): Promise<string[]> => {
  const page = await museum.client.catalogue.page({
    find,
    ...(by ? { sort: { by } } : {}),
  })
  return page.rows.map(({ values }) => String(values.number))
}
