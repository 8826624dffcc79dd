import type { App, Session } from 'electron'
import { externalLink, navigationAllowed, permissionGranted, requestAllowed } from './policy.ts'

/** Everything a page could ask of the session, refused but for what `policy.ts` allows. */
export function guardSession(session: Session, packaged: boolean): void {
  session.setPermissionRequestHandler((_page, permission, answer) => answer(permissionGranted(permission)))
  session.setPermissionCheckHandler((_page, permission) => permissionGranted(permission))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }))
  session.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault()
    choose(null)
  })
  session.on('select-usb-device', (event, _details, choose) => {
    event.preventDefault()
    choose()
  })
  session.on('select-serial-port', (event, _ports, _page, choose) => {
    event.preventDefault()
    choose('')
  })
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((request, answer) =>
    answer({ cancel: !requestAllowed(request.url, packaged) })
  )
}

/** Every page that ever comes to be: it stays where it is, opens nothing and embeds nothing. */
export function guardPages(app: App, openLink: (url: URL) => void): void {
  app.on('web-contents-created', (_created, page) => {
    page.setWindowOpenHandler(({ url }) => {
      const link = externalLink(url)
      if (link) openLink(link)
      return { action: 'deny' }
    })
    page.on('will-navigate', (event) => {
      if (!navigationAllowed(event.url)) event.preventDefault()
    })
    page.on('will-frame-navigate', (event) => {
      if (!navigationAllowed(event.url)) event.preventDefault()
    })
    page.on('will-redirect', (event) => {
      if (!navigationAllowed(event.url)) event.preventDefault()
    })
    page.on('will-attach-webview', (event) => event.preventDefault())
    page.on('select-bluetooth-device', (event, _devices, choose) => {
      event.preventDefault()
      choose('')
    })
  })
}
