import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * better-sqlite3 ships Node-API 10 binaries; a runtime below that (Electron 33, Node 20) dies with SIGSEGV on them, so
 * set-up builds one for it. `undefined` means the package's own binary. `root` is the program's own folder.
 */
export function nativeBinding(root: string): string | undefined {
  if (Number(process.versions.napi) >= 10) return undefined
  const resources = (process as { readonly resourcesPath?: string }).resourcesPath
  const tried = [
    ...(resources ? [join(resources, 'native', 'better_sqlite3.node')] : []),
    join(root, 'node_modules', '.guancang', 'better_sqlite3.node'),
  ]
  const found = tried.find((path) => existsSync(path))
  if (!found) throw new Error(`no better-sqlite3 for Node-API ${process.versions.napi}: run npm start once`)
  return found
}
