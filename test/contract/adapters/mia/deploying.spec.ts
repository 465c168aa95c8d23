import { afterEach, describe, expect, it } from 'vitest';
import type { PipelineState } from '@core/domain/deployment';
import type { Deploys } from '@main/adapters/adapter';
import { DEV, PROJECT } from '../../practice/mia/mia-console';
import { anIntent } from '../trial';
import { aDraft, startMiaDesk, type MiaDesk } from './console';

const start = Date.parse('2030-05-01T08:00:00Z');

describe('deploying with Mia-Platform', () => {
  let now = start;
  let mia: MiaDesk;
  afterEach(() => mia.stop());

  const deploysOf = async (assumptions: object = {}): Promise<Deploys> => {
    now = start;
    mia = await startMiaDesk({ clock: () => now, assumptions: { miaDeployMs: 3_000, ...assumptions } });
    const { deploys } = mia.connect();
    if (deploys === undefined) throw new Error('There is nothing to deploy with.');
    return deploys;
  };

  it('says where, and which of it is production', async () => {
    const deploys = await deploysOf();
    expect(await deploys.targets(DEV)).toEqual([
      { id: 'DEV', label: 'Development', production: false },
      { id: 'PROD', label: 'Production', production: true },
    ]);
    expect(await deploys.targets(`${PROJECT.storefront}/environments/STAGE`)).toEqual([
      { id: 'STAGE', label: 'Staging', production: false },
    ]);
  });

  it.each([true, false])(
    'makes a new key work, and not before (numeric ids: %s)',
    async (miaNumericPipelineIds) => {
      const deploys = await deploysOf({ miaNumericPipelineIds });
      const adapter = mia.connect();
      const place = await mia.place(DEV);
      const { secret } = await adapter.issue(DEV, aDraft(), anIntent());
      const pipeline = await deploys.start(DEV, 'DEV');
      const seen: [PipelineState, string][] = [];
      for (const after of [0, 2_000, 3_000]) {
        now = start + after;
        const { verdict } = await adapter.probe(place, secret);
        seen.push([await deploys.follow(DEV, 'DEV', pipeline), verdict]);
      }
      expect(seen).toEqual([
        ['running', 'refused'],
        ['running', 'refused'],
        ['succeeded', 'accepted'],
      ]);
    },
  );

  it.each([
    ['success', 'succeeded'],
    ['succededWithIssues', 'succeeded'],
    ['failed', 'failed'],
    ['canceled', 'cancelled'],
    ['abandoned', 'cancelled'],
    ['skipped', 'cancelled'],
  ] as const)('understands the end %s', async (miaDeployEnd, state) => {
    const deploys = await deploysOf({ miaDeployEnd });
    const pipeline = await deploys.start(DEV, 'DEV');
    now += 10_000;
    expect(await deploys.follow(DEV, 'DEV', pipeline)).toBe(state);
  });

  it('fails where the environment lacks a variable, and the old keys stay', async () => {
    const deploys = await deploysOf();
    const adapter = mia.connect();
    const place = await mia.place(DEV);
    const old = await adapter.reveal(DEV, 'mobile_app');
    await adapter.stop(DEV, 'mobile_app');
    await adapter.issue(DEV, aDraft({ secret: '{{NOBODY_HAS_THIS}}' }), anIntent());
    const pipeline = await deploys.start(DEV, 'DEV');
    now += 10_000;
    expect(await deploys.follow(DEV, 'DEV', pipeline)).toBe('failed');
    expect(await adapter.probe(place, old)).toMatchObject({ verdict: 'accepted' });
  });

  it('deploys what has a configuration of its own to itself, and a version as a version', async () => {
    const deploys = await deploysOf({ miaDeployMs: 0 });
    const stage = `${PROJECT.storefront}/environments/STAGE`;
    const version = `${PROJECT.orders}/versions/v1.2.0`;
    for (const [place, target] of [
      [stage, 'STAGE'],
      [version, 'PROD'],
    ] as const)
      expect(await deploys.follow(place, target, await deploys.start(place, target))).toBe('succeeded');
  });
});
