'use strict'
const { rmSync } = require('node:fs')
const { join } = require('node:path')

/** The Electron that npm carries brings our stand-in for the default app; a packaged app must not have it. */
exports.default = ({ appOutDir }) => {
  for (const name of ['app', 'app-update.yml']) {
    rmSync(join(appOutDir, 'resources', name), { recursive: true, force: true })
  }
}
