import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { putPattern } from '../../electron/store/numbers.ts'
import { openStore } from '../../electron/store/open.ts'
import { aFolder, MUSEUM_ID } from '../durability/folder.ts'
import { aMuseum } from '../kit/museum.ts'
import { aPattern, LEDGER, registerNext } from './kit.ts'

const EACH = 40
const run = promisify(execFile)

it('three programs at once on one file never get the same number, and leave no gap', async () => {
  const { folder, remove } = await aFolder()
  const store = await openStore(folder)
  await putPattern(store.db, MUSEUM_ID, LEDGER, JSON.stringify(aPattern()))
  await store.close()
  const registrar = ['--no-warnings', 'tests/numbers/registrar.ts', folder, String(EACH)]
  const told = await Promise.all([1, 2, 3].map(() => run(process.execPath, registrar)))
  const numbers = told.flatMap(({ stdout }) => stdout.trim().split('\n'))
  expect(numbers.toSorted()).toEqual(
    Array.from({ length: 3 * EACH }, (_, at) => String(at + 1).padStart(4, '0'))
  )
  // they were at it at the same time: none had its numbers in one run
  const inOneRun = told.filter(({ stdout }) => {
    const own = stdout.trim().split('\n').map(Number)
    return (own.at(-1) ?? 0) - (own[0] ?? 0) === EACH - 1
  })
  expect(inOneRun.length).toBeLessThan(3)
  remove()
}, 60_000)

it.each(['sqlite', 'postgres'] as const)(
  'two windows that ask at once get two numbers: %s',
  async (engine) => {
    const museum = await aMuseum({ engine })
    await museum.client.numbers.keepPattern({ series: LEDGER, pattern: aPattern() })
    const numbers = await Promise.all(Array.from({ length: 12 }, () => registerNext(museum)))
    expect(numbers.toSorted()).toEqual(Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(4, '0')))
    await museum.close()
  }
)
