import { existsSync, realpathSync, rmSync, statfsSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { Fault } from '../../shared/contract/faults.ts'
import { asFault } from '../store/health.ts'
import { interruptJobs } from '../store/jobs.ts'
import { openStore, type Store } from '../store/open.ts'
import type { Journal } from '../store/pragmas.ts'
import { beginSession, endSession, insertMuseum, theMuseum, type MuseumRow } from '../store/workspace.ts'
import { aloneBy, turns } from './alone.ts'
import type { OpenMuseum } from './context.ts'
import { mintId } from './ids.ts'
import { sweepLeftovers } from './imports/sweep.ts'
import { noteRecent } from './recent.ts'
import { holdVocabulary } from './vocabulary/holding.ts'

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
  readonly journal: Journal
}

/** Holds the one open museum: its store, its folder lock and its session. */
export class House {
  readonly settings: HouseSettings
  #opened: Opened | null = null
  #store: Store | null = null
  #session = ''
  /** Opening and closing one after the other: of two at once one would be left open for good. */
  readonly #alone = aloneBy(turns())
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
  create(folder: string, museum: NewMuseum): Promise<Opened> {
    return this.#alone(async () => {
      refuseNetwork(folder)
      const { nativeBinding } = this.settings
      const store =
        (await unfinished(folder, nativeBinding)) ??
        (await openStore(folder, { create: true, nativeBinding }))
      return this.#enter(folder, store, async () => {
        const row: MuseumRow = {
          id: mintId(),
          name: museum.name,
          province: museum.province,
          code: null,
          is_sample: museum.sample ? 1 : 0,
        }
        await insertMuseum(store.db, row, this.settings.now())
        return row
      })
    })
  }

  open(folder: string): Promise<Opened> {
    return this.#alone(async () => {
      refuseNetwork(folder)
      if (this.#opened !== null && sameFolder(this.#opened.folder, folder)) return this.#opened
      const store = await openStore(folder, { nativeBinding: this.settings.nativeBinding })
      return this.#enter(folder, store, async () => {
        const row = await theMuseum(store.db)
        if (!row) throw new Fault('museum.notMuseum')
        return row
      })
    })
  }

  close(): Promise<void> {
    return this.#alone(() => this.leave())
  }

  /** Ends what is open; whoever adds work that must end before that adds it here. */
  protected async leave(): Promise<void> {
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
  async adopt(opened: Omit<Opened, 'uncleanEnd' | 'journal'>, store: Store | null = null): Promise<void> {
    await holdVocabulary(opened.db, opened.id)
    this.#opened = { ...opened, uncleanEnd: false, journal: store?.journal ?? 'wal' }
    this.#store = store
  }

  /** The new one is ready before the old one is left: a museum that cannot be opened leaves the open one open. */
  async #enter(folder: string, store: Store, rowOf: () => Promise<MuseumRow>): Promise<Opened> {
    try {
      const row = await rowOf()
      const at = this.settings.now()
      const session = mintId()
      const uncleanEnd = await beginSession(store.db, row.id, session, at)
      await interruptJobs(store.db, row.id, at)
      await sweepLeftovers({ id: row.id, folder: resolve(folder), db: store.db }, 0)
      await this.leave()
      await holdVocabulary(store.db, row.id)
      this.refused = null
      this.#session = session
      this.#store = store
      const { journal, db } = store
      this.#opened = { id: row.id, folder: resolve(folder), db, row, uncleanEnd, journal }
      if (this.settings.remember !== false)
        noteRecent(this.settings.home, { folder: resolve(folder), name: row.name, id: row.id, openedAt: at })
      return this.#opened
    } catch (error) {
      await store.close()
      throw asFault(error)
    }
  }
}

/** The same folder by another name: a link, or other case where the disk does not tell. */
function sameFolder(open: string | null, asked: string): boolean {
  if (open === null) return false
  try {
    return realpathSync.native(open) === realpathSync.native(asked)
  } catch {
    return false
  }
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

/**
 * Two machines that write to one file over the network tear it, whatever the journal. A share that Windows shows under a
 * letter of its own cannot be told from a disk here; the lock in the folder is what is left there.
 */
export function refuseNetwork(folder: string): void {
  const named = process.platform === 'win32' && /^(\\\\|\/\/)/.test(folder)
  if (named || isNetworkDisk(folder)) throw new Fault('museum.networkFolder')
}

/** Linux tells: NFS, and SMB of three ages (statfs(2)). */
const NETWORK_DISKS: ReadonlySet<number> = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42])

function isNetworkDisk(folder: string): boolean {
  if (process.platform !== 'linux') return false
  try {
    return NETWORK_DISKS.has(statfsSync(existsSync(folder) ? folder : dirname(folder)).type >>> 0)
  } catch {
    return false
  }
}
