import type { Stood } from '../../shared/audit/contract.ts'
import type { FieldValues } from '../../shared/catalogue/record.ts'
import { idOf } from '../changes/kit.ts'
import type { TestMuseum } from '../kit/museum.ts'

export const theVessel = idOf(1)

export async function amend(museum: TestMuseum, at: string, changes: FieldValues, reason?: string) {
  museum.at(at)
  const { record } = await museum.client.catalogue.byId({ id: theVessel })
  return museum.client.catalogue.amend({
    id: theVessel,
    revision: record.revision,
    changes,
    ...(reason === undefined ? {} : { reason }),
  })
}

export async function stoodOf(
  museum: TestMuseum,
  key: string,
  recordId = theVessel
): Promise<readonly Stood[]> {
  return (await museum.client.audit.ofField({ recordId, key })).stood
}

/** Brings a field back to how it stood before the newest entry but `ago`. */
export async function restore(museum: TestMuseum, key: string, ago: number, reason?: string) {
  const { revision, stood } = await museum.client.audit.ofField({ recordId: theVessel, key })
  const before = stood[ago]?.until ?? ''
  return museum.client.audit.restore({
    recordId: theVessel,
    key,
    before,
    revision,
    ...(reason === undefined ? {} : { reason }),
  })
}
