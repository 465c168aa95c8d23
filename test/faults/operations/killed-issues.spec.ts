import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { toInstant } from '@core/domain/instant';
import type { VendorKey } from '@main/adapters/adapter';
import { sweepTemps } from '@main/storage/safe-file';
import { keyAt, KeyDesk } from '@test/support/key-desk';
import { report } from '../recipe';
import { bundleEntry } from '../storage/bundle-entry';
import { rounds } from '../storage/seeded-random';
import { journalIn, KILL_POINTS } from './kill-points';

const KILLS_EACH = rounds(50, 1);
const KILLS = KILLS_EACH * KILL_POINTS.length;

/** What became of the key of one killed process. */
type End = 'none' | 'saved' | 'revoked and reported';

/** Issues a key in a process that is killed at a point, starts again, and looks what became of the key. */
async function killAt(program: string, point: string): Promise<End> {
  const folder = await mkdtemp(join(tmpdir(), 'keydesk-issue-'));
  try {
    const child = fork(program, [folder, point, randomUUID()], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const [, signal] = (await once(child, 'close')) as [number | null, string | null];
    expect(signal, `killed ${point}`).toBe('SIGKILL');
    return await afterwards(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function afterwards(folder: string): Promise<End> {
  const desk = new KeyDesk();
  desk.sells('qwilt');
  await desk.signIn();
  const there = await readFile(join(folder, 'console.json'), 'utf8').catch(() => '[]');
  for (const key of JSON.parse(there) as VendorKey[]) desk.console.add(key);
  const journal = await journalIn(folder);
  Object.assign(desk.stores, { operations: journal });
  // The next start is later.
  await desk.clock.pass(60_000);
  const { journal: known, operations, keys } = desk.start();
  await known.open();
  await desk.clock.until(operations.settleConsole('acme'), 60_000);
  const told = operations.list(toInstant(desk.clock.now()));
  await sweepTemps(folder);
  const [key] = desk.console.keys;
  const end = async (): Promise<End> => {
    if (key === undefined) {
      expect(known.all().filter(({ state }) => state === 'confirmed')).toEqual([]);
      return 'none';
    }
    expect(desk.console.keys).toHaveLength(1);
    const file = await readFile(join(folder, 'key.txt'), 'utf8').catch(() => null);
    if (file !== null) {
      expect(file).toContain(`secret-of-${key.id}`);
      return 'saved';
    }
    expect(told).toMatchObject([{ kind: 'issue', state: 'confirmed', keyId: key.id }]);
    const stop = keys.stop({ operationId: randomUUID(), key: keyAt(key.id) });
    expect(await desk.clock.until(stop)).toMatchObject({ state: 'confirmed' });
    expect(desk.console.keys).toEqual([]);
    return 'revoked and reported';
  };
  const became = await end();
  expect((await readdir(folder)).filter((name) => name.startsWith('.keydesk-'))).toEqual([]);
  await journal.close();
  return became;
}

it(
  `C12 ${KILLS} kills between an answer and its saving: no key is left that nobody is told of`,
  { timeout: 900_000 },
  async () => {
    const since = performance.now();
    const program = await bundleEntry('test/faults/operations/children/issuing.ts');
    const ends = new Map<End, number>();
    for (let round = 0; round < KILLS_EACH; round += 1)
      for (const point of KILL_POINTS) {
        const end = await killAt(program, point);
        ends.set(end, (ends.get(end) ?? 0) + 1);
      }
    const of = (end: End): number => ends.get(end) ?? 0;
    const held = `${of('none')} never made, ${of('saved')} saved, ${of('revoked and reported')} reported and revoked, 0 silent`;
    report({
      recipe: 'C12 killed before saving',
      did: `${KILLS} kills at ${KILL_POINTS.length} points`,
      held,
      since,
    });
  },
);
