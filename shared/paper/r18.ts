import { z } from 'zod'
import R18 from '../../resources/reports/R18.json' with { type: 'json' }
import { CELL_NAMES, type CellName } from './cells.ts'

const name = z.enum(CELL_NAMES as [CellName, ...CellName[]])
const cell = z.tuple([name, z.string().min(1)])
const rows = z.array(z.array(cell).min(1).max(2)).min(1)
const words = z.array(z.string().min(1))

/** R18 as data (china-standards 1.11, 5): which items stand where on the card and in the dossier, and under what words. */
const r18 = z.strictObject({
  id: z.literal('R18'),
  version: z.string(),
  status: z.enum(['现行', '废止', '待核实', '参考']),
  source: z.string().min(1),
  card: z.strictObject({
    title: z.string(),
    number: z.string(),
    rows,
    /** The number is its share of the height that is left on the page. */
    texts: z.array(z.tuple([name, z.string().min(1), z.int().min(1).max(3)])),
    picture: z.string(),
    pictureLost: z.string(),
    foot: z.strictObject({ maker: z.string(), madeOn: z.string(), reviewer: z.string() }),
  }),
  dossier: z.strictObject({
    title: z.string(),
    note: z.string(),
    cover: z.array(cell),
    coverFoot: z.strictObject({ museum: z.string(), maker: z.string(), madeOn: z.string() }),
    parts: z.strictObject({
      facts: z.string(),
      texts: z.string(),
      pictures: z.string(),
      appraisal: z.string(),
      provenance: z.string(),
      papers: z.string(),
      use: z.string(),
      history: z.string(),
      signatures: z.string(),
    }),
    facts: rows,
    texts: z.array(cell),
    noPictures: z.string(),
    pictureLost: z.string(),
    none: z.string(),
    paperHead: words.length(4),
    entryVoucher: z.string(),
    deaccessionVoucher: z.string(),
    importedFrom: z.string(),
    useHead: words.length(4),
    historyHead: words.length(6),
    historyMore: z.string(),
    ofPicture: z.string(),
    ofAttachment: z.string(),
    expert: words.length(2),
    signatures: words,
    signedOn: z.string(),
  }),
  running: z.strictObject({ page: z.string() }),
  extra: z.string(),
})

export const FORM = r18.parse(R18)
export type Cell = z.output<typeof cell>
