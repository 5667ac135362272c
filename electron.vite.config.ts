import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { packagedWasm } from './electron/files/wasm-file.ts';

// The oldest Electron it runs on: 33 (Node 20.18, Chromium 130).
const NODE = 'node20.18';
const CHROME = 'chrome130';
// The notices that the licences of what is bundled ask for.
const LICENCES = { fileName: 'licences.md' };
// Everything else is bundled, so that the package holds one native module and nothing more.
const OUTSIDE = ['electron', /^better-sqlite3(\/.*)?$/];

/** Puts the WebAssembly of packages beside the code: the packed application has no packages but the native one. */
const shippedWasm = {
  name: 'wasm-of-packages',
  generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: Uint8Array }): string }) {
    for (const [fileName, file] of Object.entries(packagedWasm)) {
      const source = readFileSync(createRequire(import.meta.url).resolve(file));
      this.emitFile({ type: 'asset', fileName, source });
    }
  },
};

export default defineConfig({
  main: {
    plugins: [shippedWasm],
    build: {
      target: NODE,
      license: LICENCES,
      outDir: 'out/main',
      externalizeDeps: { include: ['better-sqlite3'] },
      rolldownOptions: {
        input: { main: 'electron/main.ts', 'job-process': 'electron/jobs/job-process.ts' },
        external: OUTSIDE,
        output: {
          // All in one folder: the preload, the window's page and the process of jobs are found from where a file is.
          chunkFileNames: '[name]-[hash].js',
          // A third of the text to read at every start; the names stay, for the stack traces in the log.
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  },
  preload: {
    build: {
      target: NODE,
      license: LICENCES,
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: 'electron/preload.ts',
        external: ['electron'],
        // A sandboxed window's preload has to be one CommonJS file.
        output: { format: 'cjs', entryFileNames: 'preload.cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      target: CHROME,
      license: LICENCES,
      outDir: 'out/renderer',
      modulePreload: { polyfill: false },
      // The content security policy allows no data: fonts or scripts.
      assetsInlineLimit: 0,
      minify: true,
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
});
