import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

export interface Source {
  readonly path: string
  readonly text: string
}

/** All files of the project that git knows or would know, by path from its root. */
export function projectFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  })
  return [...new Set(listed.split('\n'))].filter((path) => path !== '')
}

export function sources(pattern: RegExp): Source[] {
  return projectFiles()
    .filter((path) => pattern.test(path))
    .flatMap((path) => {
      try {
        return [{ path, text: readFileSync(path, 'utf8') }]
      } catch {
        return [] // deleted and not yet committed
      }
    })
}

/** What a source imports: project files by path from the root, packages by name. */
export function importsOf(source: Source): string[] {
  const named = source.text.matchAll(/^\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]/gm)
  const bare = source.text.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm)
  const dynamic = source.text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)
  return [...named, ...bare, ...dynamic].map(([, target = '']) =>
    target.startsWith('.') ? normalize(join(dirname(source.path), target)) : target
  )
}
