import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const guard = resolve(import.meta.dirname, 'test/support/no-network-guard.ts');
const setupFiles = existsSync(guard) ? [guard] : [];
const shared = { resolve: { tsconfigPaths: true } };

/** Every core: vitest by itself leaves one for watching, which nobody does here. */
const maxWorkers = availableParallelism();

/** Files share a worker and what they import: they leave nothing behind, and loading it takes as long as using it. */
const together = { pool: 'threads', isolate: false, maxWorkers } as const;

/** Generous, so that a busy machine does not decide about a test. */
const patient = { testTimeout: 30_000, hookTimeout: 30_000 } as const;

/** Tests that drive a real window: one at a time, and never against a hanging one for ever. */
const windowed = {
  environment: 'node',
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 15_000 } },
  fileParallelism: false,
  maxWorkers: 1,
} as const;

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/unit/**/*.spec.ts'],
          setupFiles,
          ...together,
          ...patient,
        },
      },
      {
        ...shared,
        test: {
          name: 'contract',
          environment: 'node',
          include: ['test/contract/**/*.spec.ts'],
          setupFiles,
          ...together,
          ...patient,
        },
      },
      {
        ...shared,
        test: {
          name: 'faults',
          environment: 'node',
          include: ['test/faults/**/*.spec.ts'],
          setupFiles,
          maxWorkers,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        plugins: [react()],
        test: {
          name: 'component',
          environment: 'happy-dom',
          include: ['test/component/**/*.spec.{ts,tsx}'],
          setupFiles: [...setupFiles, resolve(import.meta.dirname, 'test/support/component-setup.ts')],
          ...together,
          ...patient,
        },
      },
      { ...shared, test: { name: 'e2e', include: ['test/e2e/**/*.e2e.ts'], ...windowed } },
      // Started by an end-to-end test, where there is no network.
      { ...shared, test: { name: 'offline', include: ['test/e2e/offline/**/*.offline.ts'], ...windowed } },
      { ...shared, test: { name: 'package', include: ['test/package/**/*.package.ts'], ...windowed } },
    ],
  },
});
