import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { afterAll } from 'vitest';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../../..');
/** Inside the repository, so that a bundle finds the packages that stay outside of it. */
const BUNDLES = join(ROOT, '.cache', 'test-bundles');

const made: string[] = [];
afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))));

/** Bundles a program for plain Node until the end of the file's tests; a release has `cjs`. */
export async function bundleEntry(source: string, format: 'cjs' | 'es' = 'es'): Promise<string> {
  await mkdir(BUNDLES, { recursive: true });
  const outDir = await mkdtemp(join(BUNDLES, 'bundle-'));
  made.push(outDir);
  const file = `${basename(source, '.ts')}.${format === 'cjs' ? 'cjs' : 'mjs'}`;
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { tsconfigPaths: true },
    ssr: { noExternal: true, external: ['electron', 'keytar'] },
    build: {
      ssr: resolve(ROOT, source),
      outDir,
      minify: false,
      rolldownOptions: { output: { format, entryFileNames: file, codeSplitting: false } },
    },
  });
  return join(outDir, file);
}
