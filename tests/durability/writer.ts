import { writeSync } from 'node:fs'
import { openStore } from '../../electron/store/open.ts'
import { insertObjects } from '../../electron/store/catalogue.ts'
import { putSetting, readSetting, theMuseum } from '../../electron/store/workspace.ts'
import { aWrittenObject } from '../kit/builders.ts'

/** Enters objects for ever, each with a tally in the same transaction, and prints each number once it is committed. */
const store = await openStore(process.argv[2] ?? '')
const museum = await theMuseum(store.db)
if (!museum) throw new Error('no museum')
let number = Number(await readSetting(store.db, museum.id, 'tally'))
for (;;) {
  number += 1
  const next = number
  await store.db.transaction().execute(async (tx) => {
    await insertObjects(tx, [aWrittenObject(museum.id, String(next), { remarks: '备注'.repeat(500) })])
    await putSetting(tx, museum.id, 'tally', next)
  })
  writeSync(1, `${next}\n`)
}
