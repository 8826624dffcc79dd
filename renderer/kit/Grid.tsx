import { AG_GRID_LOCALE_CN } from '@ag-grid-community/locale'
import {
  createGrid,
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  InfiniteRowModelModule,
  LocaleModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
  TooltipModule,
  type GridApi,
  type GridOptions,
} from 'ag-grid-community'
import { useEffect, useRef } from 'react'
import { nonce } from '../bridge/nonce.ts'
import { gridTheme } from './theme.ts'
import { languageNow, type Language } from './words.ts'

ModuleRegistry.registerModules([
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  InfiniteRowModelModule,
  LocaleModule,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
  TooltipModule,
])

const OURS: GridOptions = {
  theme: gridTheme,
  styleNonce: nonce,
  suppressDragLeaveHidesColumns: true,
  suppressMultiSort: true,
  suppressNoRowsOverlay: true,
  animateRows: false,
}
const NO_LOCALE = {}

/**
 * AG Grid in our look, language and content policy. It fills the box it is put in. It draws its cells itself, not through
 * React, which takes half the time: what stands in a cell is text or an element.
 */
export function Grid<T>(options: GridOptions<T>) {
  const language = languageNow()
  return <Box<T> key={language} language={language} options={options} />
}

function Box<T>({ language, options }: { readonly language: Language; readonly options: GridOptions<T> }) {
  const box = useRef<HTMLDivElement>(null)
  const grid = useRef<GridApi<T> | null>(null)
  const given = useRef(options)
  useEffect(() => {
    if (!box.current) return
    const localeText = language === 'en' ? NO_LOCALE : AG_GRID_LOCALE_CN
    const made = createGrid<T>(box.current, { ...(OURS as GridOptions<T>), localeText, ...given.current })
    grid.current = made
    return () => {
      grid.current = null
      made.destroy()
    }
  }, [language])
  useEffect(() => {
    const before: Readonly<Record<string, unknown>> = { ...given.current }
    given.current = options
    const changed = Object.entries(options).filter(([name, value]) => before[name] !== value)
    if (changed.length > 0) grid.current?.updateGridOptions(Object.fromEntries(changed))
  })
  return <div ref={box} className="grid-box" />
}
