import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FileOffer, OpenOutcome } from '@core/contract/inventories';
import type { OpenReview } from '@core/contract/reviews';
import { Review } from '@core/domain/review';
import { fileOf, inventoryText } from '@test/support/inventory-file';
import { daysFromNow } from '@test/support/builders';
import { allWereCalled, CalledApp } from './called-app';

describe('every call about reviews', () => {
  const app = new CalledApp();
  beforeEach(() => app.open());

  it('what is decided is saved beside the file, and done when it is called so', async () => {
    const path = await fileOf(inventoryText(3));
    const { fileId } = await app.call<FileOffer>('inventories.drop', { path });
    const outcome = await app.call<OpenOutcome>('inventories.open', { fileId });
    if (outcome.state !== 'open') throw new Error('It was not opened.');
    const { inventoryId, sha256 } = outcome.inventory;
    expect(await app.call<OpenReview>('reviews.open', { inventoryId })).toMatchObject({
      person: 'ada',
      json: '[]',
    });
    const entry = { row: 2, decision: 'revoke', at: daysFromNow(0), by: 'Grace' };
    await app.call('reviews.put', { inventoryId, entries: [entry] });
    await app.call('reviews.finish', { inventoryId, by: 'Grace' });
    const kept = Review.parse(JSON.parse(await readFile(`${path}.keydesk-review`, 'utf8')));
    expect(kept).toMatchObject({ inventory: { sha256 }, entries: [entry], finished: { by: 'Grace' } });
    expect(app.at.count('reviewSaved')).toBe(1);
  });

  allWereCalled(app, ['reviews']);
});
