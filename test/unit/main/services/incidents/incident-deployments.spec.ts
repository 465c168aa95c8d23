import { beforeEach, describe, expect, it } from 'vitest';
import { keyAt, STAGING } from '@test/support/key-desk';
import { aVendorKey } from '@test/support/vendor-records';
import { incidentRig, keyIn, kinds, type IncidentRig } from './incident-rig';

let rig: IncidentRig;

describe('where what is saved has to be deployed', () => {
  beforeEach(async () => {
    rig = await incidentRig('mia');
    rig.desk.console.add(aVendorKey({ id: 'mobile', name: 'mobile', active: true }));
    rig.desk.console.add(aVendorKey({ id: 'web', name: 'web', active: true }));
  });

  it.each([
    ['kill', 'stopped'],
    ['disable', 'disabled'],
  ] as const)('%s is saved, and live only when it is deployed everywhere', async (mode, end) => {
    const opened = await rig.leaked('client-key: secret-of-mobile');
    const saved = await rig.stop(opened, { mode });
    expect(keyIn(saved, keyAt('mobile'))).toMatchObject({ state: 'saved' });
    expect(saved.times.stoppedAt).toBeUndefined();
    for (const { id } of rig.desk.console.configuration.targets) {
      rig.desk.console.configuration.ends.push('succeeded');
      await rig.deployments.start(STAGING, id, 'DEPLOY');
      await rig.desk.clock.pass(5_000);
      const told = rig.desk.deployed.at(-1);
      if (told !== undefined) await rig.incidents.deployed(STAGING, told);
    }
    const live = await rig.incidents.read(opened.incidentId);
    expect(keyIn(live, keyAt('mobile')).state).toBe(end);
    expect(kinds(live).filter((kind) => kind === 'deployed').length).toBe(
      rig.desk.console.configuration.targets.length,
    );
  });

  it('a key is not stopped for another one that has its name by now', async () => {
    const opened = await rig.leaked('client-key: secret-of-mobile');
    rig.desk.console.add(aVendorKey({ id: 'mobile', name: 'mobile', active: true }));
    const stored = rig.desk.console.secretOf('web') ?? '';
    rig.desk.console.swap('mobile', stored);
    const view = await rig.stop(opened);
    expect(keyIn(view, keyAt('mobile'))).toMatchObject({
      state: 'failed',
      answer: expect.stringContaining('Another key') as string,
    });
    expect(rig.desk.console.count('stop')).toBe(0);
  });
});
