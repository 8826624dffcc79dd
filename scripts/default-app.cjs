'use strict'
// Stands in for Electron's default app in the Electron that npm carries:
//   electron [flags] [-r module]… <folder or file> [arguments]
const { app } = require('electron')
const fs = require('node:fs')
const path = require('node:path')
const Module = require('node:module')

const argv = process.argv.slice(1) // a copy: the modules loaded below may cut process.argv
const preload = []
let target
for (let i = 0; i < argv.length && target === undefined; i++) {
  const word = argv[i]
  if (word === '-r' || word === '--require') preload.push(argv[++i])
  else if (word === '-v' || word === '--version') {
    console.log(`v${process.versions.electron}`)
    process.exit(0)
  } else if (!word.startsWith('-')) target = word
}
if (preload.length > 0) Module._preloadModules(preload)
if (target === undefined) {
  console.error('usage: electron [-r module] <folder or file> [arguments]')
  process.exit(2)
}

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
const folder = path.resolve(target)
const packageFile = path.join(folder, 'package.json')
const file = Module._resolveFilename(folder, null, true)
if (fs.existsSync(packageFile)) {
  const about = JSON.parse(fs.readFileSync(packageFile, 'utf8'))
  if (about.version) app.setVersion(about.version)
  if (about.productName || about.name) app.setName(about.productName || about.name)
  app.setDesktopName(about.desktopName || `${app.name}.desktop`)
  app.setAppPath(folder)
} else {
  app.setAppPath(path.dirname(file))
}
process.mainModule = undefined
// at once, not later: schemes must be registered before `ready`
require(file)
