/** What the page may load, ask for and go to. Pure decisions; `guard.ts` and `protocol.ts` carry them out. */

export const PAGE_ORIGIN = 'app://museum'
export const MEDIA_ORIGIN = 'app://media'
/** Documents that are being printed. */
export const PAPER_ORIGIN = 'app://paper'
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`

/**
 * `corsEnabled` on purpose: without it a scheme with `supportFetchAPI` may be read across origins in unpatched
 * versions (CVE-2026-70604). No `bypassCSP`, no service workers. `codeCache`: what Chromium compiled of the page's scripts
 * is kept in the program's own folder.
 */
export const SCHEME = {
  standard: true,
  secure: true,
  supportFetchAPI: true,
  corsEnabled: true,
  codeCache: true,
} as const

/**
 * The content security policy of every page answer. `nonce` is fresh per answer: Ant Design and AG Grid write style
 * elements and carry it. The page's own icon fonts are `data:` URLs in AG Grid's style sheet.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' ${MEDIA_ORIGIN} data: blob:`,
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
}

/** The policy of a document that is printed: its own style, pictures that are in it, and nothing else. */
export function paperSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/**
 * `scheme://host` of an address, or null where there is none to trust: not an address, or a name, password or port in
 * it. Node calls the origin of every `app:` address opaque, so scheme and host are put together here and compared whole.
 */
export function originOf(address: string): string | null {
  const url = parsed(address)
  if (!url || url.username || url.password || url.port || !url.host) return null
  return `${url.protocol}//${url.host}`
}

/** The page may only go to itself (another #part, or the same again on reload). */
export function navigationAllowed(address: string): boolean {
  const url = parsed(address)
  return originOf(address) === PAGE_ORIGIN && url?.pathname === '/index.html' && url.search === ''
}

/** What may be fetched at all: our own scheme, and the page's own `blob:` and `data:`; developer tools while not packaged. */
export function requestAllowed(address: string, packaged: boolean): boolean {
  const url = parsed(address)
  if (!url) return false
  if (url.protocol === 'data:') return true
  if (url.protocol === 'blob:') return originOf(url.pathname) === PAGE_ORIGIN
  if (url.protocol === 'devtools:') return !packaged
  const origin = originOf(address)
  return origin === PAGE_ORIGIN || origin === MEDIA_ORIGIN || origin === PAPER_ORIGIN
}

/** Copying text is all the page may ask of the machine. */
export function permissionGranted(permission: string): boolean {
  return permission === 'clipboard-sanitized-write'
}

/** Control characters, spaces and backslashes: what browsers forgive and people do not see. */
const UNSEEN = /[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\\]/

/** An address that may be shown to the user for opening outside: https or mailto, no name or password in it; else null. */
export function externalLink(address: string): URL | null {
  if (address.length > 2000 || UNSEEN.test(address)) return null
  const url = parsed(address)
  if (!url || url.username || url.password) return null
  if (url.protocol === 'https:') return /^https:\/\/[^/]/i.test(address) && url.host ? url : null
  if (url.protocol === 'mailto:') return url.pathname.includes('@') ? url : null
  return null
}

function parsed(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}
