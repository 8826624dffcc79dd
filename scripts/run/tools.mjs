// @ts-check
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { modules, node24, root } from '../setup/places.mjs'
import { child } from './child.mjs'

/**
 * A development tool's program file. It is run by Node 24 by name: what `#!/usr/bin/env node` finds may be older.
 * @param {string} name a package in node_modules
 * @param {string} [program] its program, where the package has several
 */
export function toolFile(name, program = name) {
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8'))
  const file = typeof bin === 'string' ? bin : bin[program]
  if (!file) throw new Error(`${name} has no program ${program}`)
  return join(modules, name, file)
}

/**
 * @param {string} file from toolFile
 * @param {readonly string[]} args
 * @param {{ stdout?: 'inherit' | 2 }} [how]
 * @returns {Promise<number>} its exit code
 */
export function tool(file, args, how) {
  return child(node24, [file, ...args], { cwd: root, ...how })
}
