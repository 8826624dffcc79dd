import { BrowserWindow, screen } from 'electron'
import { join } from 'node:path'
import type { Log } from './log.ts'
import { PAGE_URL, navigationAllowed } from './policy.ts'
import { windowPreferences } from './preferences.ts'
import { SMALLEST_SIZE, keepPlace, lastPlace } from './windowPlace.ts'

/** Opens the program's window on its page. `home` is where its place on the screen is remembered. */
export function openWindow(preload: string, home: string, packaged: boolean, log: Log): BrowserWindow {
  const file = join(home, 'window.json')
  const { corner, width, height, maximized } = lastPlace(
    file,
    screen.getAllDisplays().map((display) => display.workArea)
  )
  const window = new BrowserWindow({
    ...corner,
    width,
    height,
    minWidth: SMALLEST_SIZE.width,
    minHeight: SMALLEST_SIZE.height,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#FBFAF6', // paper: no white flash before the page is there
    webPreferences: windowPreferences(preload, packaged),
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    const { x, y, ...size } = window.getNormalBounds()
    keepPlace(file, { corner: { x, y }, ...size, maximized: window.isMaximized() })
  })
  // a page that crashed is opened again, a few times; drafts are in the museum
  let lives = 3
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log(`page gone: ${reason}`, null)
    if (reason !== 'clean-exit' && lives-- > 0) void window.loadURL(PAGE_URL)
  })
  // about:blank is the one place Chromium goes to without asking
  window.webContents.on('did-navigate', (_event, url) => {
    if (!navigationAllowed(url)) void window.loadURL(PAGE_URL)
  })
  void window.loadURL(PAGE_URL)
  return window
}

/** A second start of the program: the window comes to the front. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
