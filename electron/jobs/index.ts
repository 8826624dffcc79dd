import * as imports from './imports.ts'
import type { JobFns } from './jobFn.ts'
import * as quality from './quality.ts'
import * as reports from './reports.ts'
import * as workspace from './workspace.ts'

/** All long work by kind, `room.deed`. */
export const jobs: JobFns = {
  'imports.inspect': imports.inspect,
  'imports.rehearse': imports.rehearse,
  'imports.commit': imports.commit,
  'imports.bring': imports.bring,
  'imports.undo': imports.undo,
  'quality.judge': quality.judge,
  'reports.make': reports.make,
  'workspace.check': workspace.check,
  'workspace.backup': workspace.backup,
}
