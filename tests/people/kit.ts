import { takenResult } from '../../shared/people/contract.ts'
import type { Gathered } from '../../shared/people/contract.ts'
import type { PartyChanges, PartyRole } from '../../shared/people/record.ts'
import { mintId } from '../../electron/services/ids.ts'
import type { TestMuseum } from '../kit/museum.ts'

export { idOf, register } from '../changes/kit.ts'

/** Enters a party; answers its id. */
export async function aParty(museum: TestMuseum, values: PartyChanges): Promise<string> {
  const id = mintId()
  await museum.client.people.register({ id, values })
  return id
}

/** Puts a party into a role of an object; answers the link's id. */
export async function link(
  museum: TestMuseum,
  objectId: string,
  partyId: string,
  role: PartyRole = 'donor',
  note: string | null = null
): Promise<string> {
  const id = mintId()
  await museum.client.people.link({ id, objectId, partyId, role, note })
  return id
}

export const partyOf = async (museum: TestMuseum, id: string) => museum.client.people.byId({ id })

/** Who is in an object, `donor 张三`. */
export const peopleOf = async (museum: TestMuseum, objectId: string): Promise<string[]> =>
  (await museum.client.people.ofObject({ objectId })).links.map(({ role, name }) => `${role} ${name}`)

export const takingOf = ({ field, source, text, role, names }: Gathered) => ({
  field,
  source,
  text,
  role,
  names,
})

export async function take(museum: TestMuseum, texts: readonly Gathered[], name = '从目录提取') {
  const job = await museum.finished(await museum.client.people.take({ name, texts: texts.map(takingOf) }))
  if (job.status !== 'finished') throw new Error(job.fault?.code ?? job.status)
  return takenResult.parse(job.result)
}

/** The whole store of people as it stands, for comparing it before and after. */
export async function storedPeople(museum: TestMuseum) {
  const parties = await museum.db.selectFrom('party').selectAll().orderBy('id').execute()
  const links = await museum.db.selectFrom('party_link').selectAll().orderBy('id').execute()
  return { parties: parties.map(({ revision: _, updated_at: __, ...row }) => row), links }
}
