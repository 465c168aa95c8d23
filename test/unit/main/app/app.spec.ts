import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { Operation } from '@core/domain/operation';
import type { KeydeskApp } from '@main/app';
import { Journal } from '@main/storage/journal';
import { daysFromNow } from '@test/support/builders';
import { keyAt, STAGING } from '@test/support/key-desk';
import { DeskApp } from './desk-app';

const ID = '6f2d3c1e-8f4b-4e53-9f0a-2f6a0e3f7a11';
const draft = {
  name: 'Accounting',
  type: 'standard' as const,
  role: 'Reader',
  expiresAt: daysFromNow(90),
  allowedHosts: [],
};
const left = {
  id: ID,
  kind: 'issue' as const,
  consoleId: 'acme',
  environmentId: 'env-staging',
  label: 'Accounting',
  clientRef: 'ref-of-a-crash',
  idempotencyKey: 'key-of-a-crash',
  payloadHash: '0'.repeat(64),
  state: 'sent' as const,
  startedAt: daysFromNow(-1),
  changedAt: daysFromNow(-1),
};

describe('Keydesk, put together', () => {
  let at: DeskApp;
  let keydesk: KeydeskApp;

  beforeEach(async () => {
    at = await DeskApp.create();
    keydesk = at.start();
  });

  describe('before the window has painted', () => {
    it('asks neither keychain, console nor practice console for anything', async () => {
      await keydesk.handlers.app.status({});
      await keydesk.handlers.settings.read({});
      expect(await keydesk.handlers.consoles.list({})).toMatchObject([{ label: 'Acme Qodly' }]);
      expect(at.keychainProbes).toBe(0);
      expect(at.desk.connections).toEqual([]);
      expect(at.desk.practice.starts).toBe(0);
    });

    it('says that it has not asked the keychain yet', async () => {
      expect(await keydesk.handlers.app.status({})).toEqual({
        version: '0.1.0',
        electron: '45.4.1',
        platform: 'linux',
        keychain: null,
        sessionOnly: false,
        locked: false,
        revokeOnly: 'off',
        trainingFolder: at.desk.practice.folder,
      });
    });
  });

  describe('once the window has painted', () => {
    it('starts up once, however often it paints', async () => {
      await keydesk.handlers.app.painted({ state: 'loading' });
      await at.settled(() => at.keychainProbes > 0);
      await keydesk.handlers.app.painted({ state: 'ready' });
      await keydesk.handlers.app.painted({ state: 'ready' });
      await at.desk.clock.pass(10);
      expect(at.keychainProbes).toBe(1);
      expect(at.painted).toEqual(['loading', 'ready', 'ready']);
      expect(await keydesk.handlers.app.status({})).toMatchObject({ keychain: 'ok' });
      expect(at.count('statusChanged')).toBe(1);
    });

    it('counts the time without input from then on', async () => {
      await keydesk.handlers.app.painted({ state: 'ready' });
      await at.settled(() => at.keychainProbes > 0);
      await at.desk.clock.pass(5 * 60_000);
      expect(keydesk.session.locked).toBe(true);
    });

    it('settles what an earlier run left open, and tells the window', async () => {
      const journal = await Journal.open({
        path: join(at.folder, 'journal', 'operations.jsonl'),
        schema: Operation,
      });
      await journal.append(left);
      await journal.close();
      at.desk.console.add({
        id: 'key-9',
        name: 'Accounting',
        type: null,
        role: null,
        active: null,
        clientRef: left.clientRef,
      });
      await keydesk.handlers.app.painted({ state: 'ready' });
      await at.settled(() => at.desk.console.count('findIssued') > 0);
      await at.settled(() => at.count('operationsChanged') > 1);
      expect(await keydesk.handlers.operations.list({})).toMatchObject([
        { id: ID, state: 'confirmed', keyId: 'key-9' },
      ]);
      await keydesk.handlers.operations.dismiss({ operationId: ID });
      expect(await keydesk.handlers.operations.list({})).toEqual([]);
    });
  });

  it('takes its secret off the clipboard when it quits', async () => {
    at.desk.console.add();
    await keydesk.handlers.keys.copy({ key: keyAt('key-1') });
    await keydesk.quit();
    expect(at.desk.clipboard.content).toBe('');
  });

  it('lets go of its journals when it quits, with everything in them', async () => {
    await keydesk.handlers.keys.issue({ operationId: ID, environment: STAGING, draft });
    await keydesk.quit();
    const path = join(at.folder, 'journal', 'operations.jsonl');
    const journal = await Journal.open({ path, schema: Operation });
    expect((await journal.read()).entries.at(-1)).toMatchObject({ id: ID, state: 'confirmed' });
    await journal.close();
  });

  it('sends nothing that it cannot write down first', async () => {
    const path = join(at.folder, 'journal', 'operations.jsonl');
    const other = await Journal.open({ path, schema: Operation });
    const issue = () => keydesk.handlers.keys.issue({ operationId: ID, environment: STAGING, draft });
    await expect(Promise.resolve(issue())).rejects.toMatchObject({ code: 'storage' });
    expect(at.desk.console.count('issue')).toBe(0);
    await other.close();
    expect(await issue()).toMatchObject({ state: 'confirmed' });
  });

  it('writes no secret anywhere into its profile', async () => {
    const { handlers } = keydesk;
    await handlers.consoles.add({
      draft: {
        vendor: 'qodly',
        label: 'Second',
        baseUrl: 'https://second.example',
        method: 'password',
        credentials: { userName: 'ada', password: 'canary-password' },
        allowLoopback: false,
        allowPrivate: false,
      },
      insist: false,
    });
    const issued = await handlers.keys.issue({ operationId: ID, environment: STAGING, draft });
    if (issued.state !== 'confirmed' || issued.handle === null) throw new Error('Not issued.');
    await handlers.secrets.copy({ handle: issued.handle });
    const text = (name: string) => readFile(join(at.folder, name), 'utf8');
    const marked = await text('clipboard.json');
    await keydesk.quit();
    const journals = ['operations', 'fingerprints', 'activity'].map((name) => `journal/${name}.jsonl`);
    const names = ['consoles.json', ...journals];
    const texts = [marked, ...(await Promise.all(names.map(text)))];
    for (const written of texts) {
      expect(written.length).toBeGreaterThan(10);
      expect(written).not.toContain('canary-password');
      expect(written).not.toContain('secret-of-new-1');
    }
    expect(at.desk.log.secrets).toEqual(expect.arrayContaining(['canary-password', 'secret-of-new-1']));
    expect(JSON.stringify([at.desk.log.lines, at.emitted])).not.toMatch(/canary-password|secret-of-new-1/);
  });
});
