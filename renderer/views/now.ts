import type { Facet } from '../../shared/catalogue/fields.ts'
import type { Find, Sort } from '../../shared/catalogue/record.ts'
import { inUse } from '../../shared/fields/record.ts'
import { isRule } from '../../shared/quality/rules.ts'
import type { sets } from '../../shared/sets/contract.ts'
import {
  definitionOf,
  isSameView,
  readView,
  type Lost,
  type ViewDefinition,
} from '../../shared/views/record.ts'
import type { z } from 'zod'
import { asking } from '../bridge/asking.ts'
import { museum } from '../bridge/museum.ts'
import type { ColumnLayout } from '../catalogue/columns.tsx'
import { layoutNow } from '../catalogue/gridHold.ts'
import { showList, showSet, view, type View } from '../catalogue/view.ts'
import { goTo } from '../frame/place.ts'
import { failed } from '../frame/status.ts'
import { ownFields } from '../fields/own.ts'
import { museumToday } from '../kit/shown.ts'
import { shared } from '../kit/store.ts'

/** A view to be opened; one of the program's own has no name of the museum's and no revision. */
export interface Opening {
  readonly id: string
  readonly name: string | null
  readonly revision: number | null
  readonly definition: ViewDefinition
}

/** The view that the list was opened by, as far as it could be; `columns` are those shown now, null for the museum's own. */
export interface Standing extends Opening {
  readonly columns: ColumnLayout | null
}

export const standing = shared<Standing | null>(null)
/** What the view that stands asked for and is not there any more. */
export const lostNow = shared<readonly Lost[]>([])

const NUMBERED: Sort = { by: 'number', descending: false }
const WITHOUT_NUMBER: ReadonlySet<string> = new Set(['error', 'warning', 'pictureless'])
const yearNow = (): number => Number(museumToday().slice(0, 4))

/** The list belongs to no saved view. */
export function leaveView(): void {
  standing.set(null)
  lostNow.set([])
}

/** Opens a view: its find, its sort, its columns. What of it is not there any more is told. */
export async function openView(opening: Opening): Promise<void> {
  await goTo('catalogue')
  const { definition } = opening
  const kept = asking.getQueryData<z.output<typeof sets.list.output>>(['sets', 'list'])?.sets
  const { find, sort, lost } = readView(definition, {
    year: yearNow(),
    isRule: (rule) => isRule(rule) || WITHOUT_NUMBER.has(rule),
    isSet: kept && ((id) => kept.some((set) => set.id === id)),
    isOwn: (id) => inUse(ownFields.get()).some((field) => field.id === id),
  })
  const known = new Set(layoutNow().map(({ id }) => id))
  const isColumn = ({ id }: { readonly id: string }): boolean => known.size === 0 || known.has(id)
  const columns = definition.columns?.filter(isColumn) ?? null
  const gone = (definition.columns ?? []).filter((one) => !one.hidden && !isColumn(one))
  const now = definitionOf({ find, sort: sort ?? NUMBERED, columns }, yearNow())
  standing.set({ ...opening, definition: { ...now, sort: sort && now.sort }, columns })
  lostNow.set([...lost, ...gone.map(({ id }): Lost => ({ kind: 'column', name: id }))])
  showList(find, sort ?? NUMBERED)
  await tellLostValues(opening.id, find).catch(failed)
}

/** A value that no object has any more finds nothing, and nobody sees why. */
async function tellLostValues(id: string, { facets }: Find): Promise<void> {
  const chosen = Object.entries(facets).filter(([, values]) => values.length > 0)
  if (chosen.length === 0) return
  const only = chosen.map(([facet]) => facet as Facet)
  const counted = await museum.catalogue.facets({ find: {}, only })
  const lost = chosen.flatMap(([facet, values]) => {
    const there = new Set(counted.facets[facet as Facet]?.map(({ value }) => value))
    return values.flatMap((value): Lost[] =>
      value === null || there.has(value) ? [] : [{ kind: 'value', name: `${facet} ${value}` }]
    )
  })
  if (lost.length > 0 && standing.get()?.id === id) lostNow.set((now) => [...now, ...lost])
}

/** Opens a set as a list, in its own order. */
export async function openSet(id: string): Promise<void> {
  await goTo('catalogue')
  leaveView()
  showSet(id)
}

/** The list as it would be saved. */
export const definitionNow = (): ViewDefinition =>
  definitionOf({ ...view.get(), columns: layoutNow() }, yearNow())

/** Has the list been changed since the view was opened? */
export function isChanged(stands: Standing | null, { find, sort }: View): boolean {
  if (!stands) return false
  return !isSameView(stands.definition, definitionOf({ find, sort, columns: stands.columns }, yearNow()))
}
