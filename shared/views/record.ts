import { z } from 'zod'
import { FACETS, SORTS, type Facet, type SortKey } from '../catalogue/fields.ts'
import { find, yearsSought, type Find, type Sort } from '../catalogue/record.ts'
import { isOwnId, type OwnId } from '../fields/record.ts'

const name = z.string().max(80)

/**
 * What a saved view remembers of a list. Facets, columns and the sort are plain names, and are understood when the view is
 * opened: what they name may have gone meanwhile, or be a field of the museum's own.
 */
export const viewDefinition = z.strictObject({
  text: z.string().max(200).default(''),
  facets: z.record(name, z.array(z.string().max(2000).nullable()).max(200)).default({}),
  rule: name.nullable().default(null),
  set: name.nullable().default(null),
  /** A person or institution that the objects are linked to. */
  party: z.uuid().nullable().default(null),
  /** A year, or whatever year it is when the view is opened. */
  acquiredIn: z
    .union([z.literal('thisYear'), z.int().min(1).max(9999)])
    .nullable()
    .default(null),
  years: yearsSought.nullable().default(null),
  redHint: z.boolean().default(false),
  /** Null: as the museum has its columns otherwise. */
  columns: z
    .array(z.strictObject({ id: name, width: z.number().min(1).max(5000), hidden: z.boolean() }))
    .max(300)
    .nullable()
    .default(null),
  sort: z.strictObject({ by: name, descending: z.boolean() }).nullable().default(null),
})
export type ViewDefinition = z.output<typeof viewDefinition>

/** What a view asks for and is not there any more. */
export interface Lost {
  readonly kind: 'facet' | 'value' | 'rule' | 'set' | 'column' | 'sort'
  readonly name: string
}

export interface ReadView {
  readonly find: Find
  readonly sort: Sort | null
  readonly lost: readonly Lost[]
}

/** What is there now, to read a view by. */
export interface Known {
  readonly year: number
  readonly isRule: (rule: string) => boolean
  /** Undefined where the sets are not known yet: any is believed. */
  readonly isSet: ((id: string) => boolean) | undefined
  /** A field that the museum has added and not put aside. */
  readonly isOwn: (id: OwnId) => boolean
}

const isFacet = (id: string): id is Facet => (FACETS as readonly string[]).includes(id)
const isProgramSort = (id: string): id is SortKey => (SORTS as readonly string[]).includes(id)

/**
 * A view as the list can show it. What it names and nobody knows is left out and told in `lost`; a set that has gone
 * stays in the find, for the list must not become all objects because of it.
 */
export function readView(view: ViewDefinition, { year, isRule, isSet, isOwn }: Known): ReadView {
  const lost: Lost[] = []
  const facets: Partial<Record<Facet, (string | null)[]>> = {}
  const own: Record<OwnId, (string | null)[]> = {}
  for (const [id, values] of Object.entries(view.facets)) {
    if (isFacet(id)) facets[id] = values
    else if (isOwnId(id) && isOwn(id)) own[id] = values
    else lost.push({ kind: 'facet', name: id })
  }
  const { rule, set, party, sort, years, redHint } = view
  const knowsRule = rule !== null && isRule(rule)
  if (rule !== null && !knowsRule) lost.push({ kind: 'rule', name: rule })
  if (set !== null && isSet?.(set) === false) lost.push({ kind: 'set', name: set })
  const isSort = (by: string): by is SortKey | OwnId => isProgramSort(by) || (isOwnId(by) && isOwn(by))
  if (sort !== null && !isSort(sort.by)) lost.push({ kind: 'sort', name: sort.by })
  const acquired = view.acquiredIn === 'thisYear' ? year : view.acquiredIn
  return {
    find: find.parse({
      text: view.text,
      facets,
      ...(Object.keys(own).length === 0 ? {} : { own }),
      ...(knowsRule ? { rule } : {}),
      ...(set === null ? {} : { set }),
      ...(party === null ? {} : { party }),
      ...(acquired === null ? {} : { acquiredIn: acquired }),
      ...(years === null ? {} : { years }),
      ...(redHint ? { redHint: true } : {}),
    }),
    sort: sort !== null && isSort(sort.by) ? { by: sort.by, descending: sort.descending } : null,
    lost,
  }
}

/** A list as a view remembers it. The running year is remembered as such. */
export function definitionOf(
  now: { readonly find: Find; readonly sort: Sort; readonly columns: ViewDefinition['columns'] },
  year: number
): ViewDefinition {
  const { text, facets, own, rule, set, party, acquiredIn, years, redHint } = now.find
  const chosen = Object.entries({ ...facets, ...own }).filter(([, values]) => values.length > 0)
  return {
    text: text.trim(),
    facets: Object.fromEntries(chosen.map(([id, values]) => [id, [...values]])),
    rule: rule ?? null,
    set: set ?? null,
    party: party ?? null,
    acquiredIn: acquiredIn === year ? 'thisYear' : (acquiredIn ?? null),
    years: years ? { ...years } : null,
    redHint: redHint === true,
    columns: now.columns,
    sort: { by: now.sort.by, descending: now.sort.descending },
  }
}

/**
 * Do two views show the same list? What one of them leaves open (columns, sort) does not part them, nor does the order in
 * which values were ticked, nor a column that neither shows.
 */
export function isSameView(one: ViewDefinition, other: ViewDefinition): boolean {
  const open = <T>(a: T | null, b: T | null): boolean =>
    a === null || b === null || JSON.stringify(a) === JSON.stringify(b)
  return (
    JSON.stringify(asked(one)) === JSON.stringify(asked(other)) &&
    open(seen(one.columns), seen(other.columns)) &&
    open(one.sort, other.sort)
  )
}

const seen = (columns: ViewDefinition['columns']) =>
  columns?.filter(({ hidden }) => !hidden).map(({ id, width }) => [id, width]) ?? null

function asked({ text, facets, rule, set, party, acquiredIn, years, redHint }: ViewDefinition): unknown {
  const chosen = Object.entries(facets)
    .map(([id, values]) => [id, [...values].sort()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return [text.trim(), chosen, rule, set, party, acquiredIn, years?.from, years?.to, years?.how, redHint]
}
