import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import type { Reply } from '../../shared/contract/define.ts'

/** The checkout: the built app lies in its out/. */
export const ROOT = resolve(import.meta.dirname, '../..')

/** A window of the real program with a home of its own. */
export interface ScreenMuseum {
  readonly app: ElectronApplication
  readonly page: Page
  /** Where the program keeps its own things; give it to the next `launchMuseum` to start again where this one ended. */
  readonly userData: string
  /** One call through the page's own bridge, as the page would make it. */
  call(channel: string, input?: unknown): Promise<Reply>
  /** Ends the program as a user would. A home made for this window is removed unless `keep` is set. */
  close(keep?: { readonly keep: boolean }): Promise<void>
}

/** Opens the built program: on the folder `data`, on the sample (`demo`), or where that home last was. */
export async function launchMuseum(
  options: {
    readonly data?: string
    readonly demo?: boolean
    readonly args?: readonly string[]
    readonly userData?: string
  } = {}
): Promise<ScreenMuseum> {
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'guancang-screen-'))
  const app = await _electron.launch({
    cwd: ROOT,
    args: [
      // Chromium does not run as root inside its sandbox
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ROOT,
      `--home=${userData}`,
      ...(options.demo ? ['--demo'] : []),
      ...(options.data === undefined ? [] : [`--data=${options.data}`]),
      ...(options.args ?? []),
    ],
    env: { ...definedEnv(), TZ: 'Asia/Shanghai' },
  })
  const page = await app.firstWindow()
  await isReady(page)
  return {
    app,
    page,
    userData,
    call: (channel, input = {}) =>
      page.evaluate(([name, value]) => window.museum.call(name, value), [
        channel,
        input,
      ] as const) as Promise<Reply>,
    async close({ keep } = { keep: false }) {
      await app.close()
      if (!keep && options.userData === undefined) rmSync(userData, { recursive: true, force: true })
    },
  }
}

/** The page has drawn something and the host answers. */
export async function isReady(page: Page): Promise<void> {
  await page.waitForFunction(() => document.getElementById('root')?.hasChildNodes())
  await page.evaluate(() => window.museum.call('workspace.state', {}))
}

/** What the next file dialogs answer: a path, or null for a dialog that is closed without choosing. */
export async function chooseNext(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    const canceled = chosen === null
    dialog.showOpenDialog = () => Promise.resolve({ canceled, filePaths: canceled ? [] : [chosen] })
    dialog.showSaveDialog = () => Promise.resolve({ canceled, filePath: chosen ?? '' })
  }, path)
}

/** What the next yes-or-no questions of the program's own dialogs answer. */
export async function agreeNext(app: ElectronApplication, yes: boolean): Promise<void> {
  await app.evaluate(
    ({ dialog }, response) => {
      dialog.showMessageBox = () => Promise.resolve({ response, checkboxChecked: false })
    },
    yes ? 0 : 1
  )
}

/** Listens from now on; the answer waits for the first event of that kind, with all that the page was given. */
export async function listen(page: Page, kind: string): Promise<() => Promise<unknown[]>> {
  await page.evaluate((wanted) => {
    const heard = new Promise((resolve) => {
      const stop = window.museum.watch((...told: unknown[]) => {
        if ((told[0] as { kind: string }).kind !== wanted) return
        stop()
        resolve(told)
      })
    })
    Object.assign(window, { [`heard ${wanted}`]: heard })
  }, kind)
  return () => page.evaluate((wanted) => Reflect.get(window, `heard ${wanted}`) as Promise<unknown[]>, kind)
}

/** Drops a real file on the middle of the window, as from the system's file manager. */
export async function dropFile(page: Page, path: string, at = { x: 600, y: 400 }): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at, data })
  }
  await session.detach()
}

/** A picture of the window in test-results/screens, for looking at. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = join(ROOT, 'test-results', 'screens')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path })
  return path
}

function definedEnv(): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  return Object.fromEntries(
    Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined)
  )
}
