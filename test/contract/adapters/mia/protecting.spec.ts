import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Protection } from '@core/domain/protection';
import type { Protections } from '@main/adapters/adapter';
import { DEV } from '../../practice/mia/mia-console';
import { codeOf, listed } from '../trial';
import { aDraft } from './console';
import { meanwhile, SAVE, startTwoDesks, type TwoDesks } from './two-desks';
import { anIntent } from '../trial';

describe('the protection of endpoints of Mia-Platform', () => {
  let desks: TwoDesks;
  let protections: Protections;
  beforeEach(async () => {
    desks = await startTwoDesks();
    if (desks.ours.protections === undefined) throw new Error('There is nothing to protect with.');
    ({ protections } = desks.ours);
  });
  afterEach(() => desks.stop());

  const of = async (path: string): Promise<Protection> => {
    const found = (await protections.list(DEV)).find((each) => each.path === path);
    if (found === undefined) throw new Error(`There is no endpoint "${path}".`);
    return found;
  };

  it('is listed with the rules of their routes', async () => {
    expect((await protections.list(DEV)).map(({ path }) => path)).toEqual(
      Object.keys((await desks.read()).endpoints),
    );
    const { revision: _revision, ...orders } = await of('/orders');
    expect(orders).toEqual({
      path: '/orders',
      secreted: true,
      acl: 'clientType == "mobile_app" || clientType == "web_shop" || groups.sales',
      overrides: ['GET /health', 'DELETE /:id', 'POST /:id/refund'],
    });
  });

  it('changes as asked and nothing beside it, and shows in what uses a key', async () => {
    const before = await desks.read();
    const { revision } = await of('/erp');
    const acl = 'clientType == "legacy_erp" || clientType == "courier_sync" && "größe" in groups';
    const changed = await protections.change(DEV, '/erp', { acl }, revision);
    expect(changed).toEqual(await of('/erp'));
    expect(changed).toMatchObject({ acl, secreted: true });
    const after = await desks.read();
    expect(after.endpoints).toEqual({ ...before.endpoints, '/erp': { ...before.endpoints['/erp'], acl } });
    expect(after.secrets).toEqual(before.secrets);
    expect(desks.told).toEqual([[DEV, before.commitId, after.commitId]]);
    const courier = (await listed(desks.ours, DEV)).find(({ id }) => id === 'courier_sync');
    expect(courier?.usedBy).toEqual(['/erp']);
    const open = await protections.change(DEV, '/erp', { secreted: false }, changed.revision);
    expect(open).toMatchObject({ acl, secreted: false });
  });

  it('is not overwritten where somebody else changed it, before or meanwhile', async () => {
    const { revision } = await of('/erp');
    const theirs = () => desks.colleague.protections?.change(DEV, '/erp', { secreted: false }, revision);
    desks.proxy.on(
      { ...SAVE, times: 1 },
      meanwhile(async () => theirs()),
    );
    expect(await codeOf(protections.change(DEV, '/erp', { acl: 'true' }, revision))).toBe('conflict');
    expect(await codeOf(protections.change(DEV, '/erp', { acl: 'true' }, revision))).toBe('conflict');
    expect(await of('/erp')).toMatchObject({ secreted: false, acl: 'clientType == "legacy_erp"' });
  });

  it('is merged with a key that somebody else made meanwhile', async () => {
    const { revision } = await of('/erp');
    const theirs = () => desks.colleague.issue(DEV, aDraft({ name: 'theirs' }), anIntent());
    desks.proxy.on({ ...SAVE, times: 1 }, meanwhile(theirs));
    await protections.change(DEV, '/erp', { acl: 'clientType == "theirs"' }, revision);
    expect((await desks.theKey('theirs')).usedBy).toEqual(['/erp']);
  });

  it('cannot change where there is no such endpoint', async () => {
    for (const path of ['/nowhere', 'constructor', '__proto__'])
      expect(await codeOf(protections.change(DEV, path, { acl: 'true' }, ''))).toBe('not-found');
  });
});
