import { beforeEach, describe, expect, it } from 'vitest';
import { DeploymentRig, full, offline } from './deployment-rig';

describe('pipelines', () => {
  let rig: DeploymentRig;

  beforeEach(async () => {
    rig = await DeploymentRig.create();
  });

  const start = async () => {
    await rig.rename('billing');
    await rig.start();
  };

  it('go on over a restart', async () => {
    await start();
    Object.assign(rig.at, rig.at.desk.start());
    rig.configuration.ends.push('succeeded');
    expect((await rig.read()).pipeline).toMatchObject({ state: 'running' });
    await rig.at.desk.clock.pass(10_000);
    expect(await rig.targets()).toEqual(['development: live']);
  });

  it('have not ended because the console cannot be asked for a while, or says something strange', async () => {
    await start();
    rig.at.desk.console.fail('follow', { when: 'before', error: offline }, null);
    rig.configuration.ends.push('unclear');
    await rig.at.desk.clock.pass(3_000);
    expect((await rig.read()).pipeline).toMatchObject({ state: 'running' });
  });

  it('are left to the console after half an hour', async () => {
    await start();
    await rig.at.desk.clock.pass(29 * 60_000);
    expect((await rig.read()).pipeline).toMatchObject({ state: 'running' });
    await rig.at.desk.clock.pass(2 * 60_000);
    expect((await rig.read()).pipeline).toMatchObject({ state: 'unclear' });
    expect(await rig.targets()).toEqual(['development: saved']);
  });

  it('are told of although the console cannot be asked in the end', async () => {
    await start();
    rig.configuration.ends.push('succeeded');
    rig.at.desk.console.block('targets', offline);
    await rig.at.desk.clock.pass(3_000);
    expect(rig.at.desk.deployed).toMatchObject([
      { pipeline: { state: 'succeeded' }, targets: [{ state: 'live' }] },
    ]);
  });

  it('are taken up again where their end could not be written down', async () => {
    await start();
    rig.configuration.ends.push('succeeded');
    rig.at.desk.stores.deployments.failure = full;
    await rig.at.desk.clock.pass(3_000);
    expect(rig.at.desk.log.lines).toContainEqual({
      event: 'deployment.not-followed',
      facts: { code: 'storage' },
    });
    rig.at.desk.stores.deployments.failure = null;
    await rig.read();
    await rig.at.desk.clock.pass(3_000);
    expect(await rig.targets()).toEqual(['development: live']);
  });

  it('are taken up again after a bug of ours', async () => {
    await start();
    const stateOf = rig.configuration.stateOf.bind(rig.configuration);
    rig.configuration.stateOf = () => {
      throw new TypeError('undefined is not a function');
    };
    await rig.at.desk.clock.pass(3_000);
    rig.configuration.stateOf = stateOf;
    rig.configuration.ends.push('succeeded');
    await rig.read();
    await rig.at.desk.clock.pass(3_000);
    expect(await rig.targets()).toEqual(['development: live']);
  });

  it('are asked about once at a time, however often somebody looks', async () => {
    await start();
    for (let count = 0; count < 5; count += 1) await rig.read();
    const before = rig.at.desk.console.count('follow');
    await rig.at.desk.clock.pass(2_000);
    expect(rig.at.desk.console.count('follow')).toBe(before + 1);
  });
});
