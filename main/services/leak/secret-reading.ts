import { AppError } from '@core/domain/app-error';
import { mayMatch, type Wanted } from '@core/domain/leak/matching';
import type { VendorKey } from '@main/adapters/adapter';
import type { Place } from '@main/services/environment-service';
import type { Lanes } from '@main/services/lanes';
import type { ReadBound } from '@main/services/leak/read-bound';

/** What was read of an environment: secrets by key id, those that need not be read, and why the rest was not. */
export interface Reading {
  readonly secrets: Map<string, string>;
  /** Keys that end otherwise than anything that is looked for. */
  readonly ruledOut: Set<string>;
  why: string | null;
}

/** What reading needs. */
export interface ReadingParts {
  readonly lanes: Lanes;
  readonly bound: ReadBound;
  readonly wanted: Wanted;
  /** Keys to read whatever they end in. */
  readonly remembered: ReadonlySet<string>;
  readonly signal: AbortSignal;
  /** One more key is read. */
  readonly progress: () => void;
}

/** How many secrets of one environment a search asks for one by one. */
export const MOST_READ = 500;
const TOO_MANY = `Keydesk asks for at most ${MOST_READ} keys of an environment in one search.`;
const tooFast = (): AppError =>
  new AppError('rate-limited', 'Too many keys were read in this minute. Search again in a minute.');

/** Reads the secrets that a console shows, each compared and let go of by the caller; none leaves main. */
export async function readSecrets(
  place: Place,
  keys: readonly VendorKey[],
  parts: ReadingParts,
): Promise<Reading> {
  const reading: Reading = { secrets: new Map(), ruledOut: new Set(), why: null };
  const { shown } = place.traits.secret;
  if (keys.length === 0) return reading;
  if (shown === 'once') return { ...reading, why: 'The console never shows a key again.' };
  if (place.adapter.secrets !== undefined) return readAtOnce(place, parts, reading);
  const readable = keys.filter(({ readable }) => readable !== false);
  const wanted = readable.filter(({ id, hint }) => parts.remembered.has(id) || mayMatch(hint, parts.wanted));
  for (const { id } of readable) if (!wanted.some((each) => each.id === id)) reading.ruledOut.add(id);
  if (readable.length < keys.length) reading.why = 'Some keys are kept nowhere that Keydesk can read.';
  if (wanted.length > MOST_READ) reading.why = TOO_MANY;
  await readEach(place, wanted.slice(0, MOST_READ), parts, reading);
  return reading;
}

async function readAtOnce(place: Place, parts: ReadingParts, reading: Reading): Promise<Reading> {
  if (!parts.bound.take()) return { ...reading, why: tooFast().message };
  const all = await place.adapter.secrets?.(place.environment.environmentId, parts.signal);
  for (const { keyId, secret } of all ?? []) reading.secrets.set(keyId, secret);
  reading.why = 'Some keys have a value that the console does not show.';
  return reading;
}

/** Several at a time; the first that fails for a reason of the console ends it. */
async function readEach(
  place: Place,
  keys: readonly VendorKey[],
  parts: ReadingParts,
  reading: Reading,
): Promise<void> {
  const { lanes, bound, signal, progress } = parts;
  let ended = false;
  const readOne = async ({ id }: VendorKey): Promise<void> => {
    if (ended || signal.aborted) return;
    try {
      if (!bound.take()) throw tooFast();
      reading.secrets.set(id, await place.adapter.reveal(place.environment.environmentId, id));
      progress();
    } catch (error) {
      const why = notRead(error);
      if (why === null) return;
      ended = true;
      reading.why = why;
    }
  };
  await Promise.all(keys.map((key) => lanes.run(`${place.record.id}/secrets`, () => readOne(key))));
}

/** Why no more keys can be read; null where it was only this one, which is gone. What else fails is thrown. */
function notRead(error: unknown): string | null {
  if (!(error instanceof AppError)) throw error;
  if (error.code === 'not-found') return null;
  const ofAll = ['forbidden', 'rate-limited'].includes(error.code) || error.code.startsWith('keychain-');
  if (ofAll) return error.message;
  throw error;
}
