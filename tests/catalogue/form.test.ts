import { describe, expect, it } from 'vitest'
import { mintId } from '../../renderer/bridge/mintId.ts'
import { cursors } from '../../renderer/catalogue/cursors.ts'
import { changesOf, formOf, isTouched, stepForm, type Form } from '../../renderer/catalogue/form.ts'
import type { FieldId } from '../../shared/catalogue/fields.ts'
import { noValues, type AllFieldValues, type FieldValue } from '../../shared/catalogue/record.ts'

const stored: AllFieldValues = { ...noValues, number: '0005', name: '清瓦当', place: '一号库' }
const fill = (form: Form, field: FieldId, value: FieldValue): Form =>
  stepForm(form, { kind: 'fill', field, value })

describe('a record being filled in', () => {
  it('knows what differs from what is stored, and is untouched again when it is put back', () => {
    const form = fill(formOf(stored, 3), 'place', '二号库')
    expect(changesOf(form)).toEqual({ place: '二号库' })
    expect(isTouched(fill(form, 'place', '一号库'))).toBe(false)
  })

  it('keeps a text that is no value yet, and forgets it when it is one', () => {
    const typing = stepForm(formOf(stored, 3), { kind: 'unread', field: 'acquiredOn', text: '去年' })
    expect(isTouched(typing)).toBe(true)
    expect(changesOf(typing)).toEqual({})
    expect(fill(typing, 'acquiredOn', '1987-05-03').unread).toEqual({})
  })

  it('is not touched by what a new object takes over from the one before', () => {
    const form = formOf(null, null, { source: '旧藏' })
    expect(isTouched(form)).toBe(false)
    // but all of it is entered
    expect(changesOf(fill(form, 'number', 'A-1'))).toEqual({ source: '旧藏', number: 'A-1' })
  })

  it('does not lose what was typed while the save was on its way', () => {
    const sent = fill(formOf(stored, 3), 'place', '二号库')
    const since = fill(sent, 'remarks', '口沿残')
    const saved = stepForm(since, {
      kind: 'stored',
      values: { ...stored, place: '二号库' },
      revision: 4,
      sent: sent.values,
    })
    expect(saved.revision).toBe(4)
    expect(changesOf(saved)).toEqual({ remarks: '口沿残' })
  })

  it('takes up a draft upon the revision it was written for, so that a colleague is not overwritten', () => {
    const values = { place: '二号库' }
    const unread = { acquiredOn: '2026-0' }
    const form = stepForm(formOf(stored, 9), { kind: 'restore', values, unread, revision: 7 })
    expect(form.unread).toEqual(unread)
    expect(form.revision).toBe(7)
    expect(changesOf(form)).toEqual({ place: '二号库' })
  })
})

describe('what follows from a field (china-standards 1.5, 1.7)', () => {
  const empty = formOf({ ...noValues }, 1)

  it('derives 质地类别 and 质地子类别 from the materials', () => {
    expect(fill(empty, 'materials', '铜').values).toMatchObject({
      materialClass: '单一质地',
      materialSubclass: '无机质',
    })
    expect(fill(fill(empty, 'materials', '铜'), 'materials', '铜,木').values).toMatchObject({
      materialClass: '复合或组合质地',
      materialSubclass: '有机无机复合或组合',
    })
  })

  it('leaves what somebody chose by hand', () => {
    const chosen = fill(fill(empty, 'materials', '铜'), 'materialClass', '复合或组合质地')
    expect(fill(chosen, 'materials', '铁').values.materialClass).toBe('复合或组合质地')
  })

  it('derives year and band from the day, the mass band from mass and unit, the period from the dating', () => {
    expect(fill(empty, 'acquiredOn', '1958-03-01').values).toMatchObject({
      acquisitionYear: 1958,
      acquisitionBand: '1949.10.1-1965',
    })
    expect(fill(fill(empty, 'mass', 1.5), 'massUnit', 'kg').values.massBand).toBe('1-50 kg')
    expect(fill(empty, 'eraText', '清乾隆二十三年').values.era).toBe(fill(empty, 'eraText', '清').values.era)
    expect(fill(empty, 'eraText', '说不清').values.era).toBeNull()
  })

  it('counts a single object as one', () => {
    expect(fill(empty, 'quantityKind', '单件').values).toMatchObject({ actualQuantity: 1, sets: 1 })
  })
})

describe('pages already seen', () => {
  it('go on from the nearest one before a row', () => {
    const known = cursors()
    expect(known.nearest(5000)).toEqual({ after: null, skip: 5000 })
    known.note(100, 'a')
    known.note(300, 'b')
    expect(known.nearest(300)).toEqual({ after: 'b', skip: 0 })
    expect(known.nearest(299)).toEqual({ after: 'a', skip: 199 })
    expect(known.nearest(50)).toEqual({ after: null, skip: 50 })
  })
})

describe('ids made by the window', () => {
  it('are UUIDv7: they sort by time', () => {
    const early = mintId(Date.UTC(2026, 0, 1))
    const late = mintId(Date.UTC(2026, 0, 2))
    expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(early < late).toBe(true)
    expect(parseInt(late.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.UTC(2026, 0, 2))
  })
})
