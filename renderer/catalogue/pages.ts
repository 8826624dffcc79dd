import type { IDatasource, IGetRowsParams } from 'ag-grid-community'
import type { Find, Sort } from '../../shared/catalogue/record.ts'
import { museum } from '../bridge/museum.ts'
import { failed } from '../frame/status.ts'
import { settled } from '../kit/later.tsx'
import { cursors, type Cursors } from './cursors.ts'
import { found } from './view.ts'

/** Rows of one search for the grid: keyset pages behind the row numbers the grid asks for. */
export interface Pages extends IDatasource {
  /** Records changed: cursors and the total are worked out anew with the next page. */
  renew(): void
}

export function pagesOf(find: Find): Pages {
  let book: { readonly sort: string; readonly cursors: Cursors } = { sort: '', cursors: cursors() }
  let total: number | null = null
  const booked = (sort: Sort): Cursors => {
    const key = JSON.stringify(sort)
    if (book.sort !== key) book = { sort: key, cursors: cursors() }
    return book.cursors
  }
  const read = async (params: IGetRowsParams): Promise<void> => {
    const sort = sortOf(params)
    const known = booked(sort)
    const limit = params.endRow - params.startRow
    const page = await museum.catalogue.page({
      find,
      sort,
      ...known.nearest(params.startRow),
      limit,
      count: total === null,
    })
    if (page.total !== null) {
      total = page.total
      found.set(total)
    }
    if (page.next !== null) known.note(params.startRow + page.rows.length, page.next)
    params.successCallback(page.rows, total ?? undefined)
  }
  return {
    getRows(params) {
      read(params)
        .catch((error: unknown) => {
          failed(error)
          params.failCallback()
        })
        .finally(() => requestAnimationFrame(() => settled.set(true)))
    },
    renew() {
      book = { sort: '', cursors: cursors() }
      total = null
    },
  }
}

/** Only columns named like a sort key can be sorted, so the column's id is the key. */
function sortOf(params: IGetRowsParams): Sort {
  const [first] = params.sortModel
  if (!first) return { by: 'number', descending: false }
  return { by: first.colId as Sort['by'], descending: first.sort === 'desc' }
}
