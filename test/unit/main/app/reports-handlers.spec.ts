import { beforeEach, describe, expect, it } from 'vitest';
import type { ComparisonView } from '@core/contract/comparisons';
import type { FileOffer, OpenOutcome } from '@core/contract/inventories';
import { fileOf, inventoryText } from '@test/support/inventory-file';
import { allWereCalled, CalledApp } from './called-app';

const PATH = '/home/ada/key.txt';

describe('every call that tells of inventories', () => {
  const app = new CalledApp();

  beforeEach(() => app.open());

  const opened = async (rows: number): Promise<string> => {
    const path = await fileOf(inventoryText(rows));
    const { fileId } = await app.call<FileOffer>('inventories.drop', { path });
    const outcome = await app.call<OpenOutcome>('inventories.open', { fileId });
    if (outcome.state !== 'open') throw new Error('It was not opened.');
    return outcome.inventory.inventoryId;
  };
  const side = (inventoryId: string) => ({ kind: 'inventory', inventoryId });
  const savedText = () => app.at.desk.files.saved.get(PATH)?.text;

  it('two inventories are compared, shown and saved, and no console is asked', async () => {
    const [older, newer] = [side(await opened(3)), side(await opened(6))];
    const view = await app.call<ComparisonView>('comparisons.compare', { older, newer });
    expect(view).toMatchObject({ unchanged: 3, rows: 3, pages: 1, left: [] });
    const { comparisonId } = view;
    const { json } = await app.call<{ json: string }>('comparisons.page', { comparisonId, page: 0 });
    expect(JSON.parse(json)).toMatchObject([3, 4, 5].map((at) => ({ after: { id: `key-${at}` } })));
    await app.call('comparisons.save', { comparisonId, format: 'csv' });
    expect(savedText()?.split('\r\n')).toHaveLength(5);
    await app.call('comparisons.save', { comparisonId, format: 'json' });
    expect(JSON.parse(savedText() ?? '')).toMatchObject({ format: 'keydesk-comparison', unchanged: 3 });
    await app.call('comparisons.cancel');
    expect(app.at.desk.console.calls).toEqual([]);
    await app.call('app.lock');
    await expect(app.call('comparisons.page', { comparisonId, page: 0 })).rejects.toThrow('Compare again');
  });

  it('an inventory is compared with what is there now; what cannot be asked is named with the reason', async () => {
    const older = side(await opened(2));
    const { left, places } = await app.call<ComparisonView>('comparisons.compare', {
      older,
      newer: { kind: 'live' },
    });
    expect(left.length + places.length).toBe(1);
    for (const { why } of left) expect(why).toMatch(/\.$/);
  });

  it('a report is written as a page and as a PDF, and the log tells of it', async () => {
    const inventoryId = await opened(2);
    expect(await app.call('reports.save', { inventoryId, format: 'html' })).toEqual({ path: PATH });
    expect(savedText()).toContain('API key inventory report');
    const length = savedText()?.length;
    await app.call('reports.save', { inventoryId, format: 'pdf' });
    expect(savedText()).toEqual(new TextEncoder().encode(`%PDF of ${length}`));
    await expect(app.call('reports.save', { inventoryId: 'other', format: 'pdf' })).rejects.toThrow();
  });

  allWereCalled(app, ['comparisons', 'reports']);
});
