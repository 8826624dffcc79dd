// node registrar.ts FOLDER COUNT: enters so many objects, each with the next free number, and prints the numbers
import { allocated } from '../../electron/services/numbers/next.ts'
import { insertObjects } from '../../electron/store/catalogue.ts'
import { openStore } from '../../electron/store/open.ts'
import { theMuseum } from '../../electron/store/workspace.ts'
import { aWrittenObject } from '../kit/builders.ts'

const [folder = '', count = ''] = process.argv.slice(2)
const store = await openStore(folder, { role: 'job' })
const museum = await theMuseum(store.db)
if (!museum) throw new Error('no museum')
for (let at = 0; at < Number(count); at++) {
  const number = await store.db.transaction().execute(async (tx) => {
    const given = { numberType: '藏品总登记号', name: '器' }
    const values = await allocated(tx, museum.id, given, ['number'], '2026-03-01')
    await insertObjects(tx, [aWrittenObject(museum.id, String(values.number))])
    return String(values.number)
  })
  process.stdout.write(`${number}\n`)
}
await store.close()
