import type { WebPreferences } from 'electron'

/**
 * What the page may be: a sandboxed document and nothing more (Electron security tutorial, items 2 to 9).
 * `preload` is the absolute path of the one preload bundle; developer tools stay out of the packaged program.
 */
export function windowPreferences(preload: string, packaged: boolean): WebPreferences {
  return {
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: !packaged,
  }
}

/** What a sheet of paper may be: less than the page. It runs no script and has no way to the program. */
export function sheetPreferences(): WebPreferences {
  return {
    javascript: false,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
  }
}
