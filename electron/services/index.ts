import { dispatcher, type Handlers } from '../../shared/contract/define.ts'
import { contract, type MuseumContract } from '../../shared/contract/index.ts'
import { asFault } from '../store/health.ts'
import { audit } from './audit.ts'
import { catalogue } from './catalogue.ts'
import { changes } from './changes.ts'
import type { Ctx } from './context.ts'
import { exchange } from './exchange.ts'
import { fields } from './fields.ts'
import { imports } from './imports.ts'
import { media } from './media.ts'
import { paper } from './paper.ts'
import { people } from './people.ts'
import { numbers } from './numbers.ts'
import { quality } from './quality.ts'
import { relations } from './relations.ts'
import { reports } from './reports.ts'
import { sets } from './sets.ts'
import { views } from './views.ts'
import { vocabulary } from './vocabulary.ts'
import { timeline } from './timeline.ts'
import { workspace } from './workspace.ts'

/** All services behind the contract: a missing or surplus one is a type error. */
export const handlers = {
  workspace,
  catalogue,
  audit,
  imports,
  media,
  reports,
  exchange,
  changes,
  quality,
  vocabulary,
  paper,
  people,
  numbers,
  views,
  sets,
  fields,
  relations,
  timeline,
} satisfies Handlers<MuseumContract, Ctx>

/** Answers every call. The store's own refusals (damaged, locked, disk full) have words, whichever call meets them. */
export const museumDispatcher = (log: (channel: string, error: unknown) => void) =>
  dispatcher<MuseumContract, Ctx>(contract, handlers, log, asFault)
