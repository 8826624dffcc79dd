import { describe, expect, it } from 'vitest'
import { handlers } from '../../electron/services/index.ts'
import { callOf, channels } from '../../shared/contract/define.ts'
import { contract } from '../../shared/contract/index.ts'
import { ROLES } from '../../shared/contract/roles.ts'
import { FIELDS, FIELD_IDS } from '../../shared/catalogue/fields.ts'
import { columnOf, FIELD_COLUMNS } from '../../electron/store/catalogue.ts'

describe('the contract', () => {
  it('has a handler for every call and no other handlers', () => {
    const supplied = Object.entries(handlers).flatMap(([room, calls]) =>
      Object.keys(calls).map((name) => `${room}.${name}`)
    )
    expect(supplied.sort()).toEqual(channels(contract).sort())
  })

  it('says of every call who may make it', () => {
    for (const channel of channels(contract)) {
      const call = callOf(contract, channel)
      expect(call?.roles.length, channel).toBeGreaterThan(0)
      expect(
        call?.roles.every((role) => ROLES.includes(role)),
        channel
      ).toBe(true)
    }
  })
})

describe('the fields of a record', () => {
  it('are named once, and have a column each', () => {
    expect(new Set(FIELD_IDS).size).toBe(FIELD_IDS.length)
    expect(new Set(FIELD_COLUMNS.map(([, column]) => column)).size).toBe(FIELD_IDS.length)
    expect(columnOf('acquisitionYear')).toBe('acquisition_year')
  })

  it('cover numbers 3 to 36 of the national table, in its order', () => {
    const numbers = FIELDS.map((field) => field.census).filter((number) => number !== undefined)
    expect([...new Set(numbers)].sort((a, b) => a - b)).toEqual(Array.from({ length: 34 }, (_, at) => at + 3))
  })
})
