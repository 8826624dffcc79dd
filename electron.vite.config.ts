import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// electron-vite leaves out of the bundles what package.json calls `dependencies`: only the packages that carry
// binaries. All else is a devDependency and is bundled: Electron 33 has Node 20.18, where a CommonJS bundle cannot
// require() an ESM-only package (kysely: ERR_REQUIRE_ESM).
const entry = (name: string) => ({ [name]: resolve(`electron/${name}.ts`) })

export default defineConfig({
  main: {
    build: {
      target: 'node20.18', // electron-vite would take node24.18 from electron's package.json
      rolldownOptions: {
        // own entries with fixed names: `?modulePath` cannot be nested (host -> job)
        input: {
          ...entry('main'),
          ...entry('host'),
          ...entry('job'),
          ...entry('reader'),
          ...entry('decoder'),
          ...entry('cli'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      rolldownOptions: {
        input: entry('preload'),
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    html: { cspNonce: '__CSP_NONCE__' },
    plugins: [react()],
    build: {
      target: 'chrome130',
      // half of it need not be read and parsed before the window stands
      minify: true,
      rolldownOptions: { input: resolve('renderer/index.html') },
    },
  },
})
