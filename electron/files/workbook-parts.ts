import { posix } from 'node:path'
import { Fault } from '../../shared/contract/faults.ts'
import { BUILTIN_FORMATS } from './builtin-formats.ts'
import { numberShow, type NumberShow } from './number-format.ts'
import { readXmlPart } from './xml-part.ts'
import type { Archive } from './zip-archive.ts'

export interface SheetPart {
  readonly name: string
  readonly hidden: boolean
  /** Name of its entry in the zip. */
  readonly part: string
}

export interface WorkbookParts {
  readonly date1904: boolean
  readonly sheets: readonly SheetPart[]
  readonly sharedStrings: string | null
  readonly styles: string | null
}

interface Relation {
  readonly type: string
  readonly part: string
}

/** True where a zip holds an OOXML workbook, whatever its extension says. */
export function isWorkbook(archive: Archive): boolean {
  return archive.has('[Content_Types].xml') && archive.has('xl/workbook.xml')
}

/** The list of sheets and where everything lies. Links to other files are never followed (S26). */
export async function readWorkbookParts(archive: Archive, signal?: AbortSignal): Promise<WorkbookParts> {
  const relations = await readRelations(archive, signal)
  const ofType = (type: string): string | null =>
    [...relations.values()].find((relation) => relation.type === type)?.part ?? null
  const sheets: SheetPart[] = []
  let date1904 = false
  readXmlPart(await archive.readWhole('xl/workbook.xml', signal), ({ name, attributes, parents }) => {
    if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
    if (name !== 'sheet' || parents.at(-1) !== 'sheets') return
    const relation = relations.get(attributes.id ?? '')
    if (relation?.type !== 'worksheet' || !archive.has(relation.part)) return
    sheets.push({
      name: attributes.name ?? '',
      hidden: /^(hidden|veryHidden)$/.test(attributes.state ?? ''),
      part: relation.part,
    })
  })
  if (sheets.length === 0) throw new Fault('file.sheetless')
  return { date1904, sheets, sharedStrings: ofType('sharedStrings'), styles: ofType('styles') }
}

async function readRelations(archive: Archive, signal?: AbortSignal): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>()
  const part = 'xl/_rels/workbook.xml.rels'
  if (!archive.has(part)) throw new Fault('file.damaged')
  readXmlPart(await archive.readWhole(part, signal), ({ name, attributes }) => {
    const { Id, Type, Target, TargetMode } = attributes
    if (name !== 'Relationship' || !Id || !Type || !Target || TargetMode === 'External') return
    const target = Target.startsWith('/') ? Target.slice(1) : posix.join('xl', Target)
    relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), part: target })
  })
  return relations
}

/** How numbers are shown, by the style number of a cell. */
export async function readNumberShows(
  archive: Archive,
  part: string | null,
  date1904: boolean,
  signal?: AbortSignal
): Promise<readonly NumberShow[]> {
  if (part === null || !archive.has(part)) return []
  const codes = new Map<number, string>()
  const ids: number[] = []
  readXmlPart(await archive.readWhole(part, signal), ({ name, attributes, parents }) => {
    if (name === 'numFmt' && parents.at(-1) === 'numFmts') {
      codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
    }
    if (name === 'xf' && parents.at(-1) === 'cellXfs') ids.push(Number(attributes.numFmtId ?? '0'))
  })
  const shows = new Map<number, NumberShow>()
  return ids.map((id) => {
    const known = shows.get(id)
    if (known) return known
    const show = numberShow(codes.get(id) ?? BUILTIN_FORMATS[id] ?? 'General', date1904)
    shows.set(id, show)
    return show
  })
}
