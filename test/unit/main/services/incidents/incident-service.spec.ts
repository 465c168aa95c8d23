import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { toInstant } from '@core/domain/instant';
import { secretForms } from '@core/text/redact';
import { keyAt, STAGING } from '@test/support/key-desk';
import { aVendorKey } from '@test/support/vendor-records';
import { incidentRig, keyIn, kinds, operation, type IncidentRig } from './incident-rig';

const SECRET = 'secret-of-key-1';
const LINE = `curl -H 'api-key: ${SECRET}' https://a.example`;
let rig: IncidentRig;

const add = (id: string, more: object = {}): void =>
  rig.desk.console.add(aVendorKey({ id, name: `Name of ${id}`, hint: id.slice(-4), ...more }));

beforeEach(async () => {
  rig = await incidentRig();
  add('key-1');
});

describe('a record', () => {
  it('holds nothing of what was pasted, in no form', async () => {
    const opened = await rig.leaked(LINE);
    await rig.stop(opened);
    await rig.desk.clock.pass(20_000);
    await rig.incidents.close({ incidentId: opened.incidentId, summary: 'Done.' });
    const everything = [rig.entries.text, JSON.stringify(rig.told), JSON.stringify(rig.desk.log.lines)].join(
      '\n',
    );
    const forms = [LINE, SECRET].flatMap(secretForms);
    expect(forms.filter((form) => everything.includes(form))).toEqual([]);
  });

  it.each([
    ['a title', { title: `Leak of ${SECRET}` }],
    ['a place', { foundAt: `https://a.example?api-key=${SECRET}` }],
  ])('takes %s only without the key', async (_case, more) => {
    const { searchId } = await rig.find(LINE);
    const about = {
      title: 'x',
      by: 'Ada',
      reportedAt: toInstant(rig.desk.clock.now()),
      foundAt: 'x',
      keys: [],
    };
    await expect(rig.incidents.open({ searchId, ...about, ...more })).rejects.toThrow(
      /holds what was pasted/,
    );
    expect(rig.entries.entries).toEqual([]);
  });

  it('takes no note with the key in it, also when the search is forgotten', async () => {
    const { incidentId } = await rig.leaked(LINE);
    rig.leak.forget();
    const note = (text: string) => rig.incidents.note({ incidentId, text });
    await expect(note(`It was ${SECRET}.`)).rejects.toMatchObject({ code: 'invalid-input' });
    expect(kinds(await note('The owner was told.'))).toContain('note');
  });

  it('is listed with the newest first, and goes on with the next responder', async () => {
    const first = await rig.leaked(LINE);
    await rig.desk.clock.pass(1_000);
    const second = await rig.leaked(LINE);
    const again = rig.start();
    expect((await again.list()).map(({ incidentId }) => incidentId)).toEqual([
      second.incidentId,
      first.incidentId,
    ]);
    await again.resume({ incidentId: first.incidentId, by: 'Grace' });
    const view = await again.note({ incidentId: first.incidentId, text: 'Taken over.' });
    expect(view).toMatchObject({ by: 'Grace', chain: { state: 'intact' } });
    expect(view.entries.map(({ by }) => by)).toEqual(['Ada', 'Ada', 'Ada', 'Grace', 'Grace']);
  });

  it('takes in what a further search finds, and only that', async () => {
    add('key-2');
    const opened = await rig.leaked(LINE);
    const { searchId } = await rig.find('api-key: secret-of-key-2');
    const attach = (keyId: string) =>
      rig.incidents.attach({ incidentId: opened.incidentId, searchId, keys: [keyAt(keyId)] });
    await expect(attach('key-1')).rejects.toThrow(/not found by the search/);
    const view = await attach('key-2');
    expect(view.leaked.map(({ key, provable }) => [key.keyId, provable])).toEqual([
      ['key-1', true],
      ['key-2', true],
    ]);
  });

  it('shows that a line was changed, and where', async () => {
    const { incidentId } = await rig.leaked(LINE);
    await rig.incidents.note({ incidentId, text: 'First.' });
    const lines = [...rig.entries.entries];
    const changed = lines.map((line, at) => (at === 3 ? { ...line, by: 'Mallory' } : line));
    const tampered = async (all: typeof lines) => {
      const other = await incidentRig();
      for (const line of all) await other.entries.append(line);
      return other.start().read(incidentId);
    };
    expect((await tampered(lines)).chain).toEqual({ state: 'intact' });
    expect((await tampered(changed)).chain).toEqual({ state: 'damaged', line: 4 });
    expect((await tampered(lines.toSpliced(1, 1))).chain).toEqual({ state: 'damaged', line: 2 });
    expect((await tampered(lines.slice(1))).title).toMatch(/beginning is damaged/);
  });

  it('goes on behind a damaged line without mending it', async () => {
    const { incidentId } = await rig.leaked(LINE);
    const other = await incidentRig();
    for (const [at, line] of rig.entries.entries.entries())
      await other.entries.append(at === 1 ? { ...line, by: 'Mallory' } : line);
    const view = await other.start().note({ incidentId, text: 'Seen.' });
    expect(view.chain).toEqual({ state: 'damaged', line: 2 });
    expect(view.entries.at(-1)).toMatchObject({ seq: 3, event: { kind: 'note' } });
  });

  it('says where a disk does not take a line', async () => {
    const { incidentId } = await rig.leaked(LINE);
    rig.entries.refuse = () => new AppError('storage', 'The disk is full.');
    await expect(rig.incidents.note({ incidentId, text: 'x' })).rejects.toMatchObject({ code: 'storage' });
    rig.entries.refuse = null;
    expect((await rig.incidents.note({ incidentId, text: 'y' })).chain.state).toBe('intact');
  });
});

