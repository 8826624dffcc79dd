import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refuseForeign } from '../../electron/store/foreign.ts'
import { asFault } from '../../electron/store/health.ts'
import { openStore } from '../../electron/store/open.ts'
import { Fault } from '../../shared/contract/faults.ts'
import { MUSEUM_ID, aFolder } from '../durability/folder.ts'

let folder = ''
let remove = (): void => {}
beforeEach(async () => {
  const made = await aFolder()
  folder = made.folder
  remove = made.remove
})
afterEach(() => remove())

/** Does this to the closed museum's file, as somebody else's program would. */
function craft(deed: (file: SQLite.Database) => void): void {
  const file = new SQLite(join(folder, 'museum.db'))
  // without it the schema's own table cannot be written to
  file.unsafeMode(true)
  deed(file)
  file.close()
}

/** What is said of the file: the code of the refusal, or null. */
function refused(): string | null {
  const file = new SQLite(join(folder, 'museum.db'))
  file.pragma('trusted_schema = off')
  try {
    refuseForeign(file)
    return null
  } catch (error) {
    const fault = asFault(error)
    if (fault instanceof Fault) return fault.code
    throw error
  } finally {
    file.close()
  }
}

const audits = (): number => {
  const file = new SQLite(join(folder, 'museum.db'))
  file.pragma('trusted_schema = off')
  file
    .prepare('insert into setting (museum_id, key, value) values (?, ?, ?)')
    .run(MUSEUM_ID, 'place', 'on the shelf')
  const count = file.prepare('select count(*) from audit').pluck().get()
  file.close()
  return Number(count)
}

const WIPE = 'after insert on setting begin delete from audit; end'

describe("S52 a file with somebody else's schema", () => {
  beforeEach(() =>
    craft((file) =>
      file
        .prepare(
          `insert into audit (museum_id, id, at, person, action, room, record_id, changes)
           values (?, 'a', '2026-03-01T04:00:00.000Z', '张三', 'register', 'catalogue', 'r', '{}')`
        )
        .run(MUSEUM_ID)
    )
  )

  it('is a museum when it holds what the migrations make', () => {
    expect(refused()).toBeNull()
    expect(audits()).toBe(1)
  })

  it('is none when a trigger waits in it for the first row that is written', () => {
    craft((file) => file.exec(`create trigger keep ${WIPE}`))
    expect(refused()).toBe('museum.notMuseum')
    expect(audits(), 'this is what it is refused for').toBe(0)
  })

  it('is not opened, and left as it is', async () => {
    craft((file) => file.exec(`create trigger keep ${WIPE}`))
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'museum.notMuseum' })
    craft((file) => expect(file.prepare('select count(*) from audit').pluck().get()).toBe(1))
  })

  it.each([
    ['a view', 'create view shelf as select * from object'],
    ['a view that calls functions', "create view shelf as select load_extension('/a.so')"],
    ['a view where a table was', 'drop table import_heading; create view import_heading as select 1 as a'],
    [
      'a trigger on a view',
      'create view shelf as select 1 as a; create trigger t instead of insert on shelf begin select 1; end',
    ],
    ['a trigger that calls functions', "create trigger t after insert on setting begin select hex('a'); end"],
  ])('is none with %s', (_what, text) => {
    craft((file) => file.exec(text))
    expect(refused()).toBe('museum.notMuseum')
  })

  it.each([
    // SQLite sees through these by itself
    ['as a table', 'museum.damaged', 'table', `CREATE TRIGGER keep ${WIPE}`],
    ['as an index', 'museum.damaged', 'index', `CREATE TRIGGER keep ${WIPE}`],
    ['as nothing known', 'museum.damaged', '', `CREATE TRIGGER keep ${WIPE}`],
    // and takes these
    ['with a remark', 'museum.notMuseum', 'trigger', `CREATE /* TABLE */ TRIGGER keep ${WIPE}`],
    ['on two lines', 'museum.notMuseum', 'trigger', `CREATE\nTRIGGER keep ${WIPE}`],
    ['in small letters', 'museum.notMuseum', 'trigger', `create trigger keep ${WIPE}`],
    ['for the moment', 'museum.notMuseum', 'trigger', `CREATE TEMP TRIGGER keep ${WIPE}`],
  ])('is none either when the trigger is written %s: %s', (_how, code, type, text) => {
    craft((file) => {
      file.pragma('writable_schema = on')
      file
        .prepare(`insert into sqlite_master (type, name, tbl_name, rootpage, sql) values (?, ?, ?, 0, ?)`)
        .run(type, 'keep', 'setting', text)
    })
    expect(refused()).toBe(code)
  })
})
