import { resolve } from 'node:path';
import { runnerImport } from 'vite';
import { ROOT } from './paths.mjs';

// Runs one TypeScript file of the repository, with the aliases of tsconfig.json: script-runner.mjs FILE.
const file = resolve(process.argv[2] ?? '');
await runnerImport(file, {
  configFile: false,
  root: ROOT,
  logLevel: 'error',
  resolve: { tsconfigPaths: true },
});
