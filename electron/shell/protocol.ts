import { protocol, type Session } from 'electron'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { pageFile } from './pageFile.ts'
import { pictureFile, pictureType, thumbFiles } from './picture.ts'
import type { PressSheet } from '../../shared/paper/press.ts'
import { MEDIA_ORIGIN, PAPER_ORIGIN, SCHEME } from './policy.ts'
import { contentSecurityPolicy, originOf, paperSecurityPolicy } from './policy.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

/** Must run before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { ...SCHEME } }])
}

/**
 * Answers `app://museum/…` from the built page under `root`, `app://media/…` from the open museum's own folder, and
 * `app://paper/…` with what is being printed.
 */
export function answerScheme(
  session: Session,
  root: string,
  mediaFolder: () => string | null,
  sheets: ReadonlyMap<string, PressSheet>
): void {
  session.protocol.handle('app', (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return nothing(405)
    const origin = originOf(request.url)
    if (origin === MEDIA_ORIGIN) return pictureAnswer(mediaFolder(), request.url)
    return origin === PAPER_ORIGIN ? sheetAnswer(sheets, request.url) : pageAnswer(root, request.url)
  })
}

function sheetAnswer(sheets: ReadonlyMap<string, PressSheet>, address: string): Response {
  const sheet = sheets.get(address)
  if (!sheet) return nothing(404)
  const nonce = randomBytes(18).toString('base64')
  const head = `<meta charset="utf-8"><style nonce="${nonce}">${sheet.css}</style>`
  return new Response(
    `<!doctype html><html lang="zh-CN"><head>${head}</head><body>${sheet.body}</body></html>`,
    {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'content-security-policy': paperSecurityPolicy(nonce),
      },
    }
  )
}

async function pageAnswer(root: string, address: string): Promise<Response> {
  const file = await pageFile(root, address)
  const type = file === null ? undefined : TYPES[extname(file)]
  if (file === null || type === undefined) return nothing(404)
  const headers = { 'content-type': type, 'x-content-type-options': 'nosniff' }
  if (extname(file) !== '.html') return new Response(await readFile(file), { headers })
  const nonce = randomBytes(18).toString('base64')
  const page = (await readFile(file, 'utf8')).replaceAll('__CSP_NONCE__', nonce)
  return new Response(page, {
    headers: {
      ...headers,
      'cache-control': 'no-store',
      'content-security-policy': contentSecurityPolicy(nonce),
    },
  })
}

async function pictureAnswer(folder: string | null, address: string): Promise<Response> {
  const file = folder === null ? null : pictureFile(folder, address)
  const thumbs = folder === null ? null : thumbFiles(folder, address)
  if (file === null || thumbs === null) return nothing(404)
  try {
    const small = thumbs.small === null ? null : await readFile(thumbs.small).catch(() => null)
    let bytes = small ?? (await readFile(file))
    if (pictureType(bytes) === null) bytes = await readFile(thumbs.large).catch(() => bytes)
    const type = pictureType(bytes)
    if (type === null) return nothing(415)
    // what stands in for a small picture that is not there yet is not kept
    const isAsked = thumbs.small === null || small !== null
    // addressed by content: what is at this address never changes
    const headers = {
      'content-type': type,
      'x-content-type-options': 'nosniff',
      'cache-control': isAsked ? 'max-age=31536000' : 'no-store',
    }
    return new Response(bytes, { headers })
  } catch {
    return nothing(404)
  }
}

function nothing(status: number): Response {
  return new Response(null, { status, headers: { 'content-security-policy': "default-src 'none'" } })
}
