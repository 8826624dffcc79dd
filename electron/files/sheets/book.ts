import { columnLetters } from '../../../shared/imports/table.ts'
import { writeSafely } from '../safe-file.ts'
import { xmlAttribute, xmlText } from './cell-text.ts'
import { newLooks, type Looks } from './looks.ts'
import { sheetPress, type SheetPress, type SheetSpec } from './sheet.ts'
import { zipPress } from './zip.ts'

/**
 * Large workbooks, written as fast as they can be read from the store: rows go out as they come, looks are shared,
 * nothing is kept but merges and page ends. What people import and small lists go through workbook.ts.
 */
export interface BookPress {
  readonly looks: Looks
  /** Begins a sheet. Several may be written at once; all but the first wait in memory, packed. */
  sheet(spec: SheetSpec): SheetPress
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Writes an .xlsx to `path`, whole or not at all; faults as `writeSafely`. Every sheet begun must be ended. */
export async function pressBook(path: string, build: (book: BookPress) => Promise<void>): Promise<void> {
  await writeSafely(path, async (file) => {
    const zip = zipPress(file)
    const looks = newLooks()
    const sheets: { spec: SheetSpec; press: SheetPress }[] = []
    await build({
      looks,
      sheet(spec) {
        const press = sheetPress(
          zip.entry(`xl/worksheets/sheet${sheets.length + 1}.xml`),
          spec,
          sheets.length === 0
        )
        sheets.push({ spec, press })
        return press
      },
    })
    const part = async (name: string, xml: string): Promise<void> => {
      const entry = zip.entry(name)
      await entry.write(Buffer.from(HEAD + xml))
      await entry.end()
    }
    const numbers = sheets.map((_, at) => at + 1)
    await part('xl/styles.xml', looks.xml().slice(HEAD.length))
    await part('xl/workbook.xml', workbookXml(sheets))
    await part(
      'xl/_rels/workbook.xml.rels',
      relations([
        ...numbers.map((n): [string, string] => ['worksheet', `worksheets/sheet${n}.xml`]),
        ['styles', 'styles.xml'],
      ])
    )
    await part('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]))
    await part('[Content_Types].xml', contentTypes(numbers))
    await zip.end()
  })
}

function workbookXml(sheets: readonly { spec: SheetSpec; press: SheetPress }[]): string {
  const names = sheets.flatMap(({ spec, press }, at) => {
    const quoted = `'${xmlText(spec.name).replaceAll("'", "''")}'`
    const name = (kind: string, range: string): string =>
      `<definedName name="_xlnm.${kind}" localSheetId="${at}">${quoted}!${range}</definedName>`
    const last = columnLetters(spec.widths.length - 1)
    return [
      ...(spec.paper ? [name('Print_Area', `$A$1:$${last}$${press.next - 1}`)] : []),
      ...(spec.headRows === undefined ? [] : [name('Print_Titles', `$1:$${spec.headRows}`)]),
    ]
  })
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATED}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>` +
    sheets
      .map(
        ({ spec }, at) => `<sheet name="${xmlAttribute(spec.name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`
      )
      .join('') +
    `</sheets>${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}</workbook>`
  )
}

function relations(targets: readonly (readonly [kind: string, target: string])[]): string {
  const lines = targets.map(
    ([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATED}/${kind}" Target="${target}"/>`
  )
  return `<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`
}

function contentTypes(numbers: readonly number[]): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const sheets = numbers.map(
    (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${type}.worksheet+xml"/>`
  )
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${sheets.join('')}</Types>`
  )
}
