import { beforeEach, describe, expect, it } from 'vitest';
import type { KeyPage } from '@main/adapters/adapter';
import { wholeListing } from '@main/services/bulk/whole-listing';
import type { Place } from '@main/services/environment-service';
import { STAGING, startedDesk } from '@test/support/key-desk';
import { aVendorKey } from '@test/support/vendor-records';

const key = (id: string) => aVendorKey({ id });
const pages = (...parts: [ids: string[], total: number | null][]): KeyPage[] =>
  parts.map(([ids, total]) => ({ keys: ids.map(key), total }));

describe('a listing whose silence is a proof', () => {
  let place: Place;
  const listing = (given: KeyPage[], shown = true, worth = 5) => {
    const adapter = {
      ...place.adapter,
      keys: async function* () {
        yield* given;
      },
      environments: async () => (shown ? place.adapter.environments() : []),
    };
    return wholeListing({ ...place, adapter }, worth);
  };

  beforeEach(async () => {
    place = await (await startedDesk()).environments.place(STAGING);
  });

  it('has every key by its id', async () => {
    const keys = await listing(pages([['a', 'b'], 3], [['c'], 3]));
    expect([...(keys?.keys() ?? [])]).toEqual(['a', 'b', 'c']);
    expect((await listing(pages([[], null])))?.size).toBe(0);
  });

  it('is of an environment that the console still shows', async () => {
    await expect(listing(pages([[], 0]), false)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('does not break off', async () => {
    await expect(listing(pages([['a', 'b'], 4], [['c'], 4]))).rejects.toMatchObject({ code: 'bad-answer' });
  });

  it('was not changed while it was read', async () => {
    await expect(listing(pages([['a', 'b'], 4], [['c'], 3]))).rejects.toMatchObject({ code: 'bad-answer' });
  });

  it('is not taken where asking for each key takes fewer requests', async () => {
    expect(await listing(pages([['a', 'b'], 100]), true, 5)).toBeNull();
    expect(await listing([], true, 1)).toBeNull();
  });
});
