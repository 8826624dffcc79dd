import { audit } from '../audit/contract.ts'
import { catalogue } from '../catalogue/contract.ts'
import { exchange } from '../exchange/contract.ts'
import { changes } from '../changes/contract.ts'
import { fields } from '../fields/contract.ts'
import { imports } from '../imports/contract.ts'
import { media } from '../media/contract.ts'
import { paper } from '../paper/contract.ts'
import { people } from '../people/contract.ts'
import { numbers } from '../numbers/contract.ts'
import { quality } from '../quality/contract.ts'
import { relations } from '../relations/contract.ts'
import { reports } from '../reports/contract.ts'
import { sets } from '../sets/contract.ts'
import { views } from '../views/contract.ts'
import { vocabulary } from '../vocabulary/contract.ts'
import { timeline } from '../timeline/contract.ts'
import { workspace } from '../workspace/contract.ts'
import type { Client } from './define.ts'

/** Every call of the program, declared once. */
export const contract = {
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
} as const
export type MuseumContract = typeof contract
export type MuseumClient = Client<MuseumContract>
