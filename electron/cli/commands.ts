import { basename, join, resolve } from 'node:path'
import { FACETS } from '../../shared/catalogue/fields.ts'
import { EXCHANGES, exchangeResult } from '../../shared/exchange/contract.ts'
import { wholeResult } from '../../shared/exchange/whole.ts'
import { REPORTS, reportResult } from '../../shared/reports/contract.ts'
import { undoResult } from '../../shared/imports/contract.ts'
import { backupResult, checkResult, PROVINCES } from '../../shared/workspace/contract.ts'
import { allow, count, required, text, UsageError, type CommandLine } from './args.ts'
import { makeFolder } from './given-file.ts'
import type { Headless } from './headless.ts'
import { importObjects } from './import.ts'
import { showNumbers } from './numbers.ts'
import { printPaper } from './paper.ts'
import { takePhotos, renewThumbs } from './photos.ts'
import { showQuality } from './quality.ts'

export type Command = (line: CommandLine, museum: Headless) => Promise<object>

/** What the command line can do with an open museum; each answers one plain object. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  import: importObjects,

  photos: takePhotos,
  thumbs: renewThumbs,

  async undo(line, { client, finished }) {
    allow(line, [], 2)
    const batch = word(line, 1, 'undo BATCH')
    const { undone, skipped } = await finished(await client.imports.undo({ batch }), undoResult)
    return { undone, skipped }
  },

  async batches(line, { client }) {
    allow(line, [])
    return client.imports.batches({})
  },

  async find(line, { client }) {
    allow(line, ['limit'], Infinity)
    const began = performance.now()
    const wish = { text: line.words.slice(1).join(' ') }
    const page = await client.catalogue.page({ find: wish, limit: Math.min(500, count(line, 'limit', 20)) })
    const ms = Math.round((performance.now() - began) * 10) / 10
    return { total: page.total, ms, objects: page.rows.map(({ id, values }) => ({ id, ...values })) }
  },

  async facets(line, { client }) {
    allow(line, [], Infinity)
    const began = performance.now()
    const counted = await client.catalogue.facets({
      find: { text: line.words.slice(1).join(' ') },
      only: [...FACETS],
    })
    return { ...counted, ms: Math.round((performance.now() - began) * 10) / 10 }
  },

  async show(line, { client }) {
    allow(line, [], 2)
    const { record, findings } = await client.catalogue.byNumber({ number: word(line, 1, 'show NUMBER') })
    const { entries } = await client.audit.ofRecord({ recordId: record.id })
    return { ...record, findings, history: entries }
  },

  async report(line, { client, finished, grantSave }) {
    allow(line, ['out', 'find'], 2)
    const report = REPORTS.find((id) => id === line.words[1])
    if (!report) throw new UsageError(`report ${REPORTS.join('|')} --out FILE`)
    const out = resolve(required(line, 'out'))
    const wish = text(line, 'find')
    const started = await client.reports.make({
      report,
      file: grantSave(out),
      ...(wish === undefined ? {} : { find: { text: wish } }),
    })
    const { rows, ms } = await finished(started, reportResult)
    return { report, rows, ms, file: out }
  },

  async export(line, { client, finished, grantSave, grantFolder }) {
    allow(line, ['out', 'find'], 2)
    if (line.words[1] === 'museum') return makeWhole(line, { client, finished, grantFolder })
    const wanted = EXCHANGES.find((id) => id === line.words[1])
    if (!wanted) throw new UsageError(`export ${EXCHANGES.join('|')}|museum --out FILE`)
    const out = resolve(required(line, 'out'))
    const wish = text(line, 'find')
    const started = await client.exchange.make({
      exchange: wanted,
      file: grantSave(out, 'saveExchange'),
      ...(wish === undefined ? {} : { find: { text: wish } }),
    })
    const { rows, ms } = await finished(started, exchangeResult)
    return { exchange: wanted, rows, ms, file: out }
  },

  cards: printPaper,
  dossiers: printPaper,
  labels: printPaper,

  async check(line, { client, finished }) {
    allow(line, [])
    return finished(await client.workspace.check({}), checkResult)
  },

  quality: showQuality,

  numbers: showNumbers,

  async stats(line, { client }) {
    allow(line, [])
    return client.workspace.stats({})
  },

  async backup(line, { client, finished }) {
    allow(line, [])
    return finished(await client.workspace.backup({}), backupResult)
  },
}

async function makeWhole(
  line: CommandLine,
  { client, finished, grantFolder }: Pick<Headless, 'client' | 'finished' | 'grantFolder'>
): Promise<object> {
  allow(line, ['out'], 2)
  const out = resolve(required(line, 'out'))
  makeFolder(out)
  const started = await client.exchange.makeWhole({ folder: grantFolder(out, 'exportFolder') })
  const { folder, ...told } = await finished(started, wholeResult)
  return { ...told, folder: join(out, folder) }
}

/** `import museum DIR`: the museum that `export museum` wrote to DIR, in the empty folder of --data. */
export async function bring(line: CommandLine, folder: string, museum: Headless): Promise<object> {
  allow(line, [], 3)
  const from = resolve(word(line, 2, 'import museum DIR'))
  makeFolder(folder)
  const made = await museum.client.workspace.bring({
    from: museum.grantFolder(from, 'wholeFolder'),
    folder: museum.grantFolder(folder),
  })
  return {
    id: made.museum.id,
    museum: made.museum.name,
    objects: made.museum.objects,
    folder: basename(folder),
  }
}

/** `init --museum NAME --province …`: a new museum in the folder of --data. */
export async function init(line: CommandLine, folder: string, museum: Headless): Promise<object> {
  allow(line, ['museum', 'province'])
  const province = PROVINCES.find((one) => one === (text(line, 'province') ?? 'default'))
  if (!province) throw new UsageError(`--province is one of ${PROVINCES.join(', ')}`)
  const name = required(line, 'museum')
  makeFolder(folder)
  const made = await museum.client.workspace.create({
    folder: museum.grantFolder(folder),
    name,
    province,
  })
  return { id: made.museum.id, museum: made.museum.name, province, folder: basename(folder) }
}

function word(line: CommandLine, at: number, usage: string): string {
  const given = line.words[at]
  if (given === undefined) throw new UsageError(usage)
  return given
}
