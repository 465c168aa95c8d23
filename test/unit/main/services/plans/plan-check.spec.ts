import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import type { InventoryKey, InventoryPlace } from '@core/domain/inventory';
import type { ReviewEntry } from '@core/domain/review';
import { aPlace, aVendorKey } from '@test/support/vendor-records';
import { anInventoryKey, aPlanPlace, decided, PlanDesk, rowsOf } from './plan-desk';

describe('a plan compared with the consoles that are here', () => {
  let world: PlanDesk;
  beforeEach(async () => {
    world = await PlanDesk.create();
  });

  /** Opens a plan over these keys, all of them to be revoked unless told otherwise, and compares it. */
  async function check(keys: InventoryKey[], entries?: ReviewEntry[], place?: InventoryPlace) {
    const all = keys.map((_key, index) => decided(index + 1, 'revoke'));
    await world.make(keys, entries ?? all, { ...(place && { place }) });
    const plans = world.service();
    const { planId } = await plans.open('file-1');
    const opened = world.desk.console.calls.length;
    await world.desk.clock.until(plans.check(planId));
    return { plans, planId, opened, rows: await rowsOf(plans, planId) };
  }

  const verdicts = async (...given: Parameters<typeof check>) =>
    (await check(...given)).rows.map(({ verdict }) => verdict?.state);

  it('asks no console when it is opened, and changes nothing when it is compared', async () => {
    await world.bulk.list(2);
    world.desk.console.calls.splice(0);
    const { opened } = await check([anInventoryKey(1), anInventoryKey(2)]);
    expect(opened).toBe(0);
    expect(new Set(world.desk.console.calls)).toEqual(new Set(['environments', 'keys']));
  });

  it('tells what would happen to a key that is as it was', async () => {
    await world.bulk.list(1);
    const { rows } = await check([anInventoryKey(1)]);
    expect(rows[0]).toMatchObject({
      key: { consoleId: 'acme', environmentId: 'env-staging', keyId: 'key-1' },
      verdict: { state: 'ready', says: 'Delete: final' },
      approved: false,
      end: null,
    });
  });

  it('tells which facts are others, with both values, whatever was not recorded', async () => {
    await world.bulk.list(1);
    world.desk.console.add(
      aVendorKey({ id: 'key-1', name: 'Key 001', type: 'administration', allowedHosts: ['203.0.113.7'] }),
    );
    const { createdAt: _none, ...seen } = anInventoryKey(1, { expiresAt: 'unknown' });
    const { rows } = await check([seen]);
    expect(rows[0]?.verdict).toMatchObject({
      state: 'changed',
      changes: [
        { fact: 'Type', was: 'Standard', now: 'Administration' },
        { fact: 'Hosts', was: 'Any host', now: '203.0.113.7' },
      ],
    });
  });

  it('knows what is gone, by a proof or as stopped, and leaves open what is not proved', async () => {
    await world.bulk.list(1);
    world.desk.console.add(
      aVendorKey({ id: 'key-2', name: 'Key 002', revokedAt: '2026-03-01T00:00:00.000Z' }),
    );
    expect(await verdicts([anInventoryKey(2), anInventoryKey(3)])).toEqual(['gone', 'gone']);
    const { places } = world.desk.console;
    world.desk.console.gate = (call) => {
      if (call === 'key') world.desk.console.places = [];
      return null;
    };
    expect(await verdicts([anInventoryKey(4)])).toEqual(['unreachable']);
    world.desk.console.places = places;
  });

  it('refuses what is not allowed here', async () => {
    world.desk.console.places = [aPlace({ readOnly: 'You may only read here.' })];
    await world.bulk.list(1);
    expect((await check([anInventoryKey(1)])).rows[0]?.verdict).toEqual({
      state: 'refused',
      says: 'You may only read here.',
    });
    world.desk.console.places = [aPlace()];
    await world.bulk.list(1, { signsIn: 'yes' });
    expect((await check([anInventoryKey(1, { name: 'Other' })])).rows[0]?.verdict).toMatchObject({
      state: 'refused',
      says: 'Keydesk signs in with this key. Stop it on its own, last.',
    });
  });

  it('says so where the console is another one, hides the environment, or is silent', async () => {
    await world.bulk.list(1);
    const at = (console: Parameters<typeof aPlanPlace>[0]) =>
      verdicts([anInventoryKey(1)], undefined, aPlanPlace(console));
    expect(await at({ origin: 'https://other.example' })).toEqual(['elsewhere']);
    expect(await at({ origin: '', id: 'acme' })).toEqual(['ready']);
    world.desk.console.block('keys', new AppError('offline', 'The console could not be reached.'));
    expect(await verdicts([anInventoryKey(1)])).toEqual(['unreachable']);
    world.desk.console.places = [aPlace({ environmentId: 'env-other' })];
    expect(await verdicts([anInventoryKey(1)])).toEqual(['elsewhere']);
  });

  it('leaves to people what is not to be stopped', async () => {
    await world.bulk.list(3);
    const { rows } = await check(
      [1, 2, 3, 4].map((index) => anInventoryKey(index)),
      [decided(1, 'restrict'), decided(2, 'replace'), decided(3, 'ask'), decided(4, 'keep')],
    );
    expect(rows.map(({ verdict }) => verdict?.state)).toEqual(['by-hand', 'by-hand', 'by-hand']);
    expect(rows[2]?.verdict?.says).toBe('Ask its owner, then decide.');
  });
});
