import type { ColDef, ColumnState, GridApi, ICellRendererParams } from 'ag-grid-community'
import { z } from 'zod'
import { SORTS, type FieldId } from '../../shared/catalogue/fields.ts'
import { isNumber, isOwnId, type OwnField } from '../../shared/fields/record.ts'
import type { FieldKey, ObjectRow } from '../../shared/catalogue/record.ts'
import { tickElement } from '../changes/marking.ts'
import { gripElement } from '../sets/grip.ts'
import { anyField, isOwn } from '../fields/own.ts'
import { markElement } from '../kit/Mark.tsx'
import { shownInstant } from '../kit/shown.ts'
import { say, type Say } from '../kit/words.ts'
import { shownValue } from './choices.ts'

/** Columns in their first order: the remarks stand between the two; the last are hidden until somebody wants them. */
const FIRST: readonly (readonly [FieldId, width: number])[] = [
  ['number', 100],
  ['name', 180],
  ['era', 165],
  ['grade', 76],
]
const THEN: readonly (readonly [FieldId, width: number])[] = [
  ['category', 120],
  ['materials', 90],
  ['actualQuantity', 78],
  ['sizeText', 150],
  ['completeness', 96],
  ['condition', 150],
  ['source', 90],
  ['place', 120],
]
const MORE: readonly (readonly [FieldId, width: number])[] = [
  ['registeredOn', 100],
  ['acquiredOn', 100],
  ['eraText', 130],
  ['quantityUnit', 76],
  ['mass', 80],
  ['massUnit', 76],
  ['formerName', 140],
  ['classNumber', 100],
  ['censusNumber', 180],
  ['acquisitionYear', 80],
  ['findPlace', 120],
  ['sourceDetail', 120],
  ['author', 100],
  ['remarks', 180],
]
const OWN_WIDTH = 120
/** Long texts are no part of the list. */
const isListed = ({ kind }: OwnField): boolean => kind !== 'longText'
const NUMBERS = new Set<string>(['actualQuantity', 'mass', 'acquisitionYear'])
const sortable = (id: string): boolean => (SORTS as readonly string[]).includes(id)

/** The column of ticks, which always stands first and is no part of the layout. */
const TICKS = 'chosen'

function ticks(words: Say): ColDef<ObjectRow> {
  return {
    colId: TICKS,
    headerName: words('changes.tick'),
    width: 44,
    pinned: 'left',
    lockPosition: 'left',
    lockVisible: true,
    resizable: false,
    cellRenderer: ({ data }: ICellRendererParams<ObjectRow>) =>
      data ? tickElement(data.id, say('changes.tick.row', { number: String(data.values.number ?? '') })) : '',
  }
}

/** Shown only while a set is looked at: the place in it, with a grip to move it, and what is noted there. */
export const SET_COLUMNS = ['inSet', 'setNote'] as const
const NO_LAYOUT: ReadonlySet<string> = new Set([TICKS, ...SET_COLUMNS])

const setColumns = (words: Say): readonly [ColDef<ObjectRow>, ColDef<ObjectRow>] => [
  {
    colId: 'inSet',
    headerName: words('sets.column.place'),
    headerTooltip: words('sets.column.place.what'),
    width: 64,
    hide: true,
    pinned: 'left',
    lockPosition: 'left',
    lockVisible: true,
    sortable: true,
    // a value, so that the cell is drawn anew when the row has another place
    valueGetter: ({ data, node }) => (data ? (node?.rowIndex ?? 0) + 1 : ''),
    cellRenderer: ({ data, value }: ICellRendererParams<ObjectRow, number>) =>
      data ? gripElement(data.id, value ?? 0) : '',
  },
  {
    colId: 'setNote',
    headerName: words('sets.column.note'),
    width: 160,
    hide: true,
    valueGetter: ({ data }) => data?.note ?? '',
  },
]

/** How the museum likes its columns: order, width and what is hidden. */
export const columnLayout = z.array(z.object({ id: z.string(), width: z.number(), hidden: z.boolean() }))
export type ColumnLayout = z.output<typeof columnLayout>

export function layoutOf(state: readonly ColumnState[]): ColumnLayout {
  const own = state.filter(({ colId }) => !NO_LAYOUT.has(colId))
  return own.map(({ colId, width, hide }) => ({ id: colId, width: width ?? 100, hidden: hide === true }))
}

