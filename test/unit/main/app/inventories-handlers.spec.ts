import { beforeEach, describe, expect, it } from 'vitest';
import type { FileOffer, OpenOutcome } from '@core/contract/inventories';
import type { InventoryKey, OpenInventory } from '@core/domain/inventory';
import { fileOf, inventoryText } from '@test/support/inventory-file';
import { allWereCalled, CalledApp } from './called-app';

describe('every call about opened files', () => {
  const app = new CalledApp();

  beforeEach(() => app.open());

  const list = () => app.call<OpenInventory[]>('inventories.list');

  it('a chosen file is opened, read page by page, listed and closed, and nothing is sent', async () => {
    app.at.desk.dialogs.opens = await fileOf(inventoryText(2_001));
    const offer = await app.call<FileOffer>('inventories.choose');
    expect(offer).toMatchObject({ fileName: 'keys.keydesk', kind: 'inventory' });
    const outcome = await app.call<OpenOutcome>('inventories.open', { fileId: offer.fileId });
    if (outcome.state !== 'open') throw new Error('It was not opened.');
    const { inventoryId, pages } = outcome.inventory;
    expect(outcome.inventory).toMatchObject({
      rows: 2_001,
      signature: { state: 'unsigned' },
      exportedBy: 'ada',
    });
    const keys: InventoryKey[] = [];
    for (let page = 0; page < pages; page += 1) {
      const { json } = await app.call<{ json: string }>('inventories.page', { inventoryId, page });
      keys.push(...(JSON.parse(json) as InventoryKey[]));
    }
    expect(keys.map(({ id }) => id)).toEqual(Array.from({ length: 2_001 }, (_, index) => `key-${index}`));
    expect(await list()).toEqual([outcome.inventory]);
    expect(app.at.count('openProgress')).toBeGreaterThan(2);
    await app.call('inventories.close', { inventoryId });
    expect(await list()).toEqual([]);
    await expect(app.call('inventories.page', { inventoryId, page: 0 })).rejects.toThrow('no longer open');
    expect(app.at.desk.console.calls).toEqual([]);
  });

  it('a dropped file is offered by its name, and no other', async () => {
    expect(await app.call('inventories.drop', { path: '/home/ada/a.keydesk-plan' })).toMatchObject({
      kind: 'plan',
    });
    expect(await app.call('inventories.drop', { path: '/home/ada/A.CSV' })).toMatchObject({ kind: 'csv' });
    await expect(app.call('inventories.drop', { path: '/home/ada/.ssh/id_ed25519' })).rejects.toThrow(
      '.keydesk',
    );
  });

  it('what was handed over from outside is told of once', async () => {
    app.offer('/home/ada/one.keydesk');
    app.offer('/etc/passwd');
    expect(app.at.count('fileOffered')).toBe(1);
    expect(await app.call('inventories.offered')).toMatchObject([{ fileName: 'one.keydesk' }]);
    expect(await app.call('inventories.offered')).toEqual([]);
  });

  it('a file whose reading is ended is not opened', async () => {
    const { fileId } = await app.call<FileOffer>('inventories.drop', {
      path: await fileOf(inventoryText(3)),
    });
    const opening = expect(app.call('inventories.open', { fileId })).rejects.toMatchObject({
      code: 'cancelled',
    });
    await app.call('inventories.cancel', { fileId });
    await opening;
    expect(await list()).toEqual([]);
  });

  it('an open inventory is saved again', async () => {
    const { fileId } = await app.call<FileOffer>('inventories.drop', {
      path: await fileOf(inventoryText(3)),
    });
    const outcome = await app.call<OpenOutcome>('inventories.open', { fileId });
    if (outcome.state !== 'open') throw new Error('It was not opened.');
    const { inventoryId } = outcome.inventory;
    const saved = await app.call('inventories.saveAs', { inventoryId, format: 'json' });
    expect(saved).toMatchObject({ keys: 3, places: 1, signed: true, left: [] });
    const [{ text } = { text: '' }] = app.at.desk.files.saved.values();
    expect(JSON.parse(text)).toMatchObject(JSON.parse(inventoryText(3)) as object);
    app.at.desk.dialogs.saveAs = null;
    expect(await app.call('inventories.saveAs', { inventoryId, format: 'csv' })).toBeNull();
  });

  allWereCalled(app, ['inventories']);
});
