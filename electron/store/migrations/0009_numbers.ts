import { sql } from 'kysely'
import { createIndex, createTable, isSqlite, type BareDb } from './columns.ts'

/**
 * The whole museum's changes in the order of time; how each kind of number is made; and the numbers that objects had and
 * have no longer. What stands in the catalogue is not written down twice: an import of a hundred thousand rows costs nothing.
 */
export async function up(db: BareDb): Promise<void> {
  await createIndex(db, 'audit_by_time', 'audit (museum_id, at, id)')
  await createIndex(db, 'audit_by_person', 'audit (museum_id, person, at, id)')
  await createIndex(db, 'audit_by_room', 'audit (museum_id, room, at, id)')
  await createTable(db, 'number_pattern', { museum_id: 'text!', series: 'text!', pattern: 'text!' }, [
    'primary key (museum_id, series)',
    'foreign key (museum_id) references museum (id)',
  ])
  await createTable(
    db,
    'number_past',
    { museum_id: 'text!', series: 'text!', number: 'text!', record_id: 'text!' },
    ['primary key (museum_id, series, number, record_id)', 'foreign key (museum_id) references museum (id)']
  )
  await createIndex(db, 'object_class_number', 'object (museum_id, class_number)')
  await fromHistory(db)
}

/** Numbers of the history that no object bears now: before and after of every change of one. */
async function fromHistory(db: BareDb): Promise<void> {
  const lite = isSqlite(db)
  for (const [field, column] of [
    ['number', 'number'],
    ['classNumber', 'class_number'],
  ] as const) {
    for (const side of [0, 1] as const) {
      const text = part(lite, field, side)
      const type = sql`coalesce(${part(lite, 'numberType', side)}, object.number_type, ${'藏品总登记号'})`
      const series = field === 'number' ? type : sql`${'分类号'}`
      await sql`insert into number_past (museum_id, series, number, record_id)
        select distinct audit.museum_id, ${series}, ${text}, audit.record_id
        from audit left join object on object.museum_id = audit.museum_id and object.id = audit.record_id
        where audit.changes like ${`%"${field}":%`} and ${text} is not null
          and (object.id is null or object.${sql.ref(column)} is null or object.${sql.ref(column)} <> ${text})
        on conflict do nothing`.execute(db)
    }
  }
  // of undone imports the lines that were kept still say which numbers there were
  await sql`insert into number_past (museum_id, series, number, record_id)
    select import_line.museum_id, ${'藏品总登记号'}, import_line.number, import_line.object_id
    from import_line join batch on batch.museum_id = import_line.museum_id and batch.id = import_line.batch_id
    where batch.status = 'undone' and import_line.verdict = 'new' and import_line.number is not null
      and import_line.object_id is not null
      and not exists (select 1 from object where object.museum_id = import_line.museum_id
        and object.id = import_line.object_id)
    on conflict do nothing`.execute(db)
}

/** The text of one side of a change in the history's JSON. */
function part(lite: boolean, field: string, side: 0 | 1) {
  return lite
    ? sql`json_extract(audit.changes, ${`$.${field}[${side}]`})`
    : sql`(audit.changes::json -> ${sql.lit(field)} ->> ${sql.lit(side)})`
}
