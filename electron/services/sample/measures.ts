import type { Chance } from './seeded.ts'

const HUNG = new Set([
  'scroll',
  'couplet',
  'handscroll',
  'fan',
  'album',
  'rubbing',
  'document',
  'poster',
  'certificate',
  'stamp',
  'note',
])
const ROUND = new Set(['disc', 'mirror', 'coin', 'silverCoin', 'record', 'tileEnd'])
const VESSELS = new Set([
  ...[
    'bottle',
    'meiping',
    'globe',
    'jar',
    'bowl',
    'plate',
    'stem',
    'gu',
    'silo',
    'well',
    'tube',
    'snuff',
    'ewer',
    'gui',
  ],
  ...['censer', 'ding', 'jue', 'bell', 'box'],
])

export interface Measured {
  readonly length?: number
  readonly width?: number
  readonly height?: number
  readonly mass: number
  readonly massUnit: 'g' | 'kg'
  /** 具体尺寸 in words, agreeing with the figures. */
  readonly text: string
}

/** Sizes (cm) and mass near the usual ones of the shape, told as its kind of thing is told. */
export function measured(
  drawing: string,
  height: number,
  width: number,
  grams: number,
  chance: Chance
): Measured {
  const near = (usual: number): number =>
    Math.max(0.1, Math.round(usual * (0.88 + chance.below(25) / 100) * 10) / 10)
  const [tall, wide] = [near(height), near(width)]
  const weight = Math.max(1, Math.round(grams * (0.88 + chance.below(25) / 100)))
  const mass =
    weight < 1000
      ? { mass: weight, massUnit: 'g' as const }
      : { mass: Math.round(weight / 10) / 100, massUnit: 'kg' as const }
  if (HUNG.has(drawing)) return { length: tall, width: wide, ...mass, text: `纵${tall}厘米，横${wide}厘米` }
  if (ROUND.has(drawing)) return { width: wide, ...mass, text: `直径${wide}厘米，厚${tall}厘米` }
  if (VESSELS.has(drawing))
    return { width: wide, height: tall, ...mass, text: `高${tall}厘米，口径${wide}厘米` }
  return { width: wide, height: tall, ...mass, text: `高${tall}厘米，宽${wide}厘米` }
}
