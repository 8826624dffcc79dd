import { resolve } from 'node:path'
import type { Chosen } from '../../shared/changes/contract.ts'
import { find } from '../../shared/catalogue/record.ts'
import { paperResult, type PaperWish } from '../../shared/paper/contract.ts'
import { STOCK } from '../../shared/paper/sheet.ts'
import { today } from '../services/clock.ts'
import { allow, count, required, text, UsageError, type CommandLine } from './args.ts'
import type { Headless } from './headless.ts'

const USAGE = `cards|dossiers|labels --out FILE.html [--find TEXT] [--sheet ${STOCK.map(({ id }) => id).join('|')}] [--start N]`

/** Cards, dossiers or labels of all objects or of those found: as HTML; a PDF needs the window's print engine. */
export async function printPaper(line: CommandLine, museum: Headless): Promise<object> {
  const [kind = ''] = line.words
  allow(line, kind === 'labels' ? ['out', 'find', 'sheet', 'start'] : ['out', 'find'])
  const out = resolve(required(line, 'out'))
  if (!/\.(html?|pdf)$/i.test(out)) throw new UsageError(USAGE)
  const started = await museum.client.paper.make({
    wish: wishOf(kind, line),
    file: museum.grantSave(out, 'savePdf'),
  })
  const result = await museum.finished(started, paperResult)
  return { ...result, file: out }
}

function wishOf(kind: string, line: CommandLine): PaperWish {
  const found = find.parse({ text: text(line, 'find') ?? '' })
  const chosen: Chosen = { kind: 'found', find: found, except: [] }
  if (kind !== 'labels') {
    const maker = process.env['GUANCANG_PERSON'] ?? ''
    return { paper: kind === 'cards' ? 'card' : 'dossier', chosen, maker, madeOn: today() }
  }
  const wanted = text(line, 'sheet') ?? STOCK[0]?.id
  const sheet = STOCK.find(({ id }) => id === wanted)?.sheet
  if (!sheet) throw new UsageError(USAGE)
  return {
    paper: 'label',
    chosen,
    sheet,
    shift: { x: 0, y: 0 },
    start: Math.max(1, count(line, 'start', 1)),
    show: { qr: 'number', bars: true, museum: true, name: true, era: true, picture: false },
  }
}
