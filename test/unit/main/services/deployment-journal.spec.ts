import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { Operation } from '@core/domain/operation';
import { daysFromNow } from '@test/support/builders';
import { DeploymentRig, full, offline } from './deployment-rig';

describe('a deployment in the journal', () => {
  let rig: DeploymentRig;

  beforeEach(async () => {
    rig = await DeploymentRig.create();
  });

  const all = (): Operation[] => rig.at.journal.all().filter(({ kind }) => kind === 'deploy');
  const states = (): string[] => all().map(({ state }) => state);
  const told = (): string[] => rig.at.operations.list(daysFromNow(0)).map(({ state }) => state);
  /** Ends Keydesk and starts it again. */
  const restart = async (): Promise<void> => {
    Object.assign(rig.at, rig.at.desk.start());
    await rig.at.journal.open();
  };
  const settle = async (): Promise<void> => {
    await rig.at.operations.settleConsole('acme');
    await rig.at.desk.clock.pass(10_000);
  };

  it('is written down before it is sent, under way while its pipeline runs, and confirmed by its end', async () => {
    let written: string[] = [];
    rig.at.desk.console.gate = (call) => {
      if (call === 'deploy') written = rig.at.desk.stores.operations.entries.map(({ state }) => state);
      return null;
    };
    rig.configuration.ends.push('running', 'succeeded');
    await rig.start();
    expect(written).toEqual(['intended', 'sent']);
    expect(all()).toMatchObject([{ state: 'sent', keyId: 'development', label: 'Development' }]);
    await settle();
    expect(states()).toEqual(['confirmed']);
    // Whoever deployed watched it: nobody has to be told again.
    expect(told()).toEqual([]);
  });

  it.each(['failed', 'cancelled'] as const)('ends as failed where the pipeline %s', async (end) => {
    await rig.deploy(end);
    expect(states()).toEqual(['failed']);
  });

  it('is not sent where it cannot be written down', async () => {
    rig.at.desk.stores.operations.refuse = () => full;
    await expect(rig.start()).rejects.toBe(full);
    expect(rig.configuration.pipelines.size).toBe(0);
    rig.at.desk.stores.operations.refuse = null;
    await rig.deploy();
    expect(await rig.targets()).toEqual(['development: live']);
  });

  it('is followed although a full disk took nothing of its beginning', async () => {
    rig.at.desk.console.gate = (call) => {
      if (call === 'deploy') rig.at.desk.stores.deployments.failure = full;
      return null;
    };
    await rig.start();
    rig.at.desk.stores.deployments.failure = null;
    rig.configuration.ends.push('succeeded');
    await rig.at.desk.clock.pass(10_000);
    expect(states()).toEqual(['confirmed']);
    expect(await rig.targets()).toEqual(['development: live']);
  });

  it('fails where the console refuses', async () => {
    rig.at.desk.console.fail('deploy', { when: 'before', error: new AppError('forbidden', 'Not allowed.') });
    await expect(rig.start()).rejects.toMatchObject({ code: 'forbidden' });
    await rig.at.desk.clock.pass(0);
    expect(all()).toMatchObject([{ state: 'failed', error: 'forbidden' }]);
    expect(told()).toEqual([]);
  });

  it('is picked up after a crash and settled by its pipeline', async () => {
    await rig.start();
    rig.configuration.ends.push('running', 'running', 'succeeded');
    await restart();
    expect(told()).toEqual(['sent']);
    await rig.at.operations.settleConsole('acme');
    expect(told()).toEqual([]);
    await settle();
    expect(states()).toEqual(['confirmed']);
    expect(await rig.targets()).toEqual(['development: live']);
  });

  it('of which no answer came is nothing that can be told, until a later one succeeds', async () => {
    rig.at.desk.console.fail('deploy', { when: 'after', error: offline });
    await expect(rig.start()).rejects.toBe(offline);
    expect(states()).toEqual(['ambiguous']);
    await rig.at.desk.clock.pass(2_000);
    expect(told()).toEqual(['absent']);
    await restart();
    await settle();
    expect(states()).toEqual(['absent']);
    await rig.deploy();
    await settle();
    expect(states()).toEqual(['confirmed', 'confirmed']);
  });

  it('that was never sent before a crash did not happen', async () => {
    rig.at.desk.stores.operations.refuse = ({ state }) => (state === 'sent' ? full : null);
    await expect(rig.start()).rejects.toBe(full);
    rig.at.desk.stores.operations.refuse = null;
    await restart();
    await settle();
    expect(all()).toMatchObject([{ state: 'failed', error: 'cancelled' }]);
    expect(rig.configuration.pipelines.size).toBe(0);
  });
});
