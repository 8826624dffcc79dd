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

  it('only the shell and the entries know Electron', () => {
    const knowing = all.filter((source) => importsOf(source).includes('electron')).map(({ path }) => path)
    expect(
      knowing.filter((path) => !/^electron\/(shell\/|main\.ts|preload\.ts|host\.ts)/.test(path))
    ).toEqual([])
  })

  it('nobody imports the entries', () => {
    const entries = /^electron\/(main|preload|host|job|reader|cli)\.ts$/
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
  const edges = new Map(
    files.map((source) => [source.path, importsOf({ ...source, text: withoutTypes(source.text) })])
  )
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

const withoutTypes = (text: string): string =>
  text.replace(/^\s*(import|export) type [^;]*?from\s*['"][^'"]+['"]/gm, '')
