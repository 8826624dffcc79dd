import { clipboardText } from '../../shared/changes/clipboard.ts'
import { isFieldKey, type ObjectRow } from '../../shared/catalogue/record.ts'
import { museum } from '../bridge/museum.ts'
import { shownValue } from '../catalogue/choices.ts'
import { columnsNow } from '../catalogue/gridHold.ts'
import { found, view } from '../catalogue/view.ts'
import { failed, refused, saved } from '../frame/status.ts'
import { say } from '../kit/words.ts'
import { choice, countOf, isChosen } from './chosen.ts'

const PAGE = 500
/** More is a report's work. */
const MOST = 20_000

/** Copies the chosen rows as the list shows them, its heading first; the status line says how it went. */
export function copyChosen(): void {
  void copyRows().catch(failed)
}

export function copyCell(text: string): void {
  navigator.clipboard
    .writeText(clipboardText([[text]]).trimEnd())
    .then(() => saved('changes.copied.cell'), failed)
}

async function copyRows(): Promise<void> {
  const wanted = countOf(choice.get(), found.get()) ?? 0
  if (wanted === 0) return
  if (wanted > MOST) return refused('changes.copied.most', { most: MOST })
  const fields = ['number', ...columnsNow().flatMap(({ id, shown }) => (shown ? [id] : []))].filter(
    isFieldKey
  )
  const rows = [fields.map((id) => say.open(`field.${id}`))]
  for await (const { values } of chosenRows(wanted)) rows.push(fields.map((id) => shownValue(id, values[id])))
  await navigator.clipboard.writeText(clipboardText(rows))
  saved('changes.copied', { count: rows.length - 1 })
}

/** The chosen rows in the order of the list, also those that the grid does not hold. */
async function* chosenRows(wanted: number): AsyncGenerator<ObjectRow> {
  const { find, sort } = view.get()
  const now = choice.get()
  let after: string | null = null
  let given = 0
  while (given < wanted) {
    const page: Awaited<ReturnType<typeof museum.catalogue.page>> = await museum.catalogue.page({
      find,
      sort,
      after,
      limit: PAGE,
      count: false,
    })
    for (const row of page.rows) {
      if (!isChosen(row.id, now)) continue
      given += 1
      yield row
    }
    if (page.next === null) return
    after = page.next
  }
}