describe('a copy', () => {
  const replace = async (incidentId: string, key = keyAt('key-1')) =>
    rig.desk.clock.until(
      rig.incidents.replace({ incidentId, operationId: operation(5), key, why: 'In use.' }),
    );

  it('has the settings of the leaked key, and its secret waits', async () => {
    add('key-2', { type: 'administration', role: 'Admin', allowedHosts: ['203.0.113.7'] });
    const opened = await rig.leaked('api-key: secret-of-key-2');
    const outcome = await replace(opened.incidentId, keyAt('key-2'));
    expect(outcome).toMatchObject({
      state: 'confirmed',
      key: {
        type: 'administration',
        role: 'Admin',
        allowedHosts: ['203.0.113.7'],
        name: 'Name of key-2 (replacement)',
      },
    });
    expect(rig.vault.waiting()).toMatchObject([{ key: keyAt('new-1') }]);
    const stopped = await rig.stop(opened, { mode: 'replace', why: 'In use.', typed: 'KILL' });
    expect(keyIn(stopped, keyAt('key-2'))).toMatchObject({
      state: 'stopped',
      replacedBy: 'Name of key-2 (replacement)',
    });
    expect(kinds(stopped).filter((kind) => kind === 'decided')).toHaveLength(1);
    expect(rig.desk.console.secretOf('new-1')).toBeDefined();
  });

  it('that is refused or unclear is written down as that', async () => {
    const { incidentId } = await rig.leaked(LINE);
    rig.desk.console.fail('issue', {
      when: 'before',
      error: new AppError('forbidden', 'You may not.', { status: 403 }),
    });
    await expect(replace(incidentId)).rejects.toMatchObject({ code: 'forbidden' });
    const { entries } = await rig.incidents.read(incidentId);
    expect(entries.at(-1)?.event).toMatchObject({ kind: 'replaced', newKey: null, answer: 'You may not.' });
  });

  it('is not made of a key that was not found, or is gone', async () => {
    const { incidentId } = await rig.leaked(LINE);
    await expect(replace(incidentId, keyAt('key-9'))).rejects.toMatchObject({ code: 'invalid-input' });
    await rig.desk.clock.until(rig.keys.stop({ operationId: operation(8), key: keyAt('key-1') }));
    await expect(replace(incidentId)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a drill', () => {
  it('leaks a key of a practice console that can be found, stopped and proved dead', async () => {
    rig.desk.stores.consoles.value = [];
    const { incident, search, story } = await rig.incidents.startDrill({ by: 'Ada' });
    expect(incident).toMatchObject({ drill: true, keys: 0, by: 'Ada', state: 'open' });
    expect(search).toMatchObject({ state: 'ready', rows: [] });
    const secret = rig.desk.console.secretOf('new-1') ?? '?';
    for (const text of [story, JSON.stringify(incident), JSON.stringify(search), rig.entries.text])
      expect(text).not.toContain(secret);
    expect(rig.vault.waiting()).toEqual([]);
    const { rows } = await rig.leak.search(search.searchId);
    const keys = rows.flatMap((row) => row.keys.map(({ key }) => ({ ...row.environment, keyId: key.id })));
    const { incidentId } = incident;
    const found = await rig.incidents.attach({ incidentId, searchId: search.searchId, keys });
    expect(found.leaked).toMatchObject([{ verdict: 'exact', provable: true }]);
    await rig.stop(found);
    await rig.desk.clock.pass(10_000);
    expect(await rig.incidents.read(incidentId)).toMatchObject({ proved: 1 });
  });

  it('needs a place that is not production', async () => {
    rig.desk.console.places = rig.desk.console.places.map((place) => ({ ...place, production: true }));
    await expect(rig.incidents.startDrill({ by: 'Ada' })).rejects.toMatchObject({ code: 'server' });
    expect(rig.desk.console.created).toEqual([]);
  });
});

it('is not opened with a search that is forgotten', async () => {
  const { searchId } = await rig.find(LINE);
  rig.leak.discard(searchId);
  const about = { title: 'x', by: 'Ada', reportedAt: toInstant(rig.desk.clock.now()), foundAt: 'x' };
  await expect(
    rig.incidents.open({ searchId, ...about, keys: [{ ...STAGING, keyId: 'key-1' }] }),
  ).rejects.toMatchObject({ code: 'not-found' });
});
