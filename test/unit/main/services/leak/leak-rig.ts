import type { SearchReport, SearchRow } from '@core/domain/leak/search';
import type { VendorId } from '@core/domain/vendor';
import { nodeCrypto } from '@main/node-crypto';
import { LeakSearch } from '@main/services/leak/leak-search';
import type { SavedInventory } from '@main/services/leak/saved-search';
import { startedDesk } from '@test/support/key-desk';

/** A desk with one console of a vendor, and a search over it. */
export async function leakRig(vendor: VendorId = 'qodly') {
  const { desk, ...services } = await startedDesk(vendor);
  const told: SearchRow[] = [];
  const saved: SavedInventory[] = [];
  const { consoles, environments, fingerprints } = services;
  const leak = new LeakSearch({
    consoles,
    environments,
    fingerprints,
    clipboard: desk.clipboard,
    clock: desk.clock,
    crypto: nodeCrypto,
    log: desk.log,
    saved: () => saved,
    progress: (_searchId, rows) => void told.push(...rows),
  });
  /** Takes a text in and searches for it. */
  const find = (text: string): Promise<SearchReport> => leak.search(leak.submit(text).searchId);
  /** The only environment there is. */
  const row = async (text: string): Promise<SearchRow> => {
    const { rows } = await find(text);
    if (rows[0] === undefined || rows.length > 1) throw new Error(`There are ${rows.length} rows.`);
    return rows[0];
  };
  return { desk, ...services, leak, told, saved, find, row };
}

/** See `leakRig`. */
export type LeakRig = Awaited<ReturnType<typeof leakRig>>;
