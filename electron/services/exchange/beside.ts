import type { ObjectRecord } from '../../../shared/catalogue/record.ts'
import type { Part } from '../../../shared/relations/parts.ts'
import { otherSide, sideWords } from '../../../shared/relations/kinds.ts'
import { writeCsv, type CsvValue } from '../../files/csv-writer.ts'
import { relationsOf, type RelationOf } from '../../store/relations.ts'
import type { JobCtx } from '../context.ts'

type Pages = AsyncIterable<readonly ObjectRecord[]>

const PART_COLUMNS: readonly (readonly [heading: string, of: (part: Part) => CsvValue])[] = [
  ['分件号', ({ number }) => number],
  ['分件名称', ({ name }) => name],
  ['质地', ({ materials }) => materials?.replaceAll(',', '、') ?? null],
  ['尺寸', ({ sizeText }) => sizeText],
  ['质量', ({ mass }) => mass],
  ['质量单位', ({ massUnit }) => massUnit],
  ['完残程度', ({ completeness }) => completeness],
  ['保存状态', ({ condition }) => condition],
  ['库位', ({ place }) => place],
  ['备注', ({ remarks }) => remarks],
]

/** The parts of those objects, a line each; answers how many. */
export async function writeParts(path: string, pages: Pages, ctx: JobCtx): Promise<number> {
  let rows = 0
  const lines = async function* (): AsyncGenerator<readonly CsvValue[]> {
    yield ['总登记号', '名称', ...PART_COLUMNS.map(([heading]) => heading)]
    for await (const page of pages)
      for (const { values, parts } of page)
        for (const part of parts) {
          rows += 1
          yield [values.number, values.name, ...PART_COLUMNS.map(([, of]) => of(part))]
        }
  }
  await writeCsv(path, lines(), ctx.signal)
  return rows
}

/** The relations of those objects, each once, though both its objects are listed; answers how many. */
export async function writeRelations(path: string, pages: Pages, ctx: JobCtx): Promise<number> {
  const seen = new Set<string>()
  const lines = async function* (): AsyncGenerator<readonly CsvValue[]> {
    yield ['总登记号', '名称', '是', '对方总登记号', '对方名称', '对方是', '说明']
    for await (const page of pages) {
      const related = await byObject(page, ctx)
      for (const { id, values } of page)
        for (const { id: relation, kind, side, note, other } of related.get(id) ?? []) {
          if (seen.has(relation)) continue
          seen.add(relation)
          const [mine, theirs] = [sideWords(kind, otherSide(side), 'zh-CN'), sideWords(kind, side, 'zh-CN')]
          yield [values.number, values.name, mine, other.number, other.name, theirs, note]
        }
    }
  }
  await writeCsv(path, lines(), ctx.signal)
  return seen.size
}

/** The relations of those objects as others are told of them, by object. */
export async function relationsTold(
  page: readonly ObjectRecord[],
  ctx: JobCtx
): Promise<ReadonlyMap<string, readonly object[]>> {
  const related = await byObject(page, ctx)
  return new Map(
    [...related].map(([id, of]) => [
      id,
      of.map(({ kind, side, note, other }) => ({
        kind,
        is: sideWords(kind, side, 'zh-CN'),
        side,
        other,
        note,
      })),
    ])
  )
}

async function byObject(page: readonly ObjectRecord[], ctx: JobCtx): Promise<Map<string, RelationOf[]>> {
  const { db, id: museumId } = ctx.museum()
  const found = new Map<string, RelationOf[]>()
  const ids = page.map(({ id }) => id)
  for (const relation of await relationsOf(db, museumId, ids))
    found.set(relation.objectId, [...(found.get(relation.objectId) ?? []), relation])
  return found
}