/** The columns as they are while nobody has laid them out. */
const firstLayout = (own: readonly OwnField[]): ColumnLayout =>
  columnsOf(say, [], own)
    .filter(({ colId = '' }) => !NO_LAYOUT.has(colId))
    .map(({ colId = '', width = 100, hide }) => ({ id: colId, width, hidden: hide === true }))

/** Another layout than the grid has, such as the museum's own once it is open; the same one changes nothing. */
export function layOut(api: GridApi<ObjectRow>, layout: ColumnLayout, own: readonly OwnField[]): void {
  const wanted = layout.length === 0 ? firstLayout(own) : layout
  if (JSON.stringify(wanted) === JSON.stringify(layoutOf(api.getColumnState()))) return
  const state = wanted.map(({ id, width, hidden }) => ({ colId: id, width, hide: hidden }))
  const at = state.findIndex(({ colId }) => colId === 'name') + 1
  const all = [...state.slice(0, at), { colId: 'setNote' }, ...state.slice(at)]
  api.applyColumnState({ state: [{ colId: TICKS }, { colId: 'inSet' }, ...all], applyOrder: true })
}

function warnings({ data }: ICellRendererParams<ObjectRow>): HTMLElement | '' {
  if (!data || data.warnings === 0) return ''
  return markElement('warning', say('catalogue.grid.warnings', { count: data.warnings }))
}

function fieldColumn(
  words: Say,
  [id, width]: readonly [FieldKey, number],
  hidden: boolean
): ColDef<ObjectRow> {
  const own = anyField(id)
  const isFigure = NUMBERS.has(id) || (own !== undefined && isOwn(own) && isNumber(own))
  return {
    colId: id,
    headerName: words.open(`field.${id}`),
    width,
    hide: hidden,
    sortable: isOwnId(id) || sortable(id),
    valueGetter: ({ data }) => shownValue(id, data?.values[id]) || periodInWords(id, data),
    ...(isFigure ? { cellClass: 'figure', headerClass: 'figure-head' } : {}),
    ...(id === 'number' ? { pinned: 'left' as const, lockPosition: 'left' as const, lockVisible: true } : {}),
  }
}

/** 宋-元 and 近代 are no values of the census: the column then shows what the museum wrote. */
function periodInWords(id: FieldKey, data: ObjectRow | undefined): string {
  return id === 'era' ? String(data?.values.eraText ?? '') : ''
}

/** The grid's columns in the kept layout; columns the layout does not know come last. */
export function columnsOf(words: Say, layout: ColumnLayout, own: readonly OwnField[]): ColDef<ObjectRow>[] {
  const columns: ColDef<ObjectRow>[] = [
    ...FIRST.map((one) => fieldColumn(words, one, false)),
    {
      colId: 'warnings',
      headerName: words('catalogue.grid.warnings.head'),
      width: 100,
      sortable: false,
      cellRenderer: warnings,
    },
    ...THEN.map((one) => fieldColumn(words, one, false)),
    ...MORE.map((one) => fieldColumn(words, one, true)),
    ...own.filter(isListed).map(({ id }) => fieldColumn(words, [id, OWN_WIDTH], true)),
    {
      colId: 'updatedAt',
      headerName: words('catalogue.grid.updatedAt'),
      width: 130,
      hide: true,
      sortable: true,
      valueGetter: ({ data }) => (data ? shownInstant(data.updatedAt) : ''),
    },
  ]
  const place = new Map(layout.map((kept, at) => [kept.id, { ...kept, at }]))
  const laidOut = columns
    .map((column) => {
      const kept = place.get(column.colId ?? '')
      return kept ? { ...column, width: kept.width, hide: kept.hidden } : column
    })
    .sort((a, b) => (place.get(a.colId ?? '')?.at ?? 999) - (place.get(b.colId ?? '')?.at ?? 999))
  const [inSet, note] = setColumns(words)
  const at = laidOut.findIndex(({ colId }) => colId === 'name') + 1
  return [ticks(words), inSet, ...laidOut.slice(0, at), note, ...laidOut.slice(at)]
}

export function sortWords(by: string): string {
  if (by === 'inSet') return say('sets.sorted')
  return by === 'updatedAt' ? say('catalogue.grid.updatedAt') : say.open(`field.${by}`)
}
