import react from '@vitejs/plugin-react';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The API that the development server asks; the built app is served by the API itself. */
const api = process.env.QINGSAI_API ?? 'http://localhost:3000';

/** The API hands out the compressed copies of the files, so nothing is compressed per request. */
function compressed(): Plugin {
  let folder = '';
  return {
    name: 'compressed',
    apply: 'build',
    configResolved: (config) => {
      folder = join(config.build.outDir, 'assets');
    },
    closeBundle: () => {
      for (const name of readdirSync(folder)) {
        if (!/\.(m?js|css|svg)$/.test(name)) continue;
        const text = readFileSync(join(folder, name));
        if (text.length < 1024) continue;
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
        writeFileSync(join(folder, `${name}.gz`), gzipSync(text));
      }
    },
  };
}

/** Character maps and fonts for papers that do not bring theirs along; fetched only when such a paper is opened. */
function paperFiles(): Plugin {
  let folder = '';
  return {
    name: 'paper-files',
    apply: 'build',
    configResolved: (config) => {
      folder = join(config.build.outDir, 'assets', 'pdf');
    },
    closeBundle: () => {
      cpSync(here('../../node_modules/pdfjs-dist/cmaps'), join(folder, 'cmaps'), { recursive: true });
      cpSync(here('../../node_modules/pdfjs-dist/standard_fonts'), join(folder, 'fonts'), { recursive: true });
    },
  };
}

export default defineConfig({
  root: here('.'),
  plugins: [react(), compressed(), paperFiles()],
  resolve: { alias: [{ find: /^#libs\/([^/]+)$/, replacement: here('../../libs/$1/src/index.ts') }] },
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    chunkSizeWarningLimit: 900,
  },
  server: { port: 5173, proxy: { '/api': { target: api, changeOrigin: true } } },
  preview: { port: 4173, proxy: { '/api': { target: api, changeOrigin: true } } },
});
