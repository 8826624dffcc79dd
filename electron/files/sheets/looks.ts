import { xmlAttribute } from './cell-text.ts'

/** How a cell looks. Sizes in points; colours as RRGGBB. */
export interface Look {
  readonly font?: string
  readonly size?: number
  readonly bold?: boolean
  readonly colour?: string
  readonly fill?: string
  readonly align?: 'left' | 'right' | 'center'
  readonly vertical?: 'top' | 'center' | 'bottom'
  readonly wrap?: boolean
  /** Made smaller till it fits: a number that does not fit is shown as ####. */
  readonly shrink?: boolean
  /** Thin lines on all four sides. */
  readonly border?: boolean
  /** Number format, as typed in Excel. */
  readonly format?: string
  /** Text that must stay text when someone edits the cell: it begins with = + - @. */
  readonly quoted?: boolean
}

/** The looks of one workbook: each is kept once, and a cell names it by its number. */
export interface Looks {
  of(look: Look): number
  /** styles.xml. */
  xml(): string
}

/**
 * The default font sets what a "character" of a column's width is: Arial 10 gives 7 pixels at 96 dpi, in Excel and WPS
 * as in LibreOffice, whose Liberation Sans has the same widths.
 */
const DEFAULT_FONT = { font: 'Arial', size: 10 }
const FIRST_OWN_FORMAT = 164

export function newLooks(): Looks {
  const fonts = list([fontXml(DEFAULT_FONT)])
  const fills = list([
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ])
  const borders = list([borderXml(false)])
  const formats = list([])
  const cells = list(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'])
  const known = new Map<string, number>()
  const made = (look: Look): number => {
    const format = look.format === undefined ? 0 : FIRST_OWN_FORMAT + formats.at(look.format)
    const font = fonts.at(fontXml({ ...DEFAULT_FONT, ...look }))
    const fill = look.fill === undefined ? 0 : fills.at(fillXml(look.fill))
    const border = borders.at(borderXml(look.border === true))
    return cells.at(
      `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1"` +
        ` applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${look.quoted ? ' quotePrefix="1"' : ''}>` +
        `<alignment${look.align ? ` horizontal="${look.align}"` : ''} vertical="${look.vertical ?? 'center'}"` +
        `${look.wrap ? ' wrapText="1"' : ''}${look.shrink ? ' shrinkToFit="1"' : ''}/></xf>`
    )
  }
  return {
    of(look) {
      const key = JSON.stringify(look)
      const seen = known.get(key)
      if (seen !== undefined) return seen
      const number = made(look)
      known.set(key, number)
      return number
    },
    xml: () =>
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      group(
        'numFmts',
        formats.all.map(
          (code, at) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + at}" formatCode="${xmlAttribute(code)}"/>`
        )
      ) +
      group('fonts', fonts.all) +
      group('fills', fills.all) +
      group('borders', borders.all) +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      group('cellXfs', cells.all) +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      '</styleSheet>',
  }
}

const group = (name: string, members: readonly string[]): string =>
  members.length === 0 ? '' : `<${name} count="${members.length}">${members.join('')}</${name}>`

/** A list that knows where each member stands. */
function list(first: readonly string[]): { readonly all: readonly string[]; at(member: string): number } {
  const all = [...first]
  return {
    all,
    at(member) {
      const found = all.indexOf(member)
      return found >= 0 ? found : all.push(member) - 1
    },
  }
}

function fontXml({ font, size, bold, colour }: Pick<Look, 'font' | 'size' | 'bold' | 'colour'>): string {
  return (
    `<font>${bold ? '<b/>' : ''}<sz val="${size ?? DEFAULT_FONT.size}"/>` +
    `<color rgb="FF${colour ?? '000000'}"/><name val="${xmlAttribute(font ?? DEFAULT_FONT.font)}"/></font>`
  )
}

const fillXml = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`

function borderXml(lines: boolean): string {
  const side = (name: string): string =>
    lines ? `<${name} style="thin"><color indexed="64"/></${name}>` : `<${name}/>`
  return `<border>${['left', 'right', 'top', 'bottom', 'diagonal'].map((name) => (name === 'diagonal' ? '<diagonal/>' : side(name))).join('')}</border>`
}
