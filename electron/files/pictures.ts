import Module, { createRequire } from 'node:module'
import type sharp from 'sharp'

const require = createRequire(import.meta.url)
const NATIVE = /^@img\/sharp-linux(musl)?-\w+\/sharp\.node$/
const WASM = '@img/sharp-wasm32/sharp.node'

let loaded: typeof sharp | undefined

/**
 * The picture library, loaded when first needed. On Linux the Electron binary is linked with the system's GLib and
 * sharp's own libvips carries another (electron/electron#46323): a flood of warnings, a leak with every picture, crashes
 * on newer systems. There the WebAssembly build stands in: about 2.3 times slower, no leak.
 */
export function pictureLibrary(): typeof sharp {
  if (loaded) return loaded
  if (!process.versions.electron || process.platform !== 'linux') {
    loaded = require('sharp') as typeof sharp
    return loaded
  }
  const resolver = Module as unknown as {
    _resolveFilename: (this: unknown, request: string, ...rest: unknown[]) => string
  }
  const resolve = resolver._resolveFilename
  resolver._resolveFilename = (request, ...rest) =>
    resolve.call(Module, NATIVE.test(request) ? WASM : request, ...rest)
  try {
    loaded = require('sharp') as typeof sharp
    return loaded
  } finally {
    resolver._resolveFilename = resolve
  }
}

/** A drawing of ours as a JPEG. Never for a drawing that came from outside: SVG can name other files. */
export async function jpegOfDrawing(svg: string): Promise<Buffer> {
  return pictureLibrary()(Buffer.from(svg))
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 82 })
    .toBuffer()
}
