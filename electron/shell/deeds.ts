import { app, shell as system, type BrowserWindow } from 'electron'
import type { Handlers } from '../../shared/contract/define.ts'
import { Fault } from '../../shared/contract/faults.ts'
import type { Role } from '../../shared/contract/roles.ts'
import { FILE_PURPOSES, MOST_CHOSEN, type shell } from '../../shared/shell/contract.ts'
import { chooseFiles, choosePath } from './dialogs.ts'
import type { GrantBook } from './grants.ts'
import { openExternally, openPdf } from './links.ts'
import { externalLink } from './policy.ts'
import type { Language } from './words.ts'

/** Who asks main for something: a window, with the grants its user has given. */
export interface ShellCtx {
  readonly roles: readonly Role[]
  readonly window: BrowserWindow
  readonly grants: GrantBook
  readonly language: Language
  readonly demo: boolean
  /** A path in the program's own folder for a PDF that is only to be printed. */
  readonly spool: (name: string) => string
  /** Where the open museum keeps pictures and attachments; null when none is open. */
  readonly mediaFolder: () => string | null
  /** The museum this start is about to open, where it is known. */
  readonly expected: () => Promise<{ readonly id: string; readonly name: string } | null>
}

/** What main itself answers: dialogs and the outside world. */
export const shellDeeds: Handlers<{ readonly shell: typeof shell }, ShellCtx> = {
  shell: {
    async choose({ purpose, suggested }, ctx) {
      const path = await choosePath(ctx.window, purpose, suggested, ctx.language)
      return { file: path === null ? null : ctx.grants.give(path, purpose) }
    },
    async chooseMany({ purpose }, ctx) {
      const paths = await chooseFiles(ctx.window, purpose, ctx.language)
      const files = paths.slice(0, MOST_CHOSEN).map((path) => ctx.grants.give(path, purpose))
      return { files, left: paths.length - files.length }
    },
    reveal({ token }, ctx) {
      system.showItemInFolder(ctx.grants.path(token, ...FILE_PURPOSES))
      return Promise.resolve({})
    },
    spool({ name }, ctx) {
      return Promise.resolve({ file: ctx.grants.give(ctx.spool(name), 'savePdf') })
    },
    async openPdf({ token }, ctx) {
      await openPdf(ctx.grants.path(token, 'savePdf'))
      return {}
    },
    async openAttachment({ sha256, name }, ctx) {
      // not before it is asked for: main starts with as little as it can
      const { openKept } = await import('./openKept.ts')
      return { opened: await openKept(ctx.window, ctx.mediaFolder(), sha256, name, ctx.language) }
    },
    async openLink({ url }, ctx) {
      const link = externalLink(url)
      if (!link) throw new Fault('call.notAllowed')
      return { opened: await openExternally(ctx.window, link, ctx.language) }
    },
    about: async (_nothing, { demo, language, expected }) => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      demo,
      language,
      expected: await expected(),
    }),
  },
}
