import { describe, expect, it } from 'vitest'
import { importsOf, sources, type Source } from './sources.ts'

/** DESIGN 1: who may know whom. A floor not named in `may` is not to be imported; packages are given by name. */
const FLOORS: readonly { floor: RegExp; may: RegExp; packages: RegExp }[] = [
  { floor: /^shared\//, may: /^(shared|resources)\//, packages: /^zod$/ },
  { floor: /^electron\/store\//, may: /^(electron\/store|shared)\//, packages: /^(?!electron$|react)/ },
  {
    floor: /^electron\/files\//,
    may: /^(electron\/files|shared)\//,
    packages: /^(?!electron$|react|kysely)/,
  },
  {
    floor: /^electron\/services\//,
    may: /^(electron\/(services|store|files)|shared|resources)\//,
    packages: /^(?!electron$|react)/,
  },
  {
    floor: /^electron\/jobs\//,
    may: /^(electron\/(jobs|services|store|files)|shared|resources)\//,
    packages: /^(?!electron$|react)/,
  },
  {
    // the only place with Electron values: it knows no records and no SQL
    floor: /^electron\/shell\//,
    may: /^(electron\/shell|shared)\/|^resources\/words\//,
    packages: /^(electron$|node:|zod$)/,
  },
  { floor: /^electron\/preload\.ts$/, may: /^shared\//, packages: /^electron$/ },
  {
    floor: /^electron\/main\.ts$/,
    // and the program's own list of museums opened lately, for the first picture of the window
    may: /^(electron\/shell|shared)\/|^electron\/(cli\/run|services\/recent)\.ts$/,
    packages: /^(electron$|node:)/,
  },
  {
    floor: /^electron\/(host|job|reader|decoder)\.ts$/,
    may: /^(electron\/(shell|jobs|services|store|files)|shared)\//,
    packages: /^node:/,
  },
  { floor: /^electron\/cli\.ts$/, may: /^electron\/(cli\/run|files\/decoder)\.ts$/, packages: /^node:/ },
  {
    floor: /^electron\/cli\//,
    may: /^(electron\/(cli|jobs|services|store|files)|shared|resources)\//,
    packages: /^(node:|zod$)/,
  },
  {
    floor: /^renderer\//,
    may: /^(renderer|shared|resources)\//,
    packages: /^(?!electron|node:|kysely|better-sqlite3)/,
  },
]

const all = sources(/^(shared|electron|renderer)\/.*\.tsx?$/)

describe('who may import whom', () => {
  for (const { floor, may, packages } of FLOORS) {
    it(`${floor.source} keeps to its floor`, () => {
      const strays = all
        .filter(({ path }) => floor.test(path))
        .flatMap((source) => importsOf(source).map((target) => ({ from: source.path, target })))
        .filter(({ target }) => !(isProject(target) ? may : packages).test(target))
      expect(strays).toEqual([])
    })
  }

  it('every file of the program is on a floor', () => {
    expect(all.filter(({ path }) => FLOORS.filter(({ floor }) => floor.test(path)).length !== 1)).toEqual([])
  })

  it('what runs without Electron reaches nothing that needs it', () => {
    const values = new Map(all.map((source) => [source.path, valuesOf(source)]))
    const reached = new Set(
      ['host', 'job', 'reader', 'decoder', 'cli'].map((entry) => `electron/${entry}.ts`)
    )
    for (const path of reached) for (const next of values.get(path) ?? []) reached.add(next)
    expect(reached.size).toBeGreaterThan(100)
    expect([...reached].filter((path) => values.get(path)?.includes('electron'))).toEqual([])
  })

  it('the shell and the command line are wired by the entries, and by nobody else', () => {
    const wired: [floor: RegExp, by: RegExp][] = [
      [/^electron\/shell\//, /^electron\/(shell\/|main\.ts$|host\.ts$)/],
      [/^electron\/cli\//, /^electron\/(cli\/|cli\.ts$|main\.ts$)/],
      [/^electron\/jobs\//, /^electron\/(jobs\/|cli\/|host\.ts$|job\.ts$)/],
    ]
    const strays = wired.flatMap(([floor, by]) =>
      all
        .filter(({ path }) => !by.test(path))
        .filter((source) => importsOf(source).some((target) => floor.test(target)))
    )
    expect(strays.map(({ path }) => path)).toEqual([])
  })

  it('nobody imports the entries', () => {
    const entries = /^electron\/(main|preload|host|job|reader|decoder|cli)\.ts$/
    expect(all.filter((source) => importsOf(source).some((target) => entries.test(target)))).toEqual([])
  })

  it('has no circles', () => {
    expect(circleIn(all)).toBeNull()
  })
})

const isProject = (target: string): boolean =>
  /^(shared|electron|renderer|resources|tests|scripts)\//.test(target)

/** The first circle of value imports; `import type` leaves no trace in the program. */
function circleIn(files: readonly Source[]): string[] | null {
  const edges = new Map(files.map((source) => [source.path, valuesOf(source)]))
  const done = new Set<string>()
  const visit = (path: string, trail: string[]): string[] | null => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path]
    if (done.has(path)) return null
    for (const next of edges.get(path) ?? []) {
      const circle = edges.has(next) ? visit(next, [...trail, path]) : null
      if (circle) return circle
    }
    done.add(path)
    return null
  }
  for (const { path } of files) {
    const circle = visit(path, [])
    if (circle) return circle
  }
  return null
}

/** Imports that are still there when the program runs. */
const valuesOf = (source: Source): string[] =>
  importsOf({
    ...source,
    text: source.text.replace(/^\s*(import|export) type [^;]*?from\s*['"][^'"]+['"]/gm, ''),
  })
