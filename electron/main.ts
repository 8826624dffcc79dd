import { app, session, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import { dispatcher } from '../shared/contract/define.ts'
import { ROLES } from '../shared/contract/roles.ts'
import { shell } from '../shared/shell/contract.ts'
import type { PressSheet } from '../shared/paper/press.ts'
import type { MuseumEvent } from '../shared/shell/events.ts'
import { shellDeeds } from './shell/deeds.ts'
import { openDoor } from './shell/door.ts'
import { emptySpool, spoolPath } from './shell/spool.ts'
import { droppedFile } from './shell/fileNames.ts'
import { grantBook } from './shell/grants.ts'
import { guardPages, guardSession } from './shell/guard.ts'
import { hostLine } from './shell/hostLine.ts'
import { decoderStarter, startHost } from './shell/hostProcess.ts'
import { launchOf } from './shell/launch.ts'
import { openExternally } from './shell/links.ts'
import { described, openLog } from './shell/log.ts'
import { setMenu } from './shell/menu.ts'
import type { Pressroom } from './shell/press.ts'
import { answerScheme, declareScheme } from './shell/protocol.ts'
import { bringForward, openWindow } from './shell/window.ts'

// The composition of the main process: security first, then the window, then the host.
const launch = launchOf(process.argv.slice(1), process.cwd())
// as root Chromium runs without its sandbox or not at all; enableSandbox would take the switch from its children
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
declareScheme()
// scheduled backups run where nobody is signed in: there may be no screen to open
if (launch.headless !== null) app.commandLine.appendSwitch('ozone-platform', 'headless')
if (launch.home !== null) app.setPath('userData', launch.home)
app.commandLine.appendSwitch('lang', launch.language)

function openProgram(): void {
  const home = app.getPath('userData')
  const log = openLog(home, 'main', () => new Date().toISOString())
  // Electron would show the stack in a box that stops everything
  process.on('uncaughtException', (error) => log('uncaught', error))
  const { language, begin } = launch
  // read when it is asked for: without a window there is no need of it
  const expected = async () => {
    const { expectedMuseum } = await import('./services/recent.ts')
    return begin.kind === 'sample' ? null : expectedMuseum(home, begin.kind === 'folder' ? begin.path : null)
  }
  const grants = grantBook((grant) => line.send({ kind: 'grant', ...grant }))
  let mediaFolder: string | null = null
  let window: BrowserWindow | null = null
  const sheets = new Map<string, PressSheet>()
  // read when something is printed for the first time
  let press: Promise<Pressroom> | null = null
  const openPress = () => (press ??= import('./shell/press.ts').then((shop) => shop.pressroom(sheets, log)))
  emptySpool(home)

  const tell = (event: MuseumEvent) => window?.webContents.send('museum:event', event)
  const line = hostLine({
    start: (again) =>
      startHost(join(import.meta.dirname, 'host.cjs'), {
        root: app.getAppPath(),
        home,
        begin: again ? { kind: 'last' } : begin,
      }),
    tell,
    decoder: decoderStarter(join(import.meta.dirname, 'decoder.cjs')),
    mediaFolder: (folder) => (mediaFolder = folder),
    press: async (sheet) => (await openPress()).print(sheet),
    briefing: () => grants.all().map((grant) => ({ kind: 'grant', ...grant })),
    clock: Date.now,
  })

  guardSession(session.defaultSession, app.isPackaged)
  guardPages(app, (url) => {
    if (window) void openExternally(window, url, language)
  })
  answerScheme(session.defaultSession, join(import.meta.dirname, '../renderer'), () => mediaFolder, sheets)
  const dispatchShell = dispatcher({ shell }, shellDeeds, log)
  openDoor({
    answer: (channel, input, asking) =>
      channel.startsWith('shell.')
        ? dispatchShell(channel, input, {
            roles: ROLES,
            window: asking,
            grants,
            language,
            demo: begin.kind === 'sample',
            mediaFolder: () => mediaFolder,
            expected,
            spool: (name) => spoolPath(home, name),
          })
        : line.call(channel, input),
    dropped(given) {
      const { path, purpose } = droppedFile(given)
      return { ...grants.give(path, purpose), purpose }
    },
  })

  setMenu(language, app.isPackaged)
  window = openWindow(join(import.meta.dirname, '../preload/preload.cjs'), home, app.isPackaged, log)
  window.on('closed', () => {
    window = null
    // a window that nobody sees would keep the program alive
    void press?.then((room) => room.close())
    grants.forgetAll()
    line.send({ kind: 'forgetGrants' })
  })

  /** A table given to the program by another start, or by the system's "open with". */
  const takeFiles = (files: readonly string[]) => {
    for (const file of files) {
      const { token, name } = grants.give(file, 'table')
      tell({ kind: 'file', token, name })
    }
  }
  window.webContents.once('did-finish-load', () => takeFiles(launch.files))
  // not by `additionalData`: Electron 33 drops it whole when a name in it is Chinese
  app.on('second-instance', (_event, argv, folder) => {
    if (window) bringForward(window)
    takeFiles(launchOf(argv.slice(1), folder).files)
  })
  app.on('window-all-closed', () => app.quit())

  // the windows are closed by now and have said all they had to say: the museum closes last
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void line.stop().then(() => {
      closed = true
      emptySpool(home)
      app.quit()
    })
  })
}

async function runHeadless(argv: readonly string[]): Promise<void> {
  // whoever reads may have left (`| head`): that is no accident
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  try {
    // read while Chromium is still getting ready: read afterwards, Electron 33 dies of it in some builds
    const { main } = await import('./cli/run.ts')
    // before that the process lives only as long as it is kept busy: waiting for a reader it dies (Electron 33)
    await app.whenReady()
    process.exitCode = await main(argv, app.getAppPath(), {
      decoder: decoderStarter(join(import.meta.dirname, 'decoder.cjs')),
    })
  } catch (error) {
    process.exitCode = 1
    process.stderr.write(`${described(error)}\n`)
  }
  // a pipe holds 64 KiB, and exit does not wait for the rest
  for (const stream of [process.stdout, process.stderr])
    await new Promise((written) => stream.write('', written))
  app.exit(process.exitCode)
}

if (launch.headless !== null) void runHeadless(launch.headless)
else if (!app.requestSingleInstanceLock()) app.exit(0)
else void app.whenReady().then(openProgram)
