import { Migrator, type Migration } from 'kysely/migration'
import type { Kysely } from 'kysely'
import { Fault } from '../../../shared/contract/faults.ts'
import type { Database } from '../schema.ts'
import * as house from './0001_house.ts'
import * as catalogue from './0002_catalogue.ts'
import * as pictures from './0003_pictures.ts'
import * as quality from './0004_quality.ts'
import * as vocabulary from './0005_vocabulary.ts'
import * as card from './0012_card.ts'
import * as people from './0006_people.ts'
import * as numbers from './0009_numbers.ts'
import * as views from './0007_views.ts'
import * as ownFields from './0010_own_fields.ts'
import * as relations from './0008_relations.ts'
import * as attachments from './0011_attachments.ts'
import * as rehearsed from './0013_rehearsed.ts'

/** In order; released ones are never changed. No `down`: the copy taken before migrating is the way back. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001_house': house,
  '0002_catalogue': catalogue,
  '0003_pictures': pictures,
  '0004_quality': quality,
  '0005_vocabulary': vocabulary,
  '0012_card': card,
  '0006_people': people,
  '0009_numbers': numbers,
  '0007_views': views,
  '0010_own_fields': ownFields,
  '0008_relations': relations,
  '0011_attachments': attachments,
  '0013_rehearsed': rehearsed,
}

const migratorOf = (db: Kysely<Database>, migrations: Readonly<Record<string, Migration>>) =>
  new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } })

/** Names of the migrations a file still lacks; `Fault('museum.fromFuture')` for a file that knows more than we do. */
export async function pendingMigrations(
  db: Kysely<Database>,
  migrations: Readonly<Record<string, Migration>> = MIGRATIONS
): Promise<string[]> {
  const applied = await appliedMigrations(db)
  if (applied.some((name) => !Object.hasOwn(migrations, name))) throw new Fault('museum.fromFuture')
  return Object.keys(migrations).filter((name) => !applied.includes(name))
}

/** Brings the store up to date in one transaction: all of the pending migrations or none. */
export async function migrate(
  db: Kysely<Database>,
  migrations: Readonly<Record<string, Migration>> = MIGRATIONS
): Promise<void> {
  await pendingMigrations(db, migrations)
  const { error } = await migratorOf(db, migrations).migrateToLatest()
  if (error !== undefined)
    throw error instanceof Error ? error : new Error('migration failed', { cause: error })
}

async function appliedMigrations(db: Kysely<Database>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'kysely_migration')) return []
  const bookkeeping = db.$extendTables<{ kysely_migration: { name: string } }>()
  const rows = await bookkeeping.selectFrom('kysely_migration').select('name').orderBy('name').execute()
  return rows.map((row) => row.name)
}
