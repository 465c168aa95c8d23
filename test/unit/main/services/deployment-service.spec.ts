import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { STAGING, startedDesk } from '@test/support/key-desk';
import { DeploymentRig, full, offline } from './deployment-rig';

const PRODUCTION = { id: 'production', label: 'Production', production: true };

describe('deployments', () => {
  let rig: DeploymentRig;

  beforeEach(async () => {
    rig = await DeploymentRig.create();
  });

  it('are nothing to speak of where changes work at once', async () => {
    const { desk, deployments, listings } = await startedDesk('qodly');
    await expect(deployments.read(STAGING)).rejects.toMatchObject({ code: 'forbidden' });
    desk.console.add();
    const { listing } = await listings.load(STAGING);
    expect(listings.page(listing, 0)).not.toContain('deployed');
  });

  it('are unknown until something was saved or deployed from here', async () => {
    expect(await rig.targets()).toEqual(['development: unknown']);
    expect(await rig.deployed()).toEqual(['unknown']);
  });

  it('are pending for what was saved, and live once a pipeline succeeded', async () => {
    await rig.rename('billing');
    expect((await rig.read()).targets[0]).toMatchObject({
      state: 'saved',
      pending: [{ keyId: 'key-1', name: 'billing', kind: 'edit', at: '2026-03-04T12:00:00.000Z' }],
    });
    expect(await rig.deployed()).toEqual(['saved']);
    expect((await rig.deploy()).pipeline).toMatchObject({ target: 'development', state: 'running' });
    expect((await rig.read()).targets[0]).toMatchObject({
      state: 'live',
      pending: [],
      deployedAt: expect.any(String) as string,
    });
    expect(await rig.deployed()).toEqual(['live']);
    expect(rig.at.desk.deployed.at(-1)).toMatchObject({ pipeline: { state: 'succeeded' } });
  });

  it('are unknown again once somebody else saved', async () => {
    await rig.rename('billing');
    await rig.deploy();
    rig.configuration.savedByOthers();
    expect(await rig.targets()).toEqual(['development: unknown']);
    expect(await rig.deployed()).toEqual(['unknown']);
  });

  it('take our changes live together with a save of somebody else', async () => {
    await rig.rename('billing');
    rig.configuration.savedByOthers();
    expect(await rig.targets()).toEqual(['development: saved']);
    await rig.deploy();
    expect(await rig.targets()).toEqual(['development: live']);
    await rig.rename('books');
    expect((await rig.read()).targets[0]?.pending).toMatchObject([{ name: 'books' }]);
  });

  it('know after a save of somebody else what was live before', async () => {
    await rig.rename('billing');
    await rig.deploy();
    rig.configuration.savedByOthers();
    await rig.rename('books');
    expect((await rig.read()).targets[0]?.pending).toMatchObject([{ name: 'books' }]);
  });

  it('take nothing for live that came after the pipeline started', async () => {
    await rig.rename('billing');
    rig.configuration.ends.push('running', 'succeeded');
    await rig.start();
    await rig.rename('books');
    await rig.at.desk.clock.pass(10_000);
    expect((await rig.read()).targets[0]).toMatchObject({ state: 'saved', pending: [{ name: 'books' }] });
  });

  it('know each place by itself', async () => {
    rig.configuration.targets.push(PRODUCTION);
    await rig.rename('billing');
    await rig.deploy();
    expect(await rig.targets()).toEqual(['development: live', 'production: saved']);
    expect(await rig.deployed()).toEqual(['saved']);
    await rig.deploy('succeeded', 'production');
    expect(await rig.targets()).toEqual(['development: live', 'production: live']);
    expect(await rig.deployed()).toEqual(['live']);
  });

  it('call nothing live any more after a save that came back and undid others', async () => {
    rig.configuration.targets.push(PRODUCTION);
    await rig.rename('billing');
    await rig.deploy();
    await rig.at.records.saved(STAGING, 'save-1', 'save-9');
    expect(await rig.targets()).toEqual(['development: saved', 'production: saved']);
  });

  it.each(['failed', 'cancelled'] as const)('change nothing when the pipeline %s', async (end) => {
    await rig.rename('billing');
    await rig.deploy(end);
    expect(await rig.read()).toMatchObject({
      targets: [{ state: 'saved', pending: [{ name: 'billing' }] }],
      pipeline: { state: end, message: expect.stringContaining('Nothing new is live') as string },
    });
  });

  it('ask for the word before production, and for a place there is', async () => {
    rig.configuration.targets.push(PRODUCTION);
    for (const typed of ['', 'deploy', 'YES'])
      await expect(rig.start('production', typed)).rejects.toMatchObject({
        facts: { field: 'typed' },
      });
    await expect(rig.start('nowhere')).rejects.toMatchObject({ code: 'not-found' });
    expect(rig.configuration.pipelines.size).toBe(0);
    await rig.start('production', ' DEPLOY ');
    expect(rig.configuration.pipelines.size).toBe(1);
  });

  it('run one at a time, however fast somebody clicks', async () => {
    const starts = [1, 2].map(() => rig.start());
    const [one, two] = await Promise.allSettled(starts);
    expect([one?.status, two?.status].sort()).toEqual(['fulfilled', 'rejected']);
    await expect(rig.start()).rejects.toMatchObject({ code: 'conflict' });
    expect(rig.configuration.pipelines.size).toBe(1);
  });

  describe('that did not start', () => {
    it('leave everything as it was where the console refused', async () => {
      await rig.rename('billing');
      await rig.deploy();
      const before = await rig.read();
      const refusal = new AppError('forbidden', 'Not allowed.');
      rig.at.desk.console.fail('deploy', { when: 'before', error: refusal });
      await expect(rig.start()).rejects.toBe(refusal);
      expect(await rig.read()).toEqual(before);
    });

    it('are unclear, and not live, where the answer got lost; deploying again is possible', async () => {
      await rig.rename('billing');
      rig.at.desk.console.fail('deploy', { when: 'after', error: offline });
      await expect(rig.start()).rejects.toBe(offline);
      expect(await rig.read()).toMatchObject({
        targets: [{ state: 'saved' }],
        pipeline: { state: 'unclear', message: expect.stringContaining('did not confirm') as string },
      });
      await rig.deploy();
      expect(await rig.targets()).toEqual(['development: live']);
    });

    it('are not sent before they are written down', async () => {
      rig.at.desk.stores.deployments.failure = full;
      await expect(rig.start()).rejects.toBe(full);
      expect(rig.configuration.pipelines.size).toBe(0);
    });
  });

  it('call nothing live that a full disk did not let be noted', async () => {
    await rig.rename('billing');
    await rig.deploy();
    rig.at.desk.stores.deployments.failure = full;
    expect(await rig.rename('books')).toMatchObject({ state: 'confirmed' });
    rig.at.desk.stores.deployments.failure = null;
    expect(rig.at.desk.log.lines).toContainEqual({
      event: 'deployment.not-noted',
      facts: { code: 'storage' },
    });
    expect(await rig.deployed()).toEqual(['unknown']);
    expect(await rig.targets()).toEqual(['development: unknown']);
  });
});
