import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { IncidentView } from '@core/domain/incident';
import type { SearchReport } from '@core/domain/leak/search';
import { secretForms } from '@core/text/redact';
import { daysFromNow } from '@test/support/builders';
import { keyAt } from '@test/support/key-desk';
import { aVendorKey } from '@test/support/vendor-records';
import { allWereCalled, CalledApp, id } from './called-app';

const SECRET = 'secret-of-key-1';
const LINE = `curl -H 'api-key: ${SECRET}' https://a.example/rest`;

describe('every call about leaks', () => {
  const app = new CalledApp();

  beforeEach(async () => {
    await app.open();
    app.at.desk.console.add(aVendorKey({ id: 'key-1', hint: 'ey-1' }));
  });

  const found = async (): Promise<SearchReport> => {
    const { searchId } = await app.call<SearchReport>('leak.submit', { text: LINE });
    return app.call<SearchReport>('leak.search', { searchId });
  };

  const opened = async (): Promise<IncidentView> => {
    const { searchId } = await found();
    const about = { title: 'A leak', by: 'Ada', reportedAt: daysFromNow(0), foundAt: 'A build log' };
    return app.call<IncidentView>('incidents.open', { searchId, ...about, keys: [keyAt('key-1')] });
  };

  /** The incident as the window was told last. */
  const latest = (): IncidentView | undefined =>
    app.at.emitted.findLast(({ event }) => event === 'incidentChanged')?.payload as IncidentView | undefined;

  it('searching', async () => {
    app.at.desk.clipboard.content = LINE;
    const taken = await app.call<SearchReport>('leak.readClipboard');
    expect(taken).toMatchObject({ state: 'ready', truncated: false });
    const { rows, searchId } = await found();
    expect(rows).toMatchObject([{ verdict: 'exact', keys: [{ key: { id: 'key-1' }, provable: true }] }]);
    expect(app.at.count('leakProgress')).toBeGreaterThan(1);
    expect(await app.call('leak.cancel', { searchId })).toEqual({ done: true });
    expect(await app.call('leak.discard', { searchId })).toEqual({ done: true });
    await expect(app.call('leak.search', { searchId })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('stopping and proving', async () => {
    const { incidentId } = await opened();
    const key = keyAt('key-1');
    await app.call('incidents.prove', { incidentId, key });
    const copy = { incidentId, operationId: id(1), key, why: 'It is in use.' };
    expect(await app.call('incidents.replace', copy)).toMatchObject({
      state: 'confirmed',
      key: { id: 'new-1' },
    });
    const keys = [{ operationId: id(2), key }];
    const order = { incidentId, mode: 'replace', why: 'It is in use.', keys };
    expect(await app.call('incidents.stop', order)).toMatchObject({ leaked: [{ state: 'stopped' }] });
    await app.at.settled(() => latest()?.proved === 1);
    expect(await app.call('incidents.read', { incidentId })).toMatchObject({
      proved: 1,
      leaked: [{ proof: { state: 'dead', watching: true } }],
    });
    expect(await app.call('incidents.unwatch', { incidentId, key })).toMatchObject({
      leaked: [{ proof: { state: 'dead', watching: false } }],
    });
    expect(app.at.count('incidentChanged')).toBeGreaterThan(5);
  });

  it('the record', async () => {
    const { incidentId } = await opened();
    const { searchId } = await found();
    await app.call('incidents.attach', { incidentId, searchId, keys: [keyAt('key-1')] });
    await app.call('incidents.note', { incidentId, text: 'The owner was told.' });
    await app.call('incidents.close', { incidentId, summary: 'Done.' });
    await app.call('incidents.resume', { incidentId, by: 'Grace' });
    expect(await app.call('incidents.list')).toMatchObject([{ incidentId, by: 'Grace', state: 'open' }]);
    const { desk, files } = app.at;
    for (const format of ['markdown', 'html', 'file']) {
      desk.dialogs.saveAs = { path: `/home/ada/${format}`, overwrite: false };
      expect(await app.call('incidents.save', { incidentId, format })).toEqual({
        path: `/home/ada/${format}`,
      });
      expect(desk.files.saved.get(`/home/ada/${format}`)?.text).toContain('The owner was told');
    }
    desk.dialogs.saveAs = null;
    expect(await app.call('incidents.save', { incidentId, format: 'html' })).toBeNull();
    expect(await app.call('incidents.openFile')).toBeNull();
    desk.dialogs.opens = '/home/ada/file';
    files.set('/home/ada/file', desk.files.saved.get('/home/ada/file')?.text ?? '');
    expect(await app.call('incidents.openFile')).toMatchObject({ incidentId, chain: { state: 'intact' } });
  });

  it('a drill', async () => {
    const { incident, search } = await app.call<{ incident: IncidentView; search: SearchReport }>(
      'incidents.startDrill',
      { by: 'Ada' },
    );
    expect([incident.drill, search.state]).toEqual([true, 'ready']);
  });

  it('leaves nothing of what was pasted in the profile, the log, or what the window is told', async () => {
    const { incidentId } = await opened();
    await app.call('incidents.stop', {
      ...{ incidentId, mode: 'kill', why: 'It is public.' },
      keys: [{ operationId: id(3), key: keyAt('key-1') }],
    });
    await app.at.settled(() => latest()?.proved === 1);
    await app.call('incidents.close', { incidentId, summary: '' });
    const entries = await readdir(app.at.folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const texts = await Promise.all(
      files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')),
    );
    const all = [...texts, JSON.stringify(app.at.emitted), JSON.stringify(app.at.desk.log.lines)].join('\n');
    expect(files.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['incidents.jsonl', 'operations.jsonl']),
    );
    expect([LINE, SECRET].flatMap(secretForms).filter((form) => all.includes(form))).toEqual([]);
  });

  it('a lock ends the trials with a line, and forgets', async () => {
    const { incidentId } = await opened();
    await app.call('incidents.prove', { incidentId, key: keyAt('key-1') });
    await app.at.settled(() => latest()?.leaked[0]?.proof?.state === 'alive');
    const { searchId } = await app.call<SearchReport>('leak.submit', { text: LINE });
    await app.call('app.lock');
    await app.call('app.unlock');
    await expect(app.call('leak.search', { searchId })).rejects.toMatchObject({ code: 'not-found' });
    const view = await app.call<IncidentView>('incidents.read', { incidentId });
    expect(view.leaked).toMatchObject([{ provable: false, proof: { state: 'alive', watching: false } }]);
    expect(view.entries.at(-1)?.event).toMatchObject({ kind: 'proof', proof: { watching: false } });
    const tried = app.at.desk.console.tried.length;
    await app.at.desk.clock.pass(60_000);
    expect(app.at.desk.console.tried).toHaveLength(tried);
    await expect(app.call('incidents.prove', { incidentId, key: keyAt('key-1') })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  allWereCalled(app, ['leak', 'incidents']);
});
