import type { KeyRef } from '@core/domain/api-key';
import type { FoundKey, SearchRow } from '@core/domain/leak/search';
import {
  matchFacts,
  matchRemembered,
  matchSecret,
  type Match,
  type Wanted,
} from '@core/domain/leak/matching';
import type { VendorKey } from '@main/adapters/adapter';
import type { Crypto } from '@main/ports';
import type { Place } from '@main/services/environment-service';
import type { FingerprintService } from '@main/services/fingerprint-service';
import type { Lanes } from '@main/services/lanes';
import type { ReadBound } from '@main/services/leak/read-bound';
import { readSecrets, type Reading } from '@main/services/leak/secret-reading';

/** A key that fingerprints name, with what was pasted for it: null where that was only its hash. */
export interface Remembered {
  readonly key: KeyRef;
  readonly secret: string | null;
}

/** What every environment of a search is searched with. */
export interface PlaceSearchParts {
  readonly wanted: Wanted;
  readonly fingerprints: FingerprintService;
  readonly lanes: Lanes;
  readonly bound: ReadBound;
  readonly crypto: Pick<Crypto, 'sha256'>;
  readonly signal: AbortSignal;
  readonly progress: (compared: number, total: number) => void;
}

/** The end of one environment's row, and the secrets of what was found, which stay in main. */
export interface PlaceFinding extends Pick<SearchRow, 'verdict' | 'why' | 'keys' | 'compared' | 'total'> {
  readonly secrets: ReadonlyMap<string, string>;
}

/** Searches one environment. Errors are those of its console. */
export async function searchPlace(
  place: Place,
  remembered: readonly Remembered[],
  parts: PlaceSearchParts,
): Promise<PlaceFinding> {
  const keys = await listed(place, parts);
  const reading = await read(place, keys, remembered, parts);
  const known = await knownKeys(place, parts);
  const findings = keys.flatMap((key) => findingOf(key, reading, remembered, parts) ?? []);
  const gone = remembered.filter(({ key }) => !keys.some(({ id }) => id === key.keyId));
  const all = [...findings, ...gone.map(goneKey)];
  const unread = keys.filter(
    ({ id }) => !reading.secrets.has(id) && !reading.ruledOut.has(id) && !known.has(id),
  );
  const locked = !(await isAvailable(parts.fingerprints));
  return {
    ...verdictOf(all, { unread: unread.length, keys: keys.length, why: reading.why, locked }),
    keys: all.map((finding) => foundKey(finding, place)),
    compared: keys.length - unread.length,
    total: keys.length,
    secrets: new Map(all.flatMap(({ key, secret }) => (secret === null ? [] : [[key.id, secret] as const]))),
  };
}

interface Finding {
  readonly key: VendorKey;
  readonly match: Match;
  readonly listed: boolean;
  /** Null where main does not hold it. */
  readonly secret: string | null;
}

const refOf = ({ record, environment }: Place) => ({
  consoleId: record.id,
  environmentId: environment.environmentId,
});

/** Keys that fingerprints would have told; of a piece of a key they tell nothing. */
function knownKeys(place: Place, { wanted, fingerprints }: PlaceSearchParts): Promise<ReadonlySet<string>> {
  const none = new Set<string>();
  return wanted.pieces ? Promise.resolve(none) : fingerprints.known(refOf(place)).catch(() => none);
}

async function listed(place: Place, { signal, progress }: PlaceSearchParts): Promise<VendorKey[]> {
  const keys: VendorKey[] = [];
  for await (const page of place.adapter.keys(place.environment.environmentId, signal)) {
    keys.push(...page.keys);
    progress(0, Math.max(keys.length, page.total ?? 0));
  }
  return keys;
}

async function read(
  place: Place,
  keys: readonly VendorKey[],
  remembered: readonly Remembered[],
  parts: PlaceSearchParts,
): Promise<Reading> {
  let compared = 0;
  const reading = await readSecrets(place, keys, {
    ...parts,
    remembered: new Set(remembered.map(({ key }) => key.keyId)),
    progress: () => parts.progress((compared += 1), keys.length),
  });
  // What was read can be recognised later, also where the console is gone by then.
  for (const [keyId, secret] of reading.secrets)
    void parts.fingerprints.remember(secret, { ...refOf(place), keyId });
  return reading;
}

/** What was read just now decides; what is remembered may be of an earlier secret. */
function findingOf(
  key: VendorKey,
  { secrets }: Reading,
  remembered: readonly Remembered[],
  { wanted, crypto }: PlaceSearchParts,
): Finding | null {
  const secret = secrets.get(key.id);
  if (secret !== undefined) {
    const match = matchSecret(secret, crypto.sha256(secret), wanted) ?? matchFacts(withoutHint(key), wanted);
    return match && { key, match, listed: key.revokedAt === undefined, secret };
  }
  const memory = remembered.find(({ key: { keyId } }) => keyId === key.id);
  const match = memory ? matchRemembered(memory.secret === null) : matchFacts(key, wanted);
  return match && { key, match, listed: key.revokedAt === undefined, secret: memory?.secret ?? null };
}

/** Its secret was compared, so its end says nothing more. */
const withoutHint = ({ id, name }: VendorKey): Pick<VendorKey, 'id' | 'name'> => ({ id, name });

/** A key that only Keydesk remembers. */
export const goneKey = ({ key: { keyId }, secret }: Remembered): Finding => ({
  key: { id: keyId, name: keyId, type: null, role: null, active: null },
  match: matchRemembered(secret === null),
  listed: false,
  secret,
});

/** A finding as the window may see it. */
export function foundKey({ key, match, listed, secret }: Finding, place: Place): FoundKey {
  const tryable = !place.vendor.endpointByOperator || place.environment.endpoint !== undefined;
  return { key: { ...key, ...refOf(place) }, ...match, listed, provable: secret !== null && tryable };
}

const LOCKED =
  'The keychain cannot be read now, so nothing could be compared with what Keydesk remembers. Unlock it and search again.';

function verdictOf(
  findings: readonly Finding[],
  { unread, keys, why, locked }: { unread: number; keys: number; why: string | null; locked: boolean },
): Pick<PlaceFinding, 'verdict' | 'why'> {
  const reasons = [unread > 0 ? why : null, locked ? LOCKED : null].filter((each) => each !== null);
  const told = reasons.length === 0 ? {} : { why: reasons.join(' ') };
  if (findings.some(({ match }) => match.verdict === 'exact')) return { verdict: 'exact', ...told };
  if (findings.length > 0) return { verdict: 'probable', ...told };
  if (unread > 0 && unread === keys) return { verdict: 'not-searchable', ...told };
  return unread > 0 || locked ? { verdict: 'partly', ...told } : { verdict: 'none' };
}

const isAvailable = (fingerprints: FingerprintService): Promise<boolean> =>
  fingerprints.available().catch(() => false);
