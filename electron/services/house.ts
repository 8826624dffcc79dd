import { existsSync, rmSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { Fault } from '../../shared/contract/faults.ts'
import { asFault } from '../store/health.ts'
import { interruptJobs } from '../store/jobs.ts'
import { openStore, type Store } from '../store/open.ts'
import { beginSession, endSession, insertMuseum, theMuseum, type MuseumRow } from '../store/workspace.ts'
import type { OpenMuseum } from './context.ts'
import { mintId } from './ids.ts'
import { sweepLeftovers } from './imports/sweep.ts'
import { noteRecent } from './recent.ts'

export interface NewMuseum {
  readonly name: string
  readonly province: string
  readonly sample?: boolean
}

export interface HouseSettings {
  /** The program's own folder: recent museums, the sample. */
  readonly home: string
  readonly nativeBinding: string | undefined
  readonly now: () => string
  /** False for the command line: what it opens is not listed among the recent museums. */
  readonly remember?: boolean
}

export interface Opened extends OpenMuseum {
  readonly row: MuseumRow
  readonly uncleanEnd: boolean
}

/** Holds the one open museum: its store, its folder lock and its session. */
export class House {
  readonly settings: HouseSettings
  #opened: Opened | null = null
  #store: Store | null = null
  #session = ''
  /** Why the museum that was to be opened when the program began is not open; nothing once another one is. */
  refused: Fault | null = null

  constructor(settings: HouseSettings) {
    this.settings = settings
  }

  get opened(): Opened | null {
    return this.#opened
  }

  get store(): Store | null {
    return this.#store
  }

  museum(): Opened {
    if (!this.#opened) throw new Fault('museum.none')
    return this.#opened
  }

  /** Makes a museum in a folder that holds none. */
  async create(folder: string, museum: NewMuseum): Promise<Opened> {
    refuseNetwork(folder)
    const { nativeBinding } = this.settings
    const store =
      (await unfinished(folder, nativeBinding)) ?? (await openStore(folder, { create: true, nativeBinding }))
    try {
      const row: MuseumRow = {
        id: mintId(),
        name: museum.name,
        province: museum.province,
        code: null,
        is_sample: museum.sample ? 1 : 0,
      }
      await insertMuseum(store.db, row, this.settings.now())
      return await this.#enter(folder, store, row)
    } catch (error) {
      await store.close()
      throw asFault(error)
    }
  }

  async open(folder: string): Promise<Opened> {
    refuseNetwork(folder)
    if (this.#opened?.folder === resolve(folder)) return this.#opened
    const store = await openStore(folder, { nativeBinding: this.settings.nativeBinding })
    try {
      const row = await theMuseum(store.db)
      if (!row) throw new Fault('museum.notMuseum')
      return await this.#enter(folder, store, row)
    } catch (error) {
      await store.close()
      throw asFault(error)
    }
  }

  async close(): Promise<void> {
    const store = this.#store
    const opened = this.#opened
    this.#store = null
    this.#opened = null
    if (!store) return
    try {
      if (opened) await endSession(store.db, opened.id, this.#session, this.settings.now())
    } finally {
      await store.close()
    }
  }

  /** Takes a store that was opened elsewhere: a shared server, or one in memory. */
  adopt(opened: Opened): void {
    this.#opened = opened
  }

  async #enter(folder: string, store: Store, row: MuseumRow): Promise<Opened> {
    const at = this.settings.now()
    const session = mintId()
    const uncleanEnd = await beginSession(store.db, row.id, session, at)
    await interruptJobs(store.db, row.id, at)
    if (uncleanEnd) refuseTorn(store)
    await sweepLeftovers({ id: row.id, folder: resolve(folder), db: store.db }, 0)
    await this.close()
    this.refused = null
    this.#session = session
    this.#store = store
    this.#opened = { id: row.id, folder: resolve(folder), db: store.db, row, uncleanEnd }
    if (this.settings.remember !== false)
      noteRecent(this.settings.home, { folder: resolve(folder), name: row.name, openedAt: at })
    return this.#opened
  }
}

/** After a crash or a power cut the file is looked through before anybody writes to it. */
function refuseTorn(store: Store): void {
  if (store.file.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Fault('museum.damaged')
}

/** A museum whose making was cut short before it had a name: it is made to its end. One with a name is in the way. */
async function unfinished(folder: string, nativeBinding: string | undefined): Promise<Store | null> {
  const path = join(folder, 'museum.db')
  if (!existsSync(path)) return null
  if (statSync(path).size === 0) {
    rmSync(path)
    return null
  }
  const store = await openStore(folder, { nativeBinding }).catch(() => null)
  if (store && !(await theMuseum(store.db))) return store
  await store?.close()
  throw new Fault('museum.exists')
}

/** The name of a museum's folder, for showing. */
export const folderName = (opened: Opened): string => (opened.folder === null ? '' : basename(opened.folder))

/** WAL needs shared memory on one machine: on a network folder two programs would tear the file. */
function refuseNetwork(folder: string): void {
  if (/^(\\\\|\/\/)/.test(folder)) throw new Fault('museum.networkFolder')
}
