import { beforeEach, describe, expect, it } from 'vitest';
import { PAGE_ROWS } from '@core/contract/messages';
import { ApiKey } from '@core/domain/api-key';
import { AppError } from '@core/domain/app-error';
import { LISTINGS_AT_ONCE } from '@main/services/listing-service';
import { keyAt, STAGING, startedDesk } from '@test/support/key-desk';
import { aPlace, aVendorKey } from '@test/support/vendor-records';

type Desk = Awaited<ReturnType<typeof startedDesk>>;

const offline = new AppError('offline', 'Nothing answers.');

describe('ListingService', () => {
  let at: Desk;
  const fill = (count: number): void => {
    for (let index = 1; index <= count; index += 1)
      at.desk.console.add(aVendorKey({ id: `key-${index}`, name: `Key ${index}` }));
  };
  const rowsOf = ({ listing, pages }: { listing: string; pages: number }): ApiKey[] =>
    Array.from(
      { length: pages },
      (_none, page) => JSON.parse(at.listings.page(listing, page)) as ApiKey[],
    ).flat();

  beforeEach(async () => {
    at = await startedDesk();
  });

  it('lists all keys in their order, with where they are', async () => {
    fill(3);
    const listing = await at.listings.load(STAGING);
    expect(listing).toMatchObject({ rows: 3, pages: 1, stale: null, asOf: '2026-03-04T12:00:00.000Z' });
    const rows = rowsOf(listing);
    expect(rows.map(({ name }) => name)).toEqual(['Key 1', 'Key 2', 'Key 3']);
    expect(rows[0]).toMatchObject(STAGING);
    for (const row of rows) expect(ApiKey.safeParse(row).success).toBe(true);
  });

  it('holds no secret in its pages', async () => {
    fill(3);
    const { listing } = await at.listings.load(STAGING);
    expect(at.listings.page(listing, 0)).not.toContain('secret-of');
  });

  it.each([
    [0, 0],
    [1, 1],
    [PAGE_ROWS, 1],
    [PAGE_ROWS + 1, 2],
  ])('puts %s rows on %s pages', async (count, pages) => {
    fill(count);
    expect(await at.listings.load(STAGING)).toMatchObject({ rows: count, pages });
  });

  it('takes 100,000 rows in pages of at most 2,000', async () => {
    fill(100_000);
    const listing = await at.listings.load(STAGING);
    expect(listing).toMatchObject({ rows: 100_000, pages: 50 });
    const rows = rowsOf(listing);
    expect(rows).toHaveLength(100_000);
    expect(rows.at(-1)?.id).toBe('key-100000');
    for (let page = 0; page < 50; page += 1)
      expect((JSON.parse(at.listings.page(listing.listing, page)) as unknown[]).length).toBeLessThanOrEqual(
        PAGE_ROWS,
      );
    expect(at.listings.find(keyAt('key-77777'))).toMatchObject({ name: 'Key 77777', type: 'standard' });
  });

  it('tells how far it is', async () => {
    at.desk.console.pageSize = 2;
    fill(5);
    await at.listings.load(STAGING);
    expect(at.desk.progress).toEqual([
      { loaded: 2, total: 5 },
      { loaded: 4, total: 5 },
      { loaded: 5, total: 5 },
    ]);
  });

  it('throws when nothing was ever read', async () => {
    at.desk.console.block('keys', offline);
    await expect(at.listings.load(STAGING)).rejects.toBe(offline);
  });

  it('keeps the last good rows when it cannot read, with the reason and their age', async () => {
    fill(2);
    const good = await at.listings.load(STAGING);
    await at.desk.clock.pass(60_000);
    at.desk.console.block('keys', offline);
    const stale = await at.listings.load(STAGING);
    expect(stale).toEqual({ ...good, stale: offline.toShape() });
    expect(rowsOf(stale)).toHaveLength(2);
  });

  it('never gives out half a list', async () => {
    at.desk.console.pageSize = 2;
    fill(6);
    const good = await at.listings.load(STAGING);
    fill(7);
    const pages = at.desk.console.count('keys');
    at.desk.console.trouble = (call) =>
      call === 'keys' && at.desk.console.count('keys') === pages + 3
        ? { when: 'before', error: offline }
        : null;
    const stale = await at.listings.load(STAGING);
    expect(stale.listing).toBe(good.listing);
    expect(rowsOf(stale)).toHaveLength(6);
  });

  it('ends as cancelled when it is cancelled', async () => {
    at.desk.console.pageSize = 1;
    fill(3);
    at.desk.console.gate = () => {
      if (at.desk.console.count('keys') === 2) at.listings.cancel(STAGING);
      return null;
    };
    await expect(at.listings.load(STAGING)).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('gives up the older of two listings of one place, however late it ends', async () => {
    fill(1);
    const releases: (() => void)[] = [];
    at.desk.console.gate = (call) =>
      call === 'keys' ? new Promise((resolve) => releases.push(() => resolve())) : null;
    const first = at.listings.load(STAGING);
    await at.desk.clock.pass(1);
    const second = at.listings.load(STAGING);
    await at.desk.clock.pass(1);
    fill(2);
    releases[1]?.();
    const newer = await second;
    releases[0]?.();
    const older = await first;
    expect(older).toMatchObject({ listing: newer.listing, stale: { code: 'cancelled' } });
    expect(rowsOf(newer)).toHaveLength(1);
  });

  it('replaces a listing, whose pages are then gone', async () => {
    fill(1);
    const first = await at.listings.load(STAGING);
    const second = await at.listings.load(STAGING);
    expect(second.listing).not.toBe(first.listing);
    expect(() => at.listings.page(first.listing, 0)).toThrowError(
      expect.objectContaining({ code: 'not-found' }),
    );
    expect(() => at.listings.page(second.listing, 1)).toThrowError(
      expect.objectContaining({ code: 'not-found' }),
    );
  });

  it('forgets everything when it is cleared, and what is on its way too', async () => {
    fill(1);
    const kept = await at.listings.load(STAGING);
    let release = (): void => undefined;
    at.desk.console.gate = () => new Promise((resolve) => (release = resolve));
    const loading = at.listings.load(STAGING);
    await at.desk.clock.pass(1);
    at.listings.clear();
    release();
    await expect(loading).rejects.toMatchObject({ code: 'cancelled' });
    expect(() => at.listings.page(kept.listing, 0)).toThrow();
    expect(at.listings.find(keyAt('key-1'))).toBeUndefined();
  });

  it('asks one console for a bounded number of environments at a time', async () => {
    const places = Array.from({ length: 20 }, (_none, index) => `env-${index}`);
    at.desk.console.places = places.map((environmentId) => aPlace({ environmentId }));
    let now = 0;
    let most = 0;
    at.desk.console.gate = async (call) => {
      if (call !== 'keys') return;
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
    };
    await at.environments.list('acme');
    await Promise.all(places.map((environmentId) => at.listings.load({ consoleId: 'acme', environmentId })));
    expect(most).toBe(LISTINGS_AT_ONCE);
  });
});
