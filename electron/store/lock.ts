import SQLite from 'better-sqlite3'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '../../shared/contract/faults.ts'
import { asFault, isCode } from './health.ts'

/** Given back by `takeLock`; the operating system gives it back by itself when the process dies. */
export interface FolderLock {
  release(): void
  /** Lets go and leaves no trace: the folder turned out to be nobody of ours. */
  forget(): void
}

/**
 * One program at a time writes to a museum's folder. The lock is an exclusive transaction on a small file of its own:
 * unlike a file with a process number in it, it cannot be left behind by a crash.
 */
export function takeLock(folder: string, nativeBinding: string | undefined): FolderLock {
  let lock: SQLite.Database | undefined
  try {
    lock = new SQLite(join(folder, 'museum.lock'), {
      timeout: 0,
      ...(nativeBinding ? { nativeBinding } : {}),
    })
    lock.pragma('journal_mode = delete')
    lock.pragma('locking_mode = exclusive')
    lock.exec('begin exclusive')
  } catch (error) {
    lock?.close()
    if (isCode(error, 'SQLITE_BUSY')) throw new Fault('museum.locked')
    if (isCode(error, 'SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_PERM', 'SQLITE_IOERR'))
      throw new Fault('museum.readOnly')
    throw asFault(error)
  }
  const held = lock
  return {
    release: () => held.close(),
    forget() {
      held.close()
      rmSync(join(folder, 'museum.lock'), { force: true })
    },
  }
}
