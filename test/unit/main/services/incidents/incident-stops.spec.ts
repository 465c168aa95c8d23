import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { IncidentView } from '@core/domain/incident';
import { ACME, keyAt } from '@test/support/key-desk';
import { aVendorKey } from '@test/support/vendor-records';
import { incidentRig, keyIn, kinds, operation, type IncidentRig } from './incident-rig';

const SECRET = 'secret-of-key-1';
let rig: IncidentRig;

/** A key whose hint is the end of its secret. */
const add = (id: string, more: object = {}): void =>
  rig.desk.console.add(aVendorKey({ id, name: `Name of ${id}`, hint: id.slice(-4), ...more }));

describe('a leaked key', () => {
  beforeEach(async () => {
    rig = await incidentRig();
    add('key-1');
  });

  it('is stopped, tried until it is proved dead, and written down', async () => {
    const opened = await rig.leaked(`api-key: ${SECRET}`);
    expect(kinds(opened)).toEqual(['opened', 'searched', 'identified']);
    expect(opened).toMatchObject({ by: 'Ada', keys: 1, proved: 0, chain: { state: 'intact' } });
    const stopped = await rig.stop(opened);
    expect(rig.desk.console.stopped).toEqual(['key-1']);
    expect(keyIn(stopped, keyAt('key-1'))).toMatchObject({
      state: 'stopped',
      verdict: 'exact',
      provable: true,
    });
    await rig.desk.clock.pass(10_000);
    const proved = await rig.incidents.read(opened.incidentId);
    expect(kinds(proved)).toEqual([
      ...['opened', 'searched', 'identified', 'decided', 'ordered', 'stopped', 'proof', 'proof'],
    ]);
    expect(keyIn(proved, keyAt('key-1')).proof).toMatchObject({ state: 'dead', watching: true, refusals: 5 });
    expect(proved).toMatchObject({ proved: 1, chain: { state: 'intact' } });
    expect(Object.keys(proved.times)).toEqual([
      ...['reportedAt', 'identifiedAt', 'decidedAt', 'stoppedAt', 'provedAt'],
    ]);
    expect(() => IncidentView.parse(proved)).not.toThrow();
    expect(rig.entries.text).not.toContain(SECRET);
  });

  it('is stopped although somebody changed it since', async () => {
    const opened = await rig.leaked(SECRET);
    await rig.keys.edit({
      operationId: operation(9),
      key: keyAt('key-1'),
      label: 'x',
      changes: { name: 'New' },
    });
    expect(keyIn(await rig.stop(opened), keyAt('key-1')).state).toBe('stopped');
  });

  it('is not stopped when its console refuses, and the reason is written down', async () => {
    const opened = await rig.leaked(SECRET);
    rig.desk.console.block('stop', new AppError('forbidden', 'You may not delete keys.', { status: 403 }));
    const view = await rig.stop(opened);
    expect(keyIn(view, keyAt('key-1'))).toMatchObject({
      state: 'failed',
      answer: 'You may not delete keys.',
    });
    expect(view.times.stoppedAt).toBeUndefined();
    expect(keyIn(view, keyAt('key-1')).proof).toBeNull();
  });

  it('is not stopped when its console cannot be asked, and nothing was sent', async () => {
    const opened = await rig.leaked(SECRET);
    rig.desk.console.block('key', new AppError('offline', 'No answer.'));
    const view = await rig.stop(opened);
    expect(keyIn(view, keyAt('key-1'))).toMatchObject({
      state: 'failed',
      answer: 'Nothing was sent: No answer.',
    });
    expect(rig.desk.console.count('stop')).toBe(0);
  });

  it('is never called stopped while the console still has it', async () => {
    const opened = await rig.leaked(SECRET);
    rig.desk.console.pretends = true;
    expect(keyIn(await rig.stop(opened), keyAt('key-1'))).toMatchObject({ state: 'checking' });
    expect(keyIn(await rig.incidents.read(opened.incidentId), keyAt('key-1')).state).toBe('checking');
  });

  it('is called stopped once a later look shows it', async () => {
    const opened = await rig.leaked(SECRET);
    const lost = new AppError('timeout', 'No answer.');
    rig.desk.console.fail('stop', { when: 'late', error: lost });
    expect(keyIn(await rig.stop(opened), keyAt('key-1')).state).toBe('checking');
    rig.desk.console.arrive();
    const later = await rig.desk.clock.until(rig.incidents.read(opened.incidentId));
    expect(keyIn(later, keyAt('key-1'))).toMatchObject({
      state: 'stopped',
      answer: expect.stringContaining('later look') as string,
    });
    expect(kinds(later).filter((kind) => kind === 'stopped')).toHaveLength(2);
  });

  it('is looked after by the next start, also where the crash came before the outcome', async () => {
    const opened = await rig.leaked(SECRET);
    rig.desk.console.fail('stop', { when: 'late', error: new AppError('timeout', 'No answer.') });
    await rig.stop(opened);
    rig.desk.console.arrive();
    const again = rig.start();
    const later = await rig.desk.clock.until(again.read(opened.incidentId));
    expect(keyIn(later, keyAt('key-1'))).toMatchObject({ state: 'stopped', provable: false });
  });
});

