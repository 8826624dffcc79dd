/** Line drawings on a 16 × 16 grid. A glyph never stands alone for a meaning: words stand beside it. */
const DRAWN = {
  warning: 'M8 2 L14.5 13.5 H1.5 Z M8 6.2 V9.6 M8 11.4 V11.6',
  error: 'M5 1.5 H11 L14.5 5 V11 L11 14.5 H5 L1.5 11 V5 Z M5.5 5.5 L10.5 10.5 M10.5 5.5 L5.5 10.5',
  told: 'M8 1.5 A6.5 6.5 0 1 1 7.99 1.5 Z M8 7 V11.5 M8 4.6 V4.8',
  done: 'M2.5 8.5 L6.5 12.5 L13.5 4',
  close: 'M3.5 3.5 L12.5 12.5 M12.5 3.5 L3.5 12.5',
  down: 'M3.5 6 L8 10.5 L12.5 6',
  right: 'M6 3.5 L10.5 8 L6 12.5',
  search: 'M7 2 A5 5 0 1 1 6.99 2 Z M10.8 10.8 L14 14',
  plus: 'M8 2.5 V13.5 M2.5 8 H13.5',
  undo: 'M5.5 3 L2.5 6 L5.5 9 M2.5 6 H10 A3.5 3.5 0 0 1 10 13 H6',
  clock: 'M8 1.5 A6.5 6.5 0 1 1 7.99 1.5 Z M8 4.5 V8.2 L10.8 9.8',
  saved: 'M2.5 8.5 L6.5 12.5 L13.5 4',
  columns: 'M2 2.5 H14 V13.5 H2 Z M6 2.5 V13.5 M10 2.5 V13.5',
  facets: 'M2 3.5 H14 M4 8 H12 M6 12.5 H10',
  sheet: 'M3.5 1.5 H10 L13 4.5 V14.5 H3.5 Z M5.5 7 H11 M5.5 9.5 H11 M5.5 12 H11',
  folder: 'M1.5 3.5 H6 L7.5 5.5 H14.5 V13 H1.5 Z',
} as const

export type GlyphName = keyof typeof DRAWN

export function Glyph({ name }: { readonly name: GlyphName }) {
  return (
    <svg className="glyph" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={DRAWN[name]} />
    </svg>
  )
}

const SVG = 'http://www.w3.org/2000/svg'

/** The same for a cell of a grid, which is drawn without React. */
export function glyphElement(name: GlyphName): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('class', 'glyph')
  svg.setAttribute('viewBox', '0 0 16 16')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', DRAWN[name])
  svg.append(path)
  return svg
}
