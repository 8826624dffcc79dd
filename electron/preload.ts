import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'
import type { MuseumBridge } from '../shared/shell/events.ts'

/**
 * All that the page gets. The first word of each message is written here and not by the page: a page can ask for any
 * call, but only a file the user really dropped becomes a `dropped`, with the path the system gives it.
 */
const bridge: MuseumBridge = {
  call: (channel, input) => ipcRenderer.invoke('museum:call', 'call', channel, input),
  dropped: (file) => ipcRenderer.invoke('museum:call', 'dropped', webUtils.getPathForFile(file)),
  watch(listener) {
    const hear = (_event: IpcRendererEvent, told: unknown) => listener(told)
    ipcRenderer.on('museum:event', hear)
    return () => void ipcRenderer.off('museum:event', hear)
  },
}

contextBridge.exposeInMainWorld('museum', bridge)
