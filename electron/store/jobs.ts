import type { Insertable, Kysely, Updateable } from 'kysely'
import type { Database, JobTable } from './schema.ts'

/** A job's row is written as it goes, so that a crash leaves a truth. */
export async function insertJob(db: Kysely<Database>, row: Insertable<JobTable>): Promise<void> {
  await db.insertInto('job').values(row).execute()
}

export async function updateJob(
  db: Kysely<Database>,
  museumId: string,
  id: string,
  set: Updateable<JobTable>
): Promise<void> {
  await db.updateTable('job').set(set).where('museum_id', '=', museumId).where('id', '=', id).execute()
}

/** Jobs that were running when the program last ended: they will not go on. */
export async function interruptJobs(db: Kysely<Database>, museumId: string, at: string): Promise<void> {
  await db
    .updateTable('job')
    .set({
      status: 'interrupted',
      ended_at: at,
      fault: JSON.stringify({ code: 'job.interrupted', detail: {} }),
    })
    .where('museum_id', '=', museumId)
    .where('status', 'in', ['queued', 'running'])
    .execute()
}

/** How many jobs whose kind begins so (`imports.`) run or wait to. */
export async function jobsAtWork(db: Kysely<Database>, museumId: string, kinds: string): Promise<number> {
  const row = await db
    .selectFrom('job')
    .select((of) => of.fn.countAll<number | string>().as('n'))
    .where('museum_id', '=', museumId)
    .where('kind', 'like', `${kinds}%`)
    .where('status', 'in', ['queued', 'running'])
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}
