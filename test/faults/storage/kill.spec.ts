import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { Journal } from '@main/storage/journal';
import { sweepTemps } from '@main/storage/safe-file';
import { bundleEntry } from './bundle-entry';
import { readGeneration } from './generation';
import { runAndKill } from './killed-child';
import { rounds, seededRandom } from './seeded-random';

const SEED = Number(process.env['KEYDESK_SEED'] ?? Date.now() % 1_000_000);
const random = seededRandom(SEED);
/** Several writes long. */
const LONGEST_LIFE_MS = 40;
const FULL = 900_000;

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'keydesk-kill-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const numberOf = (message: unknown): number => z.int().parse(message);

describe(`kill -9 at any moment (KEYDESK_SEED=${SEED})`, () => {
  let generations = '';
  let appends = '';
  let lock = '';

  beforeAll(async () => {
    generations = await bundleEntry('test/faults/storage/children/generations.ts');
    appends = await bundleEntry('test/faults/storage/children/appends.ts');
    lock = await bundleEntry('test/faults/storage/children/lock.ts');
  });

  it(
    'leaves a replaced file whole, never older than what was confirmed, and no left-over after the next start',
    { timeout: FULL },
    async () => {
      const folder = await temporaryFolder();
      let next = 0;
      for (let round = 0; round < rounds(500, 40); round += 1) {
        const last = await runAndKill(
          generations,
          ['replace', folder, String(next)],
          random() * LONGEST_LIFE_MS,
        );
        const found = readGeneration(await readFile(join(folder, 'value'), 'utf8'));
        expect(found, 'the file is damaged').not.toBeNull();
        expect(found, 'the file was rolled back').toBeGreaterThanOrEqual(numberOf(last));
        await sweepTemps(folder);
        expect(await readdir(folder)).toEqual(['value']);
        next = (found ?? 0) + 1;
      }
    },
  );

  it('leaves every new file whole or not there', { timeout: FULL }, async () => {
    for (let round = 0; round < rounds(100, 10); round += 1) {
      const folder = await temporaryFolder();
      const last = await runAndKill(generations, ['new', folder], random() * LONGEST_LIFE_MS);
      await sweepTemps(folder);
      const names = await readdir(folder);
      for (const name of names) {
        expect(`value-${readGeneration(await readFile(join(folder, name), 'utf8'))}`).toBe(name);
      }
      expect(names.length).toBeGreaterThan(numberOf(last));
    }
  });

  it(
    'leaves a journal with every confirmed entry, none damaged, and free for the next start',
    { timeout: FULL },
    async () => {
      const folder = join(await temporaryFolder(), 'journal');
      const path = join(folder, 'j.jsonl');
      for (let round = 0; round < rounds(200, 20); round += 1) {
        const last = await runAndKill(appends, [path], random() * LONGEST_LIFE_MS);
        await sweepTemps(folder);
        const journal = await Journal.open({ path, schema: z.object({ n: z.int() }) });
        const { entries, damaged } = await journal.read();
        expect(damaged).toBe(0);
        expect(entries.map(({ n }) => n)).toEqual(entries.map((_, n) => n));
        expect(entries.length).toBeGreaterThan(numberOf(last));
        await journal.close();
        expect((await readdir(folder)).filter((name) => !name.startsWith('j.jsonl'))).toEqual([]);
      }
    },
  );

  it('keeps a second process away from a journal while the first one lives', async () => {
    const path = join(await temporaryFolder(), 'journal', 'j.jsonl');
    const child = await startChild(appends, [path]);
    await once(child, 'message');
    const schema = z.object({ n: z.int() });
    await expect(Journal.open({ path, schema })).rejects.toMatchObject({ facts: { system: 'ELOCKED' } });
    child.kill('SIGKILL');
    await once(child, 'close');
    const journal = await Journal.open({ path, schema });
    await journal.close();
  });

  it('gives a stale lock to exactly one of many processes', { timeout: FULL }, async () => {
    for (let round = 0; round < rounds(40, 5); round += 1) {
      const path = join(await temporaryFolder(), 'lock');
      await writeFile(`${path}.1`, '{"pid":4194999,"identity":null}');
      const children = await Promise.all(Array.from({ length: 6 }, () => startChild(lock, [path])));
      await Promise.all(children.map((child) => once(child, 'message')));
      const answers = children.map((child) => once(child, 'message'));
      for (const child of children) child.send('go');
      const outcomes = (await Promise.all(answers)).map(([outcome]: unknown[]) => outcome);
      expect(outcomes.filter((outcome) => outcome === 'held')).toHaveLength(1);
      for (const child of children) child.kill('SIGKILL');
    }
  });
});

async function startChild(program: string, args: string[]): Promise<ChildProcess> {
  const child = fork(program, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'spawn');
  return child;
}
