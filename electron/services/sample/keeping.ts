import sample from '../../../resources/sample/yunhe.json' with { type: 'json' }
import type { Chance } from './seeded.ts'

/** Completeness, damage and condition that agree with each other (V07). */
export function stateOf(chance: Chance): { completeness: string; condition: string; damage?: string } {
  const [completeness, damage] = chance.weighted(sample.states as [string, string, number][])
  let [condition] = chance.weighted(sample.conditions as [string, number][])
  if (completeness === '完整' && condition.endsWith('急需修复')) condition = '状态稳定，不需修复'
  return { completeness, condition, ...(damage === '' ? {} : { damage }) }
}

/** 一号库房/甲柜/二层: what belongs together is kept together, the best by themselves, some on show. */
export function placeOf(category: string, grade: string, chance: Chance): string {
  if (grade === '一级') return '一号库房/珍品柜/一层'
  if (chance.below(100) < 7) return chance.of(sample.halls)
  const at = sample.groups.findIndex((group) => group.category === category)
  const room = sample.rooms[at % sample.rooms.length] ?? ''
  const cabinet = sample.cabinets[Math.floor(at / sample.rooms.length) % sample.cabinets.length] ?? ''
  return `${room}/${cabinet}/${chance.of(sample.shelves)}`
}
