import { Fault } from '../../shared/contract/faults.ts'

/** Where what was typed goes, by command: the input of the call → the option or word that gave it. */
const TYPED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  init: { name: '--museum', province: '--province', folder: '--data' },
  undo: { batch: 'BATCH' },
  find: { 'find.text': 'TEXT', limit: '--limit' },
  facets: { 'find.text': 'TEXT' },
  show: { number: 'NUMBER' },
  quality: { rule: '--rule', limit: '--limit' },
  numbers: { limit: '--limit' },
  cards: { 'wish.chosen.find.text': '--find', file: '--out' },
  dossiers: { 'wish.chosen.find.text': '--find', file: '--out' },
  labels: { 'wish.chosen.find.text': '--find', 'wish.start': '--start', file: '--out' },
  report: { 'find.text': '--find', file: '--out' },
}

/** A refused input told by the option that was typed: `limit: too_small` → `--limit`. Other errors stay as they are. */
export function namedAsTyped(error: unknown, command: string): unknown {
  if (!(error instanceof Fault) || error.code !== 'call.badInput') return error
  const typed = TYPED[command] ?? {}
  const where = String(error.detail['where'])
    .split('; ')
    .map((place) => place.split(':')[0] ?? '')
    .map((place) => typed[place] ?? place)
  return new Fault('call.badInput', { where: [...new Set(where)].join(' ') })
}
