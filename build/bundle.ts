// `npm run bundle`: the renderer and the main process by vite, the preload as one file. Skips what has not changed.
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig } from 'vite';

const ROOT = join(import.meta.dirname, '..');
const DIST = join(ROOT, 'dist');
const STAMP = join(DIST, 'bundle.sha256');
const SOURCES = [
  '{shared,db,electron,renderer}/**/*.{ts,tsx,css,html,svg,png,json}',
  'build/bundle.ts',
  'package-lock.json',
];
const RESULTS = ['main/main.js', 'preload/preload.cjs', 'renderer/index.html'];

/** Stay in node_modules: Electron itself, and the two packages with native code. */
const EXTERNAL = ['electron', 'better-sqlite3', '@node-rs/argon2'];
const NODE_MODULES = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

const COMMON: InlineConfig = { configFile: false, logLevel: 'warn', publicDir: false, envDir: false };

/** Chromium 156 is what Electron 45 carries and what the shell runs on. */
function rendererConfig(): InlineConfig {
  return {
    ...COMMON,
    root: join(ROOT, 'renderer'),
    base: './',
    plugins: [react()],
    build: {
      outDir: join(DIST, 'renderer'),
      emptyOutDir: true,
      target: 'chrome156',
      modulePreload: { polyfill: false },
      // Everything is read from disk; data: URLs would only be refused by the content policy.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4000,
    },
  };
}

/** Node 24 is what Electron 45 carries; its newer V8 is not relied upon. The main process loads what it imports late,
 *  such as the dictionaries of passwords, from files beside its own; a sandboxed preload can load none. */
function nodeConfig(entry: string, folder: string, file: string, format: 'es' | 'cjs'): InlineConfig {
  return {
    ...COMMON,
    root: ROOT,
    resolve: { conditions: ['node'], mainFields: ['module', 'main'] },
    ssr: { noExternal: true, external: EXTERNAL },
    build: {
      ssr: entry,
      outDir: join(DIST, folder),
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        external: [...EXTERNAL, ...NODE_MODULES],
        output: { format, entryFileNames: file, chunkFileNames: '[name].js', codeSplitting: format === 'es' },
      },
    },
  };
}

/** Builds dist/renderer, dist/main/main.js and dist/preload/preload.cjs. Returns false when all were up to date. */
export async function bundle(): Promise<boolean> {
  const stamp = hashOfSources();
  const isThere = RESULTS.every((file) => existsSync(join(DIST, file)));
  if (isThere && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return false;
  await Promise.all([
    build(rendererConfig()),
    build(nodeConfig('electron/main.ts', 'main', 'main.js', 'es')),
    build(nodeConfig('electron/preload.ts', 'preload', 'preload.cjs', 'cjs')),
  ]);
  mkdirSync(DIST, { recursive: true });
  writeFileSync(STAMP, stamp);
  return true;
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const file of globSync(SOURCES, { cwd: ROOT }).sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(ROOT, file)))
      .update('\0');
  return hash.digest('hex');
}

if (import.meta.main) {
  const startedMs = performance.now();
  try {
    const isNew = await bundle();
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
    process.stdout.write(isNew ? `bundled in ${seconds} s\n` : 'bundle is up to date\n');
  } catch (error) {
    // What the bundler says names the file and the line; its own stack says nothing.
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`the bundle could not be made\n${message.split('\nStack backtrace')[0]?.trimEnd()}\n`);
    process.exitCode = 1;
  }
}
