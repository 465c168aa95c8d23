import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

const ROOT = import.meta.dirname;

/** What stays outside the bundles: Electron itself, and the two packages that carry native code. */
const EXTERNAL = ['electron', 'keytar', 'libsql'];

interface NodeTarget {
  source: string;
  outDir: string;
  file: string;
  /** The oldest runtime that executes the bundle. */
  target: string;
}

/** The bundles that run outside the page: one self-contained CommonJS file each, so that nothing is shared. */
const NODE_TARGETS: Record<string, NodeTarget> = {
  main: { source: 'main/index.ts', outDir: 'dist/main', file: 'index.cjs', target: 'node20' },
  preload: { source: 'main/preload.ts', outDir: 'dist/preload', file: 'preload.cjs', target: 'chrome130' },
  keychain: {
    source: 'main/storage/keychain-process.ts',
    outDir: 'dist/processes',
    file: 'keychain.cjs',
    target: 'node20',
  },
  practice: {
    source: 'main/practice/process.ts',
    outDir: 'dist/processes',
    file: 'practice.cjs',
    target: 'node20',
  },
  reader: {
    source: 'main/reader/process.ts',
    outDir: 'dist/processes',
    file: 'reader.cjs',
    target: 'node20',
  },
  'practice-cli': {
    source: 'main/practice/cli.ts',
    outDir: 'dist/processes',
    file: 'practice-cli.cjs',
    target: 'node20',
  },
};

function nodeConfig(target: NodeTarget): UserConfig {
  return {
    root: ROOT,
    resolve: { tsconfigPaths: true },
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: { noExternal: true, external: EXTERNAL },
    build: {
      ssr: resolve(ROOT, target.source),
      outDir: resolve(ROOT, target.outDir),
      emptyOutDir: false,
      target: target.target,
      minify: false,
      rolldownOptions: {
        output: { format: 'cjs', entryFileNames: target.file, codeSplitting: false },
      },
    },
  };
}

/** Where a schema is made, of zod or of another schema. */
const SCHEMA =
  /(?<![\w.'])(?:z\.|[A-Z]\w*\.(?:extend|omit|pick|partial|exclude|optional|nullable|unwrap|default|shape)\b)/g;

/**
 * Data is validated in main, so that the page needs types and constants of the domain but none of its schemas: marked as
 * free of effects, those that nothing uses are left out.
 */
const withoutSchemas: Plugin = {
  name: 'keydesk-without-schemas',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/(domain|contract)\/.*\.ts$/ },
    handler: (code) => code.replaceAll(SCHEMA, '/* @__PURE__ */ $&'),
  },
  // SECURITY: zod would try `new Function` in the page, which its policy reports.
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((part) =>
      part.type === 'chunk' ? Object.entries(part.modules) : [],
    );
    if (modules.some(([id, { renderedLength }]) => id.includes('/node_modules/zod/') && renderedLength > 0))
      this.error('The page uses a schema: give it the constants it needs without zod.');
  },
};

function rendererConfig(): UserConfig {
  return {
    root: resolve(ROOT, 'renderer'),
    base: './',
    resolve: { tsconfigPaths: true },
    plugins: [withoutSchemas, react()],
    build: {
      outDir: resolve(ROOT, 'dist/renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      // SECURITY: inlined assets would be data: addresses, which the page's policy allows for pictures only.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1500,
      rolldownOptions: { treeshake: { manualPureFunctions: ['z'], propertyReadSideEffects: false } },
    },
  };
}

export default defineConfig(({ mode }) => {
  if (mode === 'renderer') return rendererConfig();
  const target = NODE_TARGETS[mode];
  if (!target) throw new Error(`Unknown build target "${mode}": use --mode with a name from vite.config.ts.`);
  return nodeConfig(target);
});
