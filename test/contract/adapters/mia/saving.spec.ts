import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConsoleAdapter } from '@main/adapters/adapter';
import { faults } from '@test/support/fault-proxy/faults';
import { DEV, MAIN, PROJECT, type WireConfiguration } from '../../practice/mia/mia-console';
import { anIntent, codeOf, listed } from '../trial';
import { aDraft } from './console';
import { startTwoDesks, type TwoDesks } from './two-desks';

describe('saving a configuration of Mia-Platform', () => {
  let desks: TwoDesks;
  let ours: ConsoleAdapter;
  beforeEach(async () => {
    desks = await startTwoDesks();
    ({ ours } = desks);
  });
  afterEach(() => desks.stop());

  const textOf = async (path = MAIN): Promise<string> => {
    const { access_token: token } = await desks.mia.token();
    const response = await fetch(desks.mia.offer.baseUrl + path, {
      headers: { authorization: `Bearer ${token}` },
    });
    return response.text();
  };

  it('leaves everything else as it was written, after 50 random changes', async () => {
    const outside = (text: string): string =>
      text
        .replace(/"secrets":\[.*?\](?=,"collections")/s, '"secrets":[]')
        .replace(/,"(lastCommitAuthor|commitId|committedDate)":"[^"]*"/g, '');
    const rest = ({
      secrets: _s,
      commitId: _c,
      committedDate: _d,
      lastCommitAuthor: _a,
      ...more
    }: WireConfiguration) => more;
    const before = { text: await textOf(), value: await desks.read() };
    const random = fc.sample(fc.tuple(fc.nat(3), fc.nat(1_000), fc.string({ unit: 'grapheme' })), {
      numRuns: 50,
      seed: 5,
    });
    for (const [kind, at, description] of random) {
      const keys = await listed(ours, DEV);
      const key = keys[at % keys.length];
      if (kind === 0 || key === undefined) await ours.issue(DEV, aDraft({ name: `made_${at}` }), anIntent());
      else if (kind === 1) await ours.stop(DEV, key.id, key.revision);
      else if (kind === 2) await ours.edit(DEV, key.id, { description }, key.revision);
      else await ours.edit(DEV, key.id, { name: `named_${at}`, active: key.active === false }, key.revision);
    }
    const after = { text: await textOf(), value: await desks.read() };
    expect(desks.told).toHaveLength(50);
    expect(after.value.secrets).not.toEqual(before.value.secrets);
    expect(outside(after.text)).toBe(outside(before.text));
    expect(outside(after.text)).toContain('"total"');
    expect(rest(after.value)).toEqual(rest(before.value));
  });

  it('changes nothing of the other keys, names like `constructor` and values that are variables included', async () => {
    const before = (await desks.read()).secrets;
    const key = await desks.theKey('constructor');
    await ours.edit(DEV, 'constructor', { description: '{{ }} "quoted" \\ 🚚' }, key.revision);
    const after = (await desks.read()).secrets;
    expect(after).toEqual(
      before.map((each) =>
        each.clientType === 'constructor' ? { ...each, description: '{{ }} "quoted" \\ 🚚' } : each,
      ),
    );
    expect(after.find(({ clientType }) => clientType === 'partner_portal')?.secret).toBe('{{PARTNER_KEY}}');
    expect(await codeOf(ours.reveal(DEV, 'partner_portal'))).toBe('forbidden');
  });

  it('takes a member named like a prototype for the data it is', async () => {
    desks.proxy.on({ method: 'GET', path: /\/configuration/ }, faults.protoJson());
    const keys = await listed(ours, DEV);
    expect(keys.length).toBeGreaterThan(10);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.keys(keys[0] ?? {})).not.toContain('polluted');
  });

  it('tells which save each was based on, each time without a gap', async () => {
    const first = (await desks.read()).commitId;
    await ours.issue(DEV, aDraft({ name: 'one' }), anIntent());
    const second = (await desks.read()).commitId;
    await ours.issue(DEV, aDraft({ name: 'two' }), anIntent());
    expect(desks.told).toEqual([
      [DEV, first, second],
      [DEV, second, (await desks.read()).commitId],
    ]);
    for await (const { save } of ours.keys(DEV)) expect(save).toBe(desks.told[1]?.[2]);
    expect(await ours.deploys?.save(DEV)).toBe(desks.told[1]?.[2]);
  });

  it('saves changes that come together one after the other', async () => {
    const keys = await listed(ours, DEV);
    desks.proxy.clear();
    await Promise.all(keys.slice(0, 5).map(({ id, revision }) => ours.stop(DEV, id, revision)));
    expect(desks.posts()).toBe(5);
    expect(await listed(desks.colleague, DEV)).toHaveLength(keys.length - 5);
  });

  it('refuses to save into a version', async () => {
    const version = `${PROJECT.orders}/versions/v1.2.0`;
    const keys = await listed(ours, version);
    expect(keys.length).toBeGreaterThan(5);
    expect(await codeOf(ours.stop(version, 'mobile_app'))).toBe('forbidden');
    expect(await listed(ours, version)).toEqual(keys);
  });

  it('knows both kinds of addresses', async () => {
    const stage = `${PROJECT.storefront}/environments/STAGE`;
    const { key } = await ours.issue(stage, aDraft({ name: 'for_stage' }), anIntent());
    expect(await ours.key(stage, key.id)).toEqual(key);
    expect((await desks.read(`/api/projects/${stage}/configuration`)).secrets.at(-1)?.clientType).toBe(
      'for_stage',
    );
    const branch = `${PROJECT.orders}/revisions/feature/loyalty`;
    await ours.stop(branch, 'loyalty_service');
    expect(await ours.key(branch, 'loyalty_service')).toBeNull();
    expect(await ours.key(DEV, 'mobile_app')).not.toBeNull();
  });
});
