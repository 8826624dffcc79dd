import { numberKey } from '../kernel/number.ts'
import type { Mention, NumbersReport } from './contract.ts'
import { readerOf, type NumberPattern } from './pattern.ts'

/** How much of each list is named; its total counts all. */
const MOST_NAMED = 300

type Listed<K extends 'near' | 'doubled' | 'misfits' | 'gaps'> = NumbersReport[K]

interface Run {
  readonly running: number[]
  readonly behind: Mention[]
}

/** Folded: width, case, kinds of dash, leading zeros, blanks. */
const foldOf = (number: string): string => numberKey(number).replace(/\s+/gu, '')

/**
 * Holds the numbers of one series against each other and against their pattern, as they come. `used` are numbers that
 * objects had and have no longer.
 */
export function seriesTally(series: string, pattern: NumberPattern | null, used: readonly string[]) {
  const read = pattern && readerOf(pattern)
  const loose = pattern && readerOf(pattern, true)
  const alike = new Map<string, Mention | Mention[]>()
  const runs = new Map<string, Run>()
  const misfits: Listed<'misfits'>['found'] = []
  let misfitting = 0
  let standing = 0
  return {
    add(object: Mention): void {
      standing += 1
      const { number } = object
      const key = foldOf(number)
      const same = alike.get(key)
      // most numbers have no twin: a list for each would double what is held
      alike.set(key, same === undefined ? object : Array.isArray(same) ? [...same, object] : [same, object])
      if (!read || !loose) return
      if (read(number) === null) {
        misfitting += 1
        if (misfits.length < MOST_NAMED) misfits.push({ series, number, object })
      }
      const found = loose(number)
      if (!found) return
      const run = runs.get(found.scope) ?? { running: [], behind: [] }
      runs.set(found.scope, run)
      run.running.push(found.running)
      run.behind.push(object)
    },
    told() {
      const groups = [...alike.values()].filter((one): one is Mention[] => Array.isArray(one))
      const near = groups.filter((objects) => new Set(objects.map(({ number }) => number)).size > 1)
      const doubled = groups.flatMap(doublesIn)
      return {
        head: { series, standing, hasPattern: pattern !== null },
        near: near.map((objects) => ({ series, objects })),
        doubled: doubled.map(([number, objects]) => ({ series, number, objects })),
        misfits: { total: misfitting, found: misfits },
        gaps: [...runs].flatMap(([scope, run]) => gapsIn(series, scope, run, usedIn(scope, used, loose))),
      }
    },
  }
}

function doublesIn(objects: readonly Mention[]): [string, Mention[]][] {
  const byNumber = new Map<string, Mention[]>()
  for (const object of objects) byNumber.set(object.number, [...(byNumber.get(object.number) ?? []), object])
  return [...byNumber].filter(([, same]) => same.length > 1)
}

function usedIn(
  scope: string,
  used: readonly string[],
  read: ReturnType<typeof readerOf> | null
): readonly number[] {
  const running = used.flatMap((number) => {
    const found = read?.(number)
    return found?.scope === scope ? [found.running] : []
  })
  return [...new Set(running)].sort((a, b) => a - b)
}

/** How many of a sorted list are below a number. */
function below(sorted: readonly number[], limit: number): number {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((sorted[middle] ?? Infinity) < limit) from = middle + 1
    else to = middle
  }
  return from
}

/** Numbers between 1 and the last that nobody bears, in runs. */
function gapsIn(
  series: string,
  scope: string,
  { running, behind }: Run,
  used: readonly number[]
): Listed<'gaps'>['found'] {
  const order = [...running.keys()].sort((a, b) => (running[a] ?? 0) - (running[b] ?? 0))
  const gaps: Listed<'gaps'>['found'] = []
  let last = 0
  for (const at of order) {
    const here = running[at] ?? 0
    const object = behind[at]
    if (here > last + 1 && object) {
      const [from, to] = [last + 1, here - 1]
      const once = below(used, to + 1) - below(used, from)
      gaps.push({ series, scope, from, to, used: once, behind: object })
    }
    last = Math.max(last, here)
  }
  return gaps
}

/** The first of a list, and how much there is. */
export const firstOf = <T>(all: readonly T[], total = all.length): { total: number; found: T[] } => ({
  total,
  found: all.slice(0, MOST_NAMED),
})
