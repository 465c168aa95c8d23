import { beforeEach, describe, expect, it } from 'vitest';
import type { IncidentView } from '@core/domain/incident';
import { keyAt } from '@test/support/key-desk';
import { aVendorKey } from '@test/support/vendor-records';
import { incidentRig, type IncidentRig } from './incident-rig';

let rig: IncidentRig;
let opened: IncidentView;

beforeEach(async () => {
  rig = await incidentRig();
  rig.desk.console.add(aVendorKey({ id: 'key-1', hint: 'ey-1' }));
  opened = await rig.leaked('api-key: secret-of-key-1');
});

/** What is saved under this name. */
async function saved(format: 'file' | 'markdown' | 'html'): Promise<string> {
  rig.desk.dialogs.saveAs = { path: '/saved', overwrite: true };
  await rig.incidents.save({ incidentId: opened.incidentId, format });
  return rig.desk.files.saved.get('/saved')?.text ?? '';
}

async function taken(by: IncidentRig, text: string) {
  by.desk.dialogs.opens = '/record';
  by.files.set('/record', text);
  return by.incidents.openFile();
}

describe('the file of a record', () => {
  it('is taken in elsewhere as it is, and goes on there', async () => {
    const other = await incidentRig();
    const view = await taken(other, await saved('file'));
    expect(view).toMatchObject({
      incidentId: opened.incidentId,
      chain: { state: 'intact' },
      entries: opened.entries,
    });
    await other.incidents.resume({ incidentId: opened.incidentId, by: 'Grace' });
    other.desk.dialogs.saveAs = { path: '/back', overwrite: true };
    await other.incidents.save({ incidentId: opened.incidentId, format: 'file' });
    const back = await taken(rig, other.desk.files.saved.get('/back')?.text ?? '');
    expect(back).toMatchObject({ by: 'Grace', chain: { state: 'intact' } });
    expect(back?.entries).toHaveLength(opened.entries.length + 1);
  });

  it('that was changed is shown as damaged', async () => {
    const other = await incidentRig();
    const text = (await saved('file')).replace('A build log', 'Nowhere');
    expect(await taken(other, text)).toMatchObject({ chain: { state: 'damaged', line: 1 } });
  });

  it('that differs from the record here changes nothing', async () => {
    const text = (await saved('file')).replace('A build log', 'Nowhere');
    await expect(taken(rig, text)).rejects.toMatchObject({ code: 'conflict' });
    expect(await rig.incidents.read(opened.incidentId)).toMatchObject({ foundAt: 'A build log' });
  });

  it.each([
    ['nothing', ''],
    ['something else', '{"a":1}\n'],
    ['no JSON', 'hello\n'],
  ])('that holds %s is refused', async (_case, text) => {
    await expect(taken(rig, text)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('of two incidents is refused', async () => {
    const first = await saved('file');
    opened = await rig.leaked('api-key: secret-of-key-1');
    await expect(taken(await incidentRig(), first + (await saved('file')))).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it.each(['file', 'markdown', 'html'] as const)(
    'as %s has a name of its own and no secret',
    async (format) => {
      expect(await saved(format)).not.toContain('secret-of');
      expect(rig.desk.dialogs.suggested.at(-1)).toMatch(
        /^keydesk-incident-2026-03-04-[0-9a-f]{8}\.(jsonl|md|html)$/,
      );
    },
  );
});

describe('trials', () => {
  const key = keyAt('key-1');
  const proof = async () => (await rig.incidents.read(opened.incidentId)).leaked[0]?.proof;
  const prove = () => rig.incidents.prove({ incidentId: opened.incidentId, key });

  it('go on slowly after the proof, tell a relapse, and end after half an hour', async () => {
    const secret = rig.desk.console.secretOf('key-1') ?? '';
    await rig.stop(opened);
    await rig.desk.clock.pass(10_000);
    expect(await proof()).toMatchObject({ state: 'dead', trials: 5 });
    await rig.desk.clock.pass(60_000);
    expect(await proof()).toMatchObject({ state: 'dead', trials: 9 });
    rig.desk.console.add(aVendorKey({ id: 'key-1' }));
    rig.desk.console.swap('key-1', secret);
    await rig.desk.clock.pass(15_000);
    expect(await proof()).toMatchObject({ state: 'relapsed', deadAt: null });
    await rig.desk.clock.pass(31 * 60_000);
    expect(await proof()).toMatchObject({ watching: false });
    const { entries } = await rig.incidents.read(opened.incidentId);
    expect(entries.filter(({ event }) => event.kind === 'proof')).toHaveLength(4);
  });

  it('of a key that may be too new to work say nothing yet', async () => {
    rig.desk.console.probes = () => ({
      verdict: 'refused',
      reason: 'not-valid',
      status: 401,
      at: opened.openedAt,
    });
    const activatesAt = new Date(rig.desk.clock.now() + 60_000).toISOString();
    rig.desk.console.add(aVendorKey({ id: 'key-7', hint: 'ey-7', activatesAt }));
    opened = await rig.leaked('api-key: secret-of-key-7');
    await rig.incidents.prove({ incidentId: opened.incidentId, key: keyAt('key-7') });
    await rig.desk.clock.pass(30_000);
    expect(await proof()).toMatchObject({ state: 'inconclusive', latest: { reason: 'not-active-yet' } });
    await rig.desk.clock.pass(60_000);
    expect(await proof()).toMatchObject({ state: 'dead' });
  });

  it('go nowhere but where they were to go', async () => {
    await prove();
    await rig.desk.clock.pass(1);
    const [place] = rig.desk.console.places;
    if (place) rig.desk.console.places = [{ ...place, endpoint: 'https://evil.example' }];
    rig.adapters.drop('acme');
    const tried = rig.desk.console.tried.length;
    await rig.desk.clock.pass(10_000);
    expect(rig.desk.console.tried).toHaveLength(tried);
    expect(await proof()).toMatchObject({ state: 'inconclusive', latest: { reason: 'environment-unknown' } });
  });

  it('of a secret nobody pasted, at an address the window set, count as shown', async () => {
    rig = await incidentRig('mia');
    rig.desk.console.add(aVendorKey({ id: 'mobile', name: 'mobile' }));
    opened = await rig.leaked('…of-mobile');
    for (let shown = 0; shown < 10; shown += 1) rig.vault.countReveal();
    await expect(
      rig.incidents.prove({ incidentId: opened.incidentId, key: keyAt('mobile') }),
    ).rejects.toMatchObject({ code: 'rate-limited' });
    opened = await rig.leaked('client-key: secret-of-mobile');
    await rig.incidents.prove({ incidentId: opened.incidentId, key: keyAt('mobile') });
    await rig.desk.clock.pass(1);
    expect(await proof()).toMatchObject({ state: 'alive' });
  });
});