describe('before anything is sent', () => {
  beforeEach(async () => {
    rig = await incidentRig();
    add('key-1');
    add('key-2', { type: 'administration' });
  });

  const both = 'api-key: secret-of-key-1\napi-key: secret-of-key-2';

  it('a word is asked for where there are many keys, or a privileged one', async () => {
    const opened = await rig.leaked(both);
    await expect(rig.stop(opened)).rejects.toMatchObject({ facts: { field: 'typed' } });
    await expect(rig.stop(opened, { typed: 'KILL 3 KEYS' })).rejects.toMatchObject({ code: 'invalid-input' });
    const one = opened.leaked
      .filter(({ key }) => key.keyId === 'key-2')
      .map(({ key }) => ({ operationId: operation(1), key }));
    await expect(rig.stop(opened, { keys: one })).rejects.toThrow('Type KILL to go on.');
    expect(rig.desk.console.count('stop')).toBe(0);
    const done = await rig.stop(opened, { typed: ' KILL 2 KEYS ' });
    expect(done.leaked.map(({ state }) => state)).toEqual(['stopped', 'stopped']);
  });

  it('the most privileged is first', async () => {
    add('key-3', { role: 'Admin' });
    const opened = await rig.leaked(`${both}\napi-key: secret-of-key-3`);
    await rig.stop(opened, { typed: 'KILL 3 KEYS' });
    expect(rig.desk.console.stopped).toEqual(['key-2', 'key-3', 'key-1']);
  });

  it('a key that the console calls privileged by now counts as that', async () => {
    const opened = await rig.leaked('api-key: secret-of-key-1');
    await rig.keys.edit({
      operationId: operation(9),
      key: keyAt('key-1'),
      label: 'x',
      changes: { type: 'administration' },
    });
    await expect(rig.stop(opened)).rejects.toThrow('Type KILL');
  });

  it('the key Keydesk signs in with needs a word of its own', async () => {
    add('key-4', { signsIn: 'yes' });
    const opened = await rig.leaked('api-key: secret-of-key-4');
    await expect(rig.stop(opened)).rejects.toMatchObject({ facts: { field: 'evenOwn' } });
    expect(keyIn(await rig.stop(opened, { evenOwn: true }), keyAt('key-4')).state).toBe('stopped');
  });

  it.each([
    ['a key twice', [keyAt('key-1'), keyAt('key-1')], [1, 2]],
    ['an operation twice', [keyAt('key-1'), keyAt('key-2')], [1, 1]],
    ['a key that was not found', [keyAt('key-9')], [1]],
  ])('%s is refused', async (_case, keys, ids) => {
    const opened = await rig.leaked(both);
    const orders = keys.map((key, at) => ({ key, operationId: operation(ids[at] ?? 0) }));
    await expect(rig.stop(opened, { keys: orders, typed: 'KILL 2 KEYS' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect(rig.desk.console.count('stop')).toBe(0);
  });

  it('a closed incident has to be continued', async () => {
    const opened = await rig.leaked('api-key: secret-of-key-1');
    await rig.incidents.close({ incidentId: opened.incidentId, summary: 'Done.' });
    await expect(rig.stop(opened)).rejects.toThrow(/Continue it first/);
    await rig.incidents.resume({ incidentId: opened.incidentId, by: 'Grace' });
    const done = await rig.stop(opened);
    expect(done).toMatchObject({ state: 'open', by: 'Grace' });
  });
});

it('is not disabled where keys cannot be, and a record is not taken for the key', async () => {
  rig = await incidentRig();
  add('key-1');
  const opened = await rig.leaked(SECRET);
  expect(keyIn(await rig.stop(opened, { mode: 'disable' }), keyAt('key-1')).state).toBe('failed');
  rig.desk.console.places = rig.desk.console.places.map((place) => ({ ...place, variant: 'assisted' }));
  rig.adapters.drop(ACME.id);
  const keys = [{ operationId: operation(7), key: keyAt('key-1') }];
  const view = await rig.stop(opened, { keys });
  expect(keyIn(view, keyAt('key-1'))).toMatchObject({
    state: 'failed',
    answer: expect.stringContaining('only keeps a record') as string,
  });
  expect(rig.desk.console.keys).toHaveLength(1);
});
