import * as exchange from './exchange.ts'
import * as changes from './changes.ts'
import * as fields from './fields.ts'
import * as imports from './imports.ts'
import type { JobFns } from './jobFn.ts'
import * as media from './media.ts'
import * as paper from './paper.ts'
import * as people from './people.ts'
import * as numbers from './numbers.ts'
import * as quality from './quality.ts'
import * as reports from './reports.ts'
import * as sets from './sets.ts'
import * as vocabulary from './vocabulary.ts'
import * as workspace from './workspace.ts'

/** All long work by kind, `room.deed`. */
export const jobs: JobFns = {
  'exchange.make': exchange.make,
  'exchange.makeWhole': exchange.makeWhole,
  'changes.rehearse': changes.rehearse,
  'changes.commit': changes.commit,
  'fields.convert': fields.convert,
  'imports.inspect': imports.inspect,
  'imports.rehearse': imports.rehearse,
  'imports.commit': imports.commit,
  'imports.bring': imports.bring,
  'imports.undo': imports.undo,
  'media.take': media.take,
  'media.photos': media.photos,
  'media.renew': media.renew,
  'paper.make': paper.make,
  'people.take': people.take,
  'numbers.report': numbers.report,
  'media.saveAttachment': media.saveAttachment,
  'media.saveOut': media.saveOut,
  'quality.judge': quality.judge,
  'reports.make': reports.make,
  'sets.fill': sets.fill,
  'sets.drain': sets.drain,
  'vocabulary.rehearse': vocabulary.rehearse,
  'workspace.check': workspace.check,
  'workspace.backup': workspace.backup,
}
