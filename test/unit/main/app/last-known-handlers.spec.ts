import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ApiKey } from '@core/domain/api-key';
import { AppError } from '@core/domain/app-error';
import { ACME, keyAt, STAGING } from '@test/support/key-desk';
import { allWereCalled, CalledApp } from './called-app';

const offline = new AppError('offline', 'Nothing answers.');

interface Listing {
  readonly listing: string;
  readonly rows: number;
}

describe('every call about what was known last', () => {
  const app = new CalledApp();
  const files = (): Promise<string[]> => readdir(join(app.at.folder, 'last-known')).catch(() => []);
  /** Reads everything once, lets it be kept, and starts again at a console that is down. */
  const restarted = async (): Promise<void> => {
    await app.call('environments.list', { consoleId: ACME.id });
    await app.call('keys.load', { environment: STAGING });
    await app.at.desk.clock.pass(3_000);
    while ((await files()).filter((name) => name.endsWith('.sealed')).length < 2)
      await app.at.desk.clock.pass(0);
    await app.restart();
    app.at.desk.console.block('environments', offline);
    app.at.desk.console.block('keys', offline);
  };

  beforeEach(() => app.open());

  it('shows a console that is down as it was', async () => {
    await restarted();
    await expect(app.call('environments.list', { consoleId: ACME.id })).rejects.toBe(offline);
    await expect(app.call('keys.load', { environment: STAGING })).rejects.toBe(offline);
    expect(await app.call('lastKnown.environments', { consoleId: ACME.id })).toMatchObject({
      environments: [{ ...STAGING, name: 'staging', tab: true, productionBasis: 'vendor' }],
    });
    const { listing, rows } = await app.call<Listing>('lastKnown.keys', { environment: STAGING });
    expect(rows).toBe(1);
    const { json } = await app.call<{ json: string }>('lastKnown.page', { listing, page: 0 });
    expect((JSON.parse(json) as ApiKey[])[0]).toMatchObject({ ...STAGING, id: 'key-1' });
    expect(await app.call('lastKnown.status')).toEqual({
      folder: join(app.at.folder, 'last-known'),
      environments: 1,
    });
  });

  it('never takes it for a listing', async () => {
    await restarted();
    app.at.desk.console.trouble = () => null;
    app.at.desk.console.block('keys', offline);
    await app.call('lastKnown.keys', { environment: STAGING });
    // What main has not listed itself is no record: not to be exported, and not to be judged by.
    await expect(app.call('bulk.exportKeys', { keys: [keyAt('key-1')] })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('has no secret in it, sealed or not', async () => {
    await app.call('keys.show', { key: keyAt('key-1') });
    await restarted();
    const { listing } = await app.call<Listing>('lastKnown.keys', { environment: STAGING });
    const { json } = await app.call<{ json: string }>('lastKnown.page', { listing, page: 0 });
    const sealed = (await files()).map((name) => readFile(join(app.at.folder, 'last-known', name), 'latin1'));
    const everything = [json, ...(await Promise.all(sealed))];
    expect(everything).toHaveLength(3);
    for (const text of everything) expect(text).not.toContain('secret-of');
  });

  it('is forgotten when it is told to, and with its console', async () => {
    await restarted();
    expect(await app.call('lastKnown.forget')).toEqual({ done: true });
    expect(await files()).toEqual([]);
    expect(await app.call('lastKnown.keys', { environment: STAGING })).toBeNull();
    app.at.desk.console.trouble = () => null;
    await restarted();
    await app.call('consoles.remove', { consoleId: ACME.id });
    expect(await files()).toEqual([]);
  });

  allWereCalled(app, ['lastKnown']);
});
