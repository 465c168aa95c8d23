import type { FoundKey, PlaceVerdict, SearchRow } from '@core/domain/leak/search';
import { matchFacts, matchRemembered, matchSaved, type Match, type Wanted } from '@core/domain/leak/matching';
import { asSha256 } from '@core/domain/leak/shapes';
import type { ReadHead } from '@core/domain/inventory-reading';
import type { InventoryKey } from '@core/domain/inventory';
import type { Crypto } from '@main/ports';
import type { FingerprintService } from '@main/services/fingerprint-service';

/** An inventory that is open here. */
export interface SavedInventory {
  readonly inventoryId: string;
  readonly fileName: string;
  readonly head: Pick<ReadHead, 'exportedAt' | 'fingerprintKey' | 'places'>;
  keys(): Promise<readonly InventoryKey[]>;
}

/** What saved inventories are searched with. */
export interface SavedSearchParts {
  readonly wanted: Wanted;
  readonly fingerprints: Pick<FingerprintService, 'keyMark' | 'printOf'>;
  readonly crypto: Pick<Crypto, 'sha256'>;
}

/** Stands for the console of keys that are in a file: none that is here, so that nothing is ever sent for them. */
const SAVED = 'saved';

const REASONS = {
  none: 'This file holds no fingerprints, so only identifiers, names and hints were compared.',
  foreign:
    'Its fingerprints were made by another Keydesk and cannot be compared here; identifiers, names and hints were.',
  locked:
    'The keychain cannot be read now, so its fingerprints were not compared. Unlock it and search again.',
} as const;

/** Searches the inventories that are open; they are files, so nothing is asked of anybody. */
export async function searchFiles({
  saved,
  ...parts
}: SavedSearchParts & { readonly saved?: () => readonly SavedInventory[] }): Promise<SearchRow[]> {
  // One that was closed meanwhile is not searched.
  const found = (saved?.() ?? []).map((file) => searchFile(file, parts).catch(() => []));
  return (await Promise.all(found)).flat();
}

async function searchFile(file: SavedInventory, parts: SavedSearchParts): Promise<SearchRow[]> {
  const why = await obstacle(file.head, parts);
  const prints = why === null ? await wantedPrints(parts) : new Map<string, Match>();
  const keys = await file.keys();
  const places = file.head.places.map((): InventoryKey[] => []);
  for (const key of keys) places[key.place]?.push(key);
  return places.map((own, index) => rowOf(file, index, { own, prints, why, wanted: parts.wanted }));
}

async function obstacle(
  { fingerprintKey }: SavedInventory['head'],
  { fingerprints }: SavedSearchParts,
): Promise<string | null> {
  if (fingerprintKey === undefined) return REASONS.none;
  const mark = await fingerprints.keyMark().catch(() => null);
  if (mark === null) return REASONS.locked;
  return mark === fingerprintKey ? null : REASONS.foreign;
}

/** Fingerprints of everything that was pasted, with what a key with one of them is. */
async function wantedPrints({ wanted, fingerprints, crypto }: SavedSearchParts): Promise<Map<string, Match>> {
  const prints = new Map<string, Match>();
  const add = async (sha256: string, match: Match): Promise<void> => {
    const print = await fingerprints.printOf(sha256);
    if (print !== null) prints.set(print, match);
  };
  for (const { value } of wanted.candidates) {
    const hash = asSha256(value);
    if (hash !== null) await add(hash, matchRemembered(true));
    await add(crypto.sha256(value), matchSaved);
  }
  return prints;
}

interface PlaceSearch {
  readonly own: readonly InventoryKey[];
  readonly prints: ReadonlyMap<string, Match>;
  readonly why: string | null;
  readonly wanted: Wanted;
}

function rowOf(file: SavedInventory, index: number, { own, prints, why, wanted }: PlaceSearch): SearchRow {
  const place = file.head.places[index];
  if (place === undefined) throw new Error('There is no such place.');
  const environment = { consoleId: SAVED, environmentId: `${file.inventoryId}.${index}` };
  const keys = own.flatMap((key): FoundKey[] => {
    const match = prints.get(key.fingerprint ?? '') ?? matchFacts(key, wanted);
    if (match === null) return [];
    const { place: _place, fingerprint: _fingerprint, ...facts } = key;
    return [{ key: { ...facts, ...environment }, ...match, listed: true, provable: false }];
  });
  const compared = why === null ? own.filter(({ fingerprint }) => fingerprint !== undefined).length : 0;
  const told =
    why ?? (compared < own.length ? REASONS.none.replace('This file holds no', 'Some keys have no') : null);
  return {
    environment,
    environmentName: place.environment.name,
    consoleName: `${place.console.label}, saved inventory ${file.fileName} of ${dateOf(file)}`,
    vendor: place.console.vendor,
    production: place.environment.production,
    saved: true,
    verdict: verdictOf(keys, compared, own.length, wanted),
    ...(told !== null && { why: told }),
    keys,
    compared,
    total: own.length,
  };
}

function verdictOf(
  keys: readonly FoundKey[],
  compared: number,
  total: number,
  { pieces }: Wanted,
): PlaceVerdict {
  if (keys.some(({ verdict }) => verdict === 'exact')) return 'exact';
  if (keys.length > 0) return 'probable';
  if (compared === total && !pieces) return 'none';
  return compared === 0 ? 'not-searchable' : 'partly';
}

const dateOf = ({ head }: SavedInventory): string => head.exportedAt?.slice(0, 10) ?? 'an unknown day';
