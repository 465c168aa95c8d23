import { beforeEach, describe, expect, it } from 'vitest';
import type { InventoryKey } from '@core/domain/inventory';
import { nodeCrypto } from '@main/node-crypto';
import { A_PLACE, anInventoryKey } from '@test/support/inventory-file';
import { leakRig, type LeakRig } from './leak-rig';

const SECRET = 'secret-of-key-1';
const ID = '6f2d3c1e-8f4b-4e53-9f0a-2f6a0e3f7a11';

let rig: LeakRig;

describe('a search in saved inventories that are open', () => {
  beforeEach(async () => {
    rig = await leakRig();
  });

  const print = async (): Promise<string> =>
    (await rig.fingerprints.printOf(nodeCrypto.sha256(SECRET))) ?? '';

  const open = (keys: InventoryKey[], fingerprintKey?: string | null): void =>
    void rig.saved.push({
      inventoryId: 'i',
      fileName: 'team.keydesk',
      head: {
        exportedAt: '2026-01-02T00:00:00.000Z',
        places: [A_PLACE],
        ...(typeof fingerprintKey === 'string' && { fingerprintKey }),
      },
      keys: async () => keys,
    });

  const found = async (text: string) => {
    const { searchId } = rig.leak.submit(text);
    const { rows } = await rig.leak.search(searchId);
    return { row: rows.find(({ saved }) => saved === true), searchId };
  };

  it('finds a key by its fingerprint, says in which file, and offers it to nobody to stop', async () => {
    open([anInventoryKey(1, { fingerprint: await print() })], await rig.fingerprints.keyMark());
    const { row, searchId } = await found(SECRET);
    expect(row).toMatchObject({ verdict: 'exact', keys: [{ key: { id: 'key-1' }, provable: false }] });
    expect(row?.consoleName).toBe('Acme Qodly, saved inventory team.keydesk of 2026-01-02');
    expect(JSON.stringify(row)).not.toContain(await print());
    expect(rig.leak.findings(searchId).report.rows.filter(({ saved }) => saved === true)).toEqual([]);
    expect((await found('api-key: another-1')).row).toMatchObject({ verdict: 'none', compared: 1 });
  });

  it.each([
    ['of another Keydesk', 'f'.repeat(16), 'another Keydesk'],
    ['that are not there', null, 'no fingerprints'],
  ])('says that it cannot compare fingerprints %s, and still knows ids', async (_case, mark, why) => {
    open([anInventoryKey(1, { id: ID, fingerprint: await print() })], mark);
    expect((await found(SECRET)).row).toMatchObject({ verdict: 'not-searchable' });
    expect((await found(SECRET)).row?.why).toContain(why);
    expect((await found(ID)).row).toMatchObject({ verdict: 'probable' });
  });
});
