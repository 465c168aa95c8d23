import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConsoleAdapter, VendorKey } from '@main/adapters/adapter';
import { DEV } from '../../practice/mia/mia-console';
import { codeOf, listed } from '../trial';
import { startMiaDesk, type MiaDesk } from './console';

describe('keys of one ClientType', () => {
  let mia: MiaDesk;
  let ours: ConsoleAdapter;
  let colleague: ConsoleAdapter;
  let first: VendorKey;
  let second: VendorKey;
  let secrets: readonly string[];

  beforeEach(async () => {
    mia = await startMiaDesk();
    ours = mia.connect();
    colleague = mia.connect('maintainer');
    const named = (await listed(ours, DEV)).filter(({ name }) => name === 'nightly_report');
    [first, second] = named as [VendorKey, VendorKey];
    secrets = [await ours.reveal(DEV, first.id), await ours.reveal(DEV, second.id)];
  });
  afterEach(() => mia.stop());

  const left = async (): Promise<string[]> => {
    const [one, two] = secrets;
    const kept = (await mia.secrets()).map(({ secret }) => secret);
    return [one, two].filter((secret) => secret !== undefined && kept.includes(secret)) as string[];
  };

  it('are told apart by a number', () => {
    expect([first.id, second.id]).toEqual(['nightly_report', 'nightly_report#2']);
  });

  it('are stopped one by one, and each is gone when it is said to be', async () => {
    await ours.stop(DEV, first.id, first.revision);
    expect(await left()).toEqual([secrets[1]]);
    expect(await ours.key(DEV, first.id)).toBeNull();
    expect((await ours.key(DEV, second.id))?.id).toBe('nightly_report');
    expect(await codeOf(ours.stop(DEV, first.id))).toBe('not-found');
    await ours.stop(DEV, second.id, second.revision);
    expect(await left()).toEqual([]);
    expect(await ours.key(DEV, second.id)).toBeNull();
  });

  it('are listed anew under the numbers that are left', async () => {
    await ours.stop(DEV, first.id, first.revision);
    const [renumbered] = (await listed(ours, DEV)).filter(({ name }) => name === 'nightly_report');
    expect(renumbered).toEqual({ ...second, id: 'nightly_report' });
    expect(await ours.key(DEV, 'nightly_report')).toEqual(renumbered);
    expect(await ours.reveal(DEV, 'nightly_report')).toBe(secrets[1]);
  });

  it('live on when a colleague removed the one before, whatever their number is now', async () => {
    await colleague.stop(DEV, first.id);
    expect((await ours.key(DEV, second.id))?.id).toBe('nightly_report');
    expect(await ours.key(DEV, first.id)).toBeNull();
    expect(await codeOf(ours.stop(DEV, first.id, first.revision))).toBe('not-found');
    expect(await left()).toEqual([secrets[1]]);
  });

  it('live on when a colleague renamed them', async () => {
    await colleague.edit(DEV, second.id, { name: 'renamed' });
    expect(await ours.key(DEV, second.id)).toMatchObject({ id: 'renamed' });
    expect(await codeOf(ours.stop(DEV, second.id, second.revision))).toBe('conflict');
    expect(await left()).toHaveLength(2);
  });

  it('are not said to be gone by somebody who knows nothing of them', async () => {
    await colleague.stop(DEV, first.id);
    const stranger = mia.connect();
    expect(await codeOf(stranger.key(DEV, second.id))).toBe('bad-answer');
    expect(await stranger.key(DEV, 'never_there#2')).toBeNull();
  });
});
