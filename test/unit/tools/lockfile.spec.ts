import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');

const Manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

const LockEntry = z.object({
  name: z.string().optional(),
  version: z.string().optional(),
  integrity: z.string().optional(),
  hasInstallScript: z.boolean().optional(),
  link: z.boolean().optional(),
});
const Lock = z.object({ packages: z.record(z.string(), LockEntry) });

/** Packages that may declare an install script; none of them is run. */
const WITH_INSTALL_SCRIPT = ['@github/keytar', 'electron-winstaller'];

/** Published versions that were taken over by an attacker. */
const DENIED = ['axios@1.14.1', 'axios@0.30.4'];

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(resolve(ROOT, name), 'utf8'));
}

/** An exact version, as such or behind an alias. */
function isExact(wanted: string): boolean {
  return /^(npm:(@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(wanted);
}

/** `node_modules/a/node_modules/@b/c` is the package `@b/c`. */
function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

const manifest = Manifest.parse(readJson('package.json'));
const installed = Object.entries(Lock.parse(readJson('package-lock.json')).packages)
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({ path, ...entry, name: entry.name ?? nameOf(path) }));

describe('the packages', () => {
  it('are asked for by exact version', () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, wanted]) => !isExact(wanted),
    );
    expect(loose).toEqual([]);
  });

  it.each(['^1.2.3', '~1.2.3', '*', 'latest', '>=1.0.0', 'npm:other@^1.0.0', 'https://example.org/a.tgz'])(
    'would not pass with %s',
    (wanted) => expect(isExact(wanted)).toBe(false),
  );

  it('are locked with what they have to weigh', () => {
    expect(installed.length).toBeGreaterThan(100);
    expect(
      installed.filter(({ integrity }) => !integrity?.startsWith('sha512-')).map(({ path }) => path),
    ).toEqual([]);
  });

  it('bring no new install script', () => {
    const scripted = new Set(
      installed.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name),
    );
    expect([...scripted].sort()).toEqual(WITH_INSTALL_SCRIPT);
  });

  it('are none of the versions known to be hostile', () => {
    const found = installed.map(({ name, version }) => `${name}@${version}`);
    expect(found.filter((entry) => DENIED.includes(entry))).toEqual([]);
  });

  it('are only two in what is shipped, so that little runs beside ours', () => {
    expect(Object.keys(manifest.dependencies).sort()).toEqual(['keytar', 'libsql']);
  });

  it('never run their scripts when npm installs them', () => {
    expect(readFileSync(resolve(ROOT, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
  });
});
