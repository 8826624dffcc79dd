import { FACETS, type Facet, type FieldId } from '../../shared/catalogue/fields.ts'
import type { FieldValues, Find, Sort } from '../../shared/catalogue/record.ts'
import type { OwnId } from '../../shared/fields/record.ts'
import { shared } from '../kit/store.ts'

/** What lies open beside the list: a record, or a new object that has an id but is not entered yet. */
export type Open =
  | { readonly kind: 'record'; readonly id: string }
  | { readonly kind: 'new'; readonly id: string; readonly start: FieldValues }

export interface View {
  readonly find: Find
  readonly sort: Sort
  readonly open: Open | null
}

const NOTHING: Find = { text: '', facets: {} }
const START: View = { find: NOTHING, sort: { by: 'number', descending: false }, open: null }

/** What the catalogue shows; it stays while one looks into another room. */
export const view = shared<View>(START)
/** How many objects match; null while that is being counted. */
export const found = shared<number | null>(null)

export function forgetView(): void {
  view.set(START)
  found.set(null)
}

export function seek(text: string): void {
  view.set((now) => (now.find.text === text ? now : { ...now, find: { ...now.find, text } }))
}

/** The chosen values of one facet; null among them stands for "not recorded". */
export function choose(facet: Facet, values: readonly (string | null)[]): void {
  view.set((now) => {
    const { [facet]: _before, ...others } = now.find.facets
    const facets = values.length === 0 ? others : { ...others, [facet]: [...values] }
    return { ...now, find: { ...now.find, facets } }
  })
}

/** The same of a code list of the museum's own. */
export function chooseOwn(field: OwnId, values: readonly (string | null)[]): void {
  view.set((now) => {
    const { own: before = {}, ...others } = now.find
    const { [field]: _before, ...rest } = before
    const own = values.length === 0 ? rest : { ...rest, [field]: [...values] }
    return { ...now, find: Object.keys(own).length === 0 ? others : { ...others, own } }
  })
}

/** Only objects with which a rule finds fault; undefined takes that off again. */
export function chooseRule(rule: string | undefined): void {
  view.set((now) => {
    const { rule: _before, ...others } = now.find
    return { ...now, find: rule === undefined ? others : { ...others, rule } }
  })
}

/** Another list altogether: what it finds and how it is sorted; whatever lies open is closed. */
export function showList(find: Find, sort: Sort): void {
  view.set({ find, sort, open: null })
}

/** The objects of a set, in its own order. */
export function showSet(set: string): void {
  showList({ text: '', facets: {}, set }, { by: 'inSet', descending: false })
}

/** The catalogue narrowed to the objects of a party. */
export function findByParty(party: string): void {
  view.set((now) => ({
    ...now,
    find: { text: '', facets: {}, party },
    sort: outsideSets(now.sort),
    open: null,
  }))
}

/** Takes one of the other things off that a list is narrowed by. */
export function dropFrom(part: 'set' | 'acquiredIn' | 'party'): void {
  view.set((now) => {
    const { [part]: _before, ...find } = now.find
    return { ...now, find, sort: part === 'set' ? outsideSets(now.sort) : now.sort }
  })
}

const outsideSets = (sort: Sort): Sort => (sort.by === 'inSet' ? START.sort : sort)

/** Nobody has asked for anything yet. */
export const isUntouched = (): boolean => view.get() === START

type Years = Find['years']

/** Only objects of those years; undefined takes that off again. */
export function chooseYears(years: Years): void {
  view.set((now) => {
    const { years: _before, ...others } = now.find
    return { ...now, find: years === undefined ? others : { ...others, years } }
  })
}

/** Only objects that may be 革命文物 and of which nobody has said so or not. */
export function chooseRedHint(wanted: boolean): void {
  view.set((now) => {
    const { redHint: _before, ...others } = now.find
    return { ...now, find: wanted ? { ...others, redHint: true } : others }
  })
}

/** The catalogue narrowed to what a rule finds fault with, of one grade or of all. */
export function findByRule(rule: string, grade?: string | null): void {
  const facets = grade === undefined ? {} : { grade: [grade] }
  view.set((now) => ({ find: { text: '', facets, rule }, sort: outsideSets(now.sort), open: null }))
}

/** The catalogue narrowed to the objects that have a value: by its facet where the field has one. */
export function findByValue(field: FieldId, value: string): void {
  const facet = FACETS.find((one) => one === field)
  const find: Find =
    facet === undefined ? { ...NOTHING, value: { field, value } } : { text: '', facets: { [facet]: [value] } }
  view.set((now) => ({ ...now, find, open: null }))
}

/** Takes that off again where the field has no facet. */
export function chooseAnyValue(): void {
  view.set((now) => {
    const { value: _before, ...others } = now.find
    return { ...now, find: others }
  })
}

export function clearFind(): void {
  view.set((now) => ({ ...now, find: NOTHING, sort: outsideSets(now.sort) }))
}

export function isNarrowed(find: Find): boolean {
  return (
    find.text.trim() !== '' ||
    find.rule !== undefined ||
    find.value !== undefined ||
    find.party !== undefined ||
    find.set !== undefined ||
    find.acquiredIn !== undefined ||
    find.own !== undefined ||
    find.years !== undefined ||
    find.redHint !== undefined ||
    Object.values(find.facets).some((values) => values.length > 0)
  )
}

export function sortBy(sort: Sort): void {
  view.set((now) =>
    now.sort.by === sort.by && now.sort.descending === sort.descending ? now : { ...now, sort }
  )
}

export function openRecord(id: string): void {
  view.set((now) =>
    now.open?.id === id && now.open.kind === 'record' ? now : { ...now, open: { kind: 'record', id } }
  )
}

export function openNew(id: string, start: FieldValues = {}): void {
  view.set((now) => ({ ...now, open: { kind: 'new', id, start } }))
}

export function closeRecord(): void {
  view.set((now) => ({ ...now, open: null }))
}
