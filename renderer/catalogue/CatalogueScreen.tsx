import { useCallback } from 'react'
import { z } from 'zod'
import { useSetting } from '../bridge/useSetting.ts'
import { useDeed } from '../frame/deeds.ts'
import { later } from '../kit/later.tsx'
import { Sash } from '../kit/Sash.tsx'
import { useWords } from '../kit/words.ts'
import { columnLayout, type ColumnLayout } from './columns.tsx'
import { EmptyList } from './EmptyList.tsx'
import { FacetPanel } from './FacetPanel.tsx'
import { fieldWithKeyboard, focusForm, focusSearch, paneNow } from './focus.ts'
import { focusGrid, stepRecord } from './gridHold.ts'
import { ObjectGrid } from './ObjectGrid.tsx'
import { Toolbar } from './Toolbar.tsx'
import { redoLast, undoLast, takesUndoKey } from './undo.ts'
import { chooseRedHint, clearFind, found, view } from './view.ts'
import './catalogue.css'
import './record.css'

const layoutShape = z.object({ pane: z.number(), facets: z.boolean(), columns: columnLayout })
const LAYOUT: z.output<typeof layoutShape> = { pane: 460, facets: true, columns: [] }
const RecordPane = later(async () => (await import('./RecordPane.tsx')).RecordPane)
const PANE = { least: 360, most: 900 } as const

function otherPane(): void {
  const now = paneNow()
  if (now === 'list' && view.get().open) focusForm()
  else if (now === 'form') focusSearch()
  else focusGrid()
}

/** From record to record with the keyboard staying in the same field. */
function walk(step: 1 | -1): void {
  const field = fieldWithKeyboard()
  stepRecord(step)
  if (field !== undefined) setTimeout(() => focusForm(field), 0)
}

const previous = (): void => walk(-1)
const next = (): void => walk(1)
const seeRedHints = (): void => chooseRedHint(true)
const undoing = { takesKey: takesUndoKey }

/** The catalogue: facets, the list, and beside it the record that lies open. */
export function CatalogueScreen() {
  const say = useWords()
  const { open, find } = view.use()
  const count = found.use()
  const [layout, keep] = useSetting('catalogue.layout', layoutShape, LAYOUT)
  const toggleFacets = useCallback(() => keep({ ...layout, facets: !layout.facets }), [layout, keep])
  const keepColumns = useCallback((columns: ColumnLayout) => keep({ ...layout, columns }), [layout, keep])
  useDeed('catalogue.find', focusSearch)
  useDeed('catalogue.clear', clearFind)
  useDeed('catalogue.redHint', seeRedHints)
  useDeed('view.facets', toggleFacets)
  useDeed('pane.other', otherPane)
  useDeed('record.previous', previous, { enabled: open !== null })
  useDeed('record.next', next, { enabled: open !== null })
  useDeed('edit.undo', undoLast, undoing)
  useDeed('edit.redo', redoLast, undoing)
  return (
    <div className={open ? 'catalogue with-record' : 'catalogue'}>
      {layout.facets ? <FacetPanel /> : null}
      <section className="catalogue-list" aria-label={say('frame.room.catalogue')}>
        <Toolbar facets={layout.facets} toggleFacets={toggleFacets} />
        <div className="catalogue-grid">
          <ObjectGrid layout={layout.columns} keepLayout={keepColumns} />
          {count === 0 ? <EmptyList find={find} /> : null}
        </div>
      </section>
      {open ? (
        <>
          <Sash
            label={say('catalogue.pane.width')}
            width={layout.pane}
            {...PANE}
            move={(pane) => keep({ ...layout, pane })}
          />
          <aside
            className="catalogue-record"
            style={{ width: layout.pane }}
            aria-label={say('catalogue.record')}
          >
            <RecordPane key={open.id} open={open} />
          </aside>
        </>
      ) : null}
    </div>
  )
}
