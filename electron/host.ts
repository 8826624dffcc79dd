import { userInfo } from 'node:os'
import { join } from 'node:path'
import { refusal, type Reply } from '../shared/contract/define.ts'
import { Fault } from '../shared/contract/faults.ts'
import { ROLES } from '../shared/contract/roles.ts'
import { aloneBy, turns } from './services/alone.ts'
import { jobRunner } from './jobs/runner.ts'
import { threads } from './jobs/thread.ts'
import { decoderOf } from './files/decoder.ts'
import { isBackupDue } from './services/backup.ts'
import { now, today } from './services/clock.ts'
import type { Ctx } from './services/context.ts'
import { House } from './services/house.ts'
import { mintId } from './services/ids.ts'
import { museumDispatcher } from './services/index.ts'
import { readRecent } from './services/recent.ts'
import { holdVocabulary } from './services/vocabulary/holding.ts'
import { grantBook } from './shell/grants.ts'
import { decodersOfMain } from './shell/decoders.ts'
import { openLog } from './shell/log.ts'
import type { Beginning, FromHost, HostOrders, ToHost } from './shell/messages.ts'
import { pressLine } from './shell/pressLine.ts'
import { nativeBinding } from './store/binding.ts'

// The entry of the host: the one process that knows the museum. It ends when main says so, or when main is gone.
const orders = JSON.parse(process.argv.at(-1) ?? '') as HostOrders
const { parentPort } = process
const say = (message: FromHost) => parentPort.postMessage(message)
const log = openLog(orders.home, 'host', now)
const tell: Ctx['tell'] = (event) => say({ kind: 'event', event })

process.on('uncaughtException', (error) => {
  log('uncaught', error)
  process.exit(1)
})

/** Jobs work on the open museum: they end before it closes. */
class HostHouse extends House {
  protected override async leave(): Promise<void> {
    await runner.stopAll()
    await super.leave()
  }
}

const binding = nativeBinding(orders.root)
const person = userInfo().username
const take = turns()
const alone = aloneBy(take)
const grants = grantBook()
const house = new HostHouse({ home: orders.home, nativeBinding: binding, now })
const museum = () => house.museum()
/** A job in a thread has changed the code tables: this process holds them too, and the windows ask it. */
const tellOfJob: Ctx['tell'] = (event) => {
  const { opened } = house
  if (event.kind !== 'changed' || !event.rooms.includes('vocabulary') || !opened) return tell(event)
  holdVocabulary(opened.db, opened.id)
    .catch((error: unknown) => log('vocabulary', error))
    .finally(() => tell(event))
}
const line = pressLine(say)
const decoders = decodersOfMain(say)
const decode = decoderOf({ start: decoders.start })
const backend = threads({
  take,
  tell: tellOfJob,
  press: line.press,
  decode,
  file: join(import.meta.dirname, 'job.cjs'),
  orders: {
    nativeBinding: binding,
    home: orders.home,
    person,
    reader: join(import.meta.dirname, 'reader.cjs'),
  },
  cancelWithin: 5000,
})
const runner = jobRunner({ backend, museum, now, mintId, alone, tell, log })
// one person at this machine holds all roles; the shared museum will ask who is signed in
const ctx: Ctx = {
  person,
  roles: ROLES,
  house,
  museum,
  now,
  today,
  mintId,
  files: grants,
  jobs: runner,
  alone,
  decode,
  tell,
}
const dispatch = museumDispatcher(log)

let mediaFolder: string | null = null
/** Main serves the pictures; it must know where the open museum keeps them. */
function tellMediaFolder(): void {
  const folder = house.opened?.folder ?? null
  const media = folder === null ? null : join(folder, 'media')
  if (media !== mediaFolder) say({ kind: 'mediaFolder', folder: media })
  mediaFolder = media
}

async function answer(channel: string, input: unknown) {
  const reply = await dispatch(channel, input, ctx)
  tellMediaFolder()
  if (channel === 'workspace.open' && reply.ok) backUpDaily()
  return reply
}

/** Milliseconds: whoever has just opened the museum comes first. */
const BACKUP_AFTER = 60_000

/** A museum that is opened gets its copy of the day by itself, a little later. */
function backUpDaily(): void {
  const { opened } = house
  const due = setTimeout(() => {
    if (opened && house.opened === opened && isBackupDue(opened.folder, now()))
      runner.start('workspace.backup', {}).catch((error: unknown) => log('backup', error))
  }, BACKUP_AFTER)
  due.unref()
}

/** A museum that cannot be opened now leaves the start page, which says why. */
async function begin(beginning: Beginning): Promise<void> {
  const reply = await opening(beginning)
  if (reply && !reply.ok) house.refused = new Fault(reply.fault.code, reply.fault.detail)
}

async function opening(beginning: Beginning): Promise<Reply | undefined> {
  if (beginning.kind === 'sample') return answer('workspace.openSample', {})
  const folder = beginning.kind === 'folder' ? beginning.path : readRecent(orders.home)[0]?.folder
  if (folder === undefined) return undefined
  const { token } = grants.give(folder, 'museumFolder')
  return answer('workspace.open', { folder: token })
}

async function hear(message: ToHost): Promise<void> {
  if (message.kind === 'grant') grants.accept(message)
  else if (message.kind === 'forgetGrants') grants.forgetAll()
  else if (message.kind === 'pressed') line.hear(message)
  else if (message.kind === 'fromDecoder' || message.kind === 'decoderEnded') decoders.hear(message)
  else if (message.kind === 'call') {
    const reply = await answer(message.channel, message.input).catch((error: unknown) => {
      log(message.channel, error)
      return refusal('call.internal')
    })
    say({ kind: 'reply', id: message.id, reply })
  } else {
    await house.close().catch((error: unknown) => log('close', error))
    process.exit(0)
  }
}

parentPort.on('message', ({ data }) => void hear(data as ToHost))
void begin(orders.begin)
  .catch((error: unknown) => log('begin', error))
  .then(() => say({ kind: 'ready' }))
