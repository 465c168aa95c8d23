import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ActivityEntry } from '@core/domain/activity';
import { keyAt, STAGING } from '@test/support/key-desk';
import { aVendorKey } from '@test/support/vendor-records';
import { allWereCalled, CalledApp, consoleDraft, draft, id } from './called-app';

const PLACE = { consoleName: 'Acme Qodly', environmentName: 'staging', operator: 'ada' };

describe('every call about the activity log', () => {
  const app = new CalledApp();

  beforeEach(() => app.open());

  const logged = async (): Promise<ActivityEntry[]> => {
    const { listing, pages } = await app.call<{ listing: string; pages: number }>('activity.load');
    if (pages === 0) return [];
    const { json } = await app.call<{ json: string }>('activity.page', { listing, page: 0 });
    return ActivityEntry.array().parse(JSON.parse(json));
  };

  /** Lines as "action result", and what they are about where a test asks. */
  const said = async (): Promise<string[]> =>
    (await logged()).map(({ action, result }) => `${action} ${result}`);

  it('keys: what was changed, with names and whom the console knows', async () => {
    await app.call('keys.load', { environment: STAGING });
    await app.call('keys.issue', { operationId: id(1), environment: STAGING, draft });
    const edit = { operationId: id(2), key: keyAt('key-1'), label: 'Old name', changes: { role: 'Admin' } };
    await app.call('keys.edit', edit);
    await app.call('keys.stop', { operationId: id(3), key: keyAt('key-1') });
    expect(await logged()).toMatchObject([
      { action: 'issue', result: 'confirmed', keyId: 'new-1', keyName: 'Accounting', of: id(1), ...PLACE },
      { action: 'edit', result: 'confirmed', keyName: 'Old name', detail: 'Changed: role.', ...PLACE },
      { action: 'stop', result: 'confirmed', keyId: 'key-1', person: 'ada', ...PLACE },
    ]);
  });

  it('keys: what was shown, copied, saved and tried, and never a secret', async () => {
    await app.call('keys.show', { key: keyAt('key-1') });
    await app.call('keys.copy', { key: keyAt('key-1') });
    await app.call('keys.verify', { key: keyAt('key-1') });
    const choice = { snippet: 'curl', way: 0 };
    await app.call('keys.copyUsage', { key: keyAt('key-1'), ...choice, withSecret: true });
    await app.call('keys.copyUsage', { key: keyAt('key-1'), ...choice, withSecret: false });
    const { handle } = await app.call<{ handle: string }>('keys.issue', {
      operationId: id(1),
      environment: STAGING,
      draft,
    });
    await app.call('secrets.show', { handle });
    await app.call('secrets.download', { handle, format: 'json' });
    app.at.desk.dialogs.saveAs = null;
    await app.call('secrets.download', { handle, format: 'json' });
    await app.call('secrets.verify', { handle });
    expect(await said()).toEqual([
      'show done',
      'copy done',
      'verify done',
      'copy done',
      'issue confirmed',
      'show done',
      'download done',
      'verify done',
    ]);
    expect((await logged())[5]).toMatchObject({ keyId: 'new-1', keyName: 'Accounting', ...PLACE });
    const text = await readFile(join(app.at.folder, 'journal', 'activity.jsonl'), 'utf8');
    expect(app.at.desk.log.secrets).toContain('secret-of-new-1');
    for (const secret of app.at.desk.log.secrets) expect(text).not.toContain(secret);
  });

  it('keys: what failed, and why; but nothing that was refused before anything was tried', async () => {
    await expect(app.call('keys.show', { key: keyAt('no-such-key') })).rejects.toThrow();
    const wrong = { ...draft, name: '' };
    await expect(
      app.call('keys.issue', { operationId: id(1), environment: STAGING, draft: wrong }),
    ).rejects.toThrow();
    expect(await logged()).toMatchObject([{ action: 'show', result: 'failed', keyId: 'no-such-key' }]);
  });

  it('consoles, environments and settings', async () => {
    const { id: consoleId } = await app.call<{ id: string }>('consoles.add', {
      draft: consoleDraft,
      insist: true,
    });
    const renamed = { ...consoleDraft, label: 'Renamed' };
    await app.call('consoles.change', { consoleId, draft: renamed, insist: true });
    await app.call('consoles.remove', { consoleId });
    await app.call('environments.adjust', { environment: STAGING, production: true, tab: false });
    await app.call('environments.adjust', { environment: STAGING, tab: true });
    await app.call('settings.change', { hideAfterSeconds: 60, hiddenColumns: ['role'] });
    await app.call('settings.change', { hiddenColumns: [] });
    expect(await logged()).toMatchObject([
      { action: 'add-console', consoleId, consoleName: 'Second' },
      { action: 'change-console', consoleId, detail: 'Changed: name, credentials.' },
      { action: 'remove-console', consoleId, consoleName: 'Renamed' },
      { action: 'change-environment', detail: 'Marked as production.' },
      { action: 'change-settings', detail: 'Hide a shown key after (seconds): 60.' },
    ]);
    const text = await readFile(join(app.at.folder, 'journal', 'activity.jsonl'), 'utf8');
    expect(text).not.toContain('a-token-of-ada');
  });

  it('a run over many keys, as a whole and key by key', async () => {
    app.at.desk.console.add(aVendorKey({ id: 'key-2', name: 'Second' }));
    await app.call('keys.load', { environment: STAGING });
    const targets = [1, 2].map((at) => ({ operationId: id(at), key: keyAt(`key-${at}`) }));
    const { token } = await app.call<{ token: string }>('bulk.confirm', { act: { kind: 'stop' }, targets });
    await app.call('bulk.start', { token, typed: 'DELETE 2 KEYS' });
    while ((await app.call('bulk.report', { bulkId: token }))['state'] === 'running')
      await app.at.desk.clock.pass(100);
    await app.call('bulk.save', { bulkId: token, format: 'csv' });
    const lines = (await logged()).filter(({ action }) => action !== 'stop');
    expect(lines).toMatchObject([
      { action: 'bulk', result: 'begun', of: token, detail: 'Stop 2 keys.' },
      { action: 'bulk', result: 'confirmed', of: token, detail: 'Stop 2 keys: 2 done.' },
      { action: 'export', of: token },
    ]);
    expect(await said()).toContain('stop confirmed');
  });

  it('the search for a leaked key, and nothing of what was searched', async () => {
    const text = 'api-key: 5f0c9f1e-7a54-4c47-9d0e-canary-in-here';
    const { searchId } = await app.call<{ searchId: string }>('leak.submit', { text });
    await app.call('leak.search', { searchId });
    expect(await said()).toEqual(['search-leak begun']);
    expect(await readFile(join(app.at.folder, 'journal', 'activity.jsonl'), 'utf8')).not.toMatch(
      /5f0c9f1e|canary/,
    );
  });

  it('whom the console knows, as it called them when its credentials were tried', async () => {
    const { id: consoleId } = await app.call<{ id: string }>('consoles.add', {
      draft: consoleDraft,
      insist: false,
    });
    await app.restart();
    await app.call('keys.show', { key: { ...keyAt('key-1'), consoleId } });
    expect((await logged()).at(-1)).toMatchObject({ action: 'show', consoleId, operator: 'Ada Byron' });
    await app.call('consoles.change', { consoleId, draft: consoleDraft, insist: true });
    await app.call('keys.show', { key: { ...keyAt('key-1'), consoleId } });
    expect((await logged()).at(-1)).not.toHaveProperty('operator');
  });

  it('the lock, by whatever it was locked', async () => {
    await app.call('app.lock');
    await app.call('app.unlock');
    expect(await said()).toEqual(['lock done', 'unlock done']);
  });

  it('saving the log is itself a line', async () => {
    await app.call('keys.show', { key: keyAt('key-1') });
    expect(await app.call('activity.export', { format: 'csv', lines: null })).toMatchObject({ lines: 1 });
    expect(app.at.desk.files.saved.get('/home/ada/key.txt')?.text).toContain('"Acme Qodly"');
    expect((await logged()).at(-1)).toMatchObject({ action: 'export', detail: 'The activity log, as csv.' });
  });

  it('verifying finds what was done to the file, over a restart', async () => {
    await app.call('keys.show', { key: keyAt('key-1') });
    await app.call('keys.copy', { key: keyAt('key-1') });
    await app.restart();
    expect(await app.call('activity.verify')).toMatchObject({ lines: 2, tail: { state: 'kept', count: 2 } });
    await app.restart(async () => {
      const path = join(app.at.folder, 'journal', 'activity.jsonl');
      const [first = ''] = (await readFile(path, 'utf8')).split('\n');
      await writeFile(path, `${first.replace('"show"', '"copy"')}\n`);
    });
    expect(await app.call('activity.verify')).toMatchObject({
      faults: [{ kind: 'changed', line: 1 }],
      tail: { state: 'cut', missing: 1 },
    });
  });

  allWereCalled(app, ['activity']);
});
