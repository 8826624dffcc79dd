// @ts-check
import { join } from 'node:path'
import { node24, root } from '../setup/places.mjs'
import { build } from './build.mjs'
import { countsOf, playwrightCounts, vitestCounts } from './counts.mjs'
import { onScreen } from './screen.mjs'
import { tool, toolFile } from './tools.mjs'

/**
 * @typedef {object} Outcome
 * @property {number} code 0 is well
 * @property {import('./counts.mjs').Counts} [counts] of the stages that run tests
 */

/**
 * The stages of `npm test`, in their order. Each gets a folder for its report and what else was typed.
 * @type {Record<string, (reports: string, typed: readonly string[]) => Promise<Outcome>>}
 */
export const stages = {
  types: async (_, typed) => ({
    code: await tool(toolFile('typescript', 'tsc'), ['--noEmit', '-p', root, ...typed]),
  }),
  lint: async (_, typed) => {
    const code = await tool(toolFile('eslint'), [...(typed.length > 0 ? typed : ['.'])])
    return { code: code || (await tool(toolFile('prettier'), ['--check', '--log-level', 'warn', '.'])) }
  },
  unit: async (reports, typed) => {
    const report = join(reports, 'vitest.json')
    const flags = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await tool(toolFile('vitest'), [...flags, ...typed])
    return { code, counts: countsOf(report, vitestCounts) }
  },
  build: async () => {
    await build()
    return { code: 0 }
  },
  screen: async (reports, typed) => {
    const report = join(reports, 'playwright.json')
    const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
    const args = [toolFile('@playwright/test', 'playwright'), 'test', '--reporter=list,json', ...typed]
    const code = await onScreen(node24, args, { cwd: root, env })
    return { code, counts: countsOf(report, playwrightCounts) }
  },
}
