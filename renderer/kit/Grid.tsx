import { AG_GRID_LOCALE_CN } from '@ag-grid-community/locale'
import {
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  InfiniteRowModelModule,
  LocaleModule,
  ModuleRegistry,
  RowApiModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
  TooltipModule,
} from 'ag-grid-community'
import { AgGridReact, type AgGridReactProps } from 'ag-grid-react'
import { nonce } from '../bridge/nonce.ts'
import { gridTheme } from './theme.ts'
import { languageNow } from './words.ts'

ModuleRegistry.registerModules([
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  InfiniteRowModelModule,
  LocaleModule,
  RowApiModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
  TooltipModule,
])

const NO_LOCALE = {}

/** AG Grid in our look, language and content policy. It fills the box it is put in. */
export function Grid<T>(props: AgGridReactProps<T>) {
  const language = languageNow()
  return (
    <AgGridReact<T>
      key={language}
      theme={gridTheme}
      styleNonce={nonce}
      localeText={language === 'en' ? NO_LOCALE : AG_GRID_LOCALE_CN}
      suppressDragLeaveHidesColumns
      suppressMultiSort
      suppressNoRowsOverlay
      animateRows={false}
      {...props}
    />
  )
}
