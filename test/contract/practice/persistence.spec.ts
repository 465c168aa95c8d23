import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startPractice } from '@main/practice/server';
import { discardTrainingData } from '@main/practice/store';
import { send, startPracticeForTest, type PracticeForTest } from '@test/support/practice';
import { create, draft, issued, keyUrl, use, type WireKey } from './desk';

describe('the training data', () => {
  let folder: string;
  let practice: PracticeForTest | null = null;
  const start = async (options: { extraKeys?: number } = {}) => {
    practice = await startPracticeForTest({ dataFolder: folder, ...options });
    return practice;
  };
  const restart = async (options: { extraKeys?: number } = {}) => {
    await practice?.stop();
    return start(options);
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'keydesk-practice-'));
  });
  afterEach(async () => {
    await practice?.stop();
    practice = null;
    rmSync(folder, { recursive: true });
  });

  const listed = async (environment: string): Promise<string[]> => {
    const { body } = await send<{ items: WireKey[] }>(
      'GET',
      `${practice?.api ?? ''}/environments/${environment}/keys?limit=1000`,
      { token: practice?.adminToken ?? '' },
    );
    return body.items.map(({ id }) => id);
  };

  it('is there after a restart: keys, edits, deletions, logins, sessions, kept answers, records', async () => {
    const before = await start();
    const wanted = draft();
    const { body: kept } = await create(before, wanted, {
      idempotencyKey: 'over a restart'.replaceAll(' ', '-'),
    });
    const gone = await issued(before);
    await send('DELETE', keyUrl(before, gone), { token: before.adminToken });
    const session = await send<{ token: string }>('POST', `${before.api}/session`, {
      body: { userName: 'admin', password: before.admin.password },
    });
    await send('POST', `${before.gatewayOrigin}/production/rest/Orders?$method=update`, {
      headers: { 'api-key': kept.secret },
      body: { __KEY: '1', __STAMP: 1, status: 'kept' },
    });
    const ids = await listed('production');

    const after = await restart();
    expect(await listed('production')).toEqual(ids);
    expect(after.admin).toEqual(before.admin);
    const shown = await send('GET', `${keyUrl(after, kept)}/secret`, { token: session.body.token });
    expect(shown.body).toEqual({ secret: kept.secret });
    const replayed = await create(after, wanted, { idempotencyKey: 'over-a-restart' });
    expect([replayed.headers.get('idempotency-replayed'), replayed.body]).toEqual(['true', kept]);
    expect((await use(after, 'production/rest/$catalog', gone.secret)).body.error).toBe('Api-key Not Valid');
    const orders = await use(after, 'production/rest/Orders', kept.secret);
    expect(orders.body).toMatchObject({ __ENTITIES: [{ status: 'kept', __STAMP: 2 }, {}, {}, {}, {}, {}] });
  });

  it('is private to the user, and says what it is', async () => {
    await start();
    expect(readdirSync(folder).sort()).toEqual(expect.arrayContaining(['README.txt', 'practice.sqlite']));
    const modes = readdirSync(folder).map((file) => statSync(join(folder, file)).mode & 0o077);
    expect(modes.every((mode) => mode === 0)).toBe(true);
    expect(readFileSync(join(folder, 'README.txt'), 'utf8')).toContain('TRAINING DATA');
  });

  it('gets an environment for load tests when asked, once, and a new one for another number', async () => {
    await start({ extraKeys: 5 });
    const five = await listed('bulk');
    expect(five).toHaveLength(5);
    await issued(await restart({ extraKeys: 5 }), {}, 'bulk');
    await restart();
    expect(await listed('bulk')).toHaveLength(6);
    await restart({ extraKeys: 2 });
    expect(await listed('bulk')).toHaveLength(2);
  });

  it('begins again after a reset, leaving other files alone', async () => {
    const before = await start();
    const key = await issued(before);
    await before.stop();
    writeFileSync(join(folder, 'mine.txt'), 'mine');
    discardTrainingData(folder);
    expect(readdirSync(folder).sort()).toEqual(['README.txt', 'mine.txt']);
    const after = await start();
    expect(await listed('production')).not.toContain(key.id);
    expect(after.admin.password).not.toBe(before.admin.password);
  });

  it('that cannot be read is refused with advice', async () => {
    writeFileSync(join(folder, 'practice.sqlite'), 'this is no database '.repeat(100));
    await expect(startPractice({ dataFolder: folder })).rejects.toMatchObject({
      code: 'storage',
      message: expect.stringContaining('--reset') as string,
    });
    await expect(startPractice({ dataFolder: join(folder, 'practice.sqlite') })).rejects.toMatchObject({
      code: 'storage',
    });
  });
});
