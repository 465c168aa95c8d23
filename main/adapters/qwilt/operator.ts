import { AppError } from '@core/domain/app-error';
import type { Operator } from '@core/domain/console';
import type { VendorKey } from '@main/adapters/adapter';
import type { Place } from './organizations';

/** What was found of one organization: its keys, or why they cannot be seen. */
type Sight = { readonly keys: readonly VendorKey[] } | { readonly error: AppError };

type ListKeys = (place: Place) => Promise<readonly VendorKey[]>;

async function sightOf(place: Place, list: ListKeys): Promise<Sight> {
  try {
    return { keys: await list(place) };
  } catch (error) {
    if (error instanceof AppError) return { error };
    throw error;
  }
}

/**
 * Who signed in, and whether the keys of at least one organization can be seen; a note says what cannot. Throws
 * where there is no organization that lets the operator in at all.
 */
export async function describeOperator(
  places: readonly Place[],
  userName: string | null,
  list: ListKeys,
): Promise<Operator> {
  const sights = await Promise.all(places.map((place) => sightOf(place, list)));
  const failed = sights.flatMap((sight) => ('error' in sight ? [sight.error] : []));
  const [fatal] = failed;
  if (fatal !== undefined && !sights.some(letsIn)) throw fatal;
  const place = places.find((_place, at) => letsIn(sights[at]));
  const { email } = (await place?.access.claims()) ?? {};
  const own = sights
    .flatMap((sight) => ('keys' in sight ? sight.keys : []))
    .find(({ signsIn }) => signsIn === 'yes');
  const note = noteOf(sights, places);
  return {
    name: userName ?? (own === undefined ? 'API key' : `API key "${own.name}"`),
    ...(email !== undefined && { email }),
    canWrite: failed.length < sights.length && own?.role !== 'Viewer',
    canReveal: false,
    ...(note !== null && { note }),
  };
}

/** A user who may not see keys is signed in all the same. */
const letsIn = (sight: Sight | undefined): boolean =>
  sight !== undefined && (!('error' in sight) || sight.error.code === 'forbidden');

function noteOf(sights: readonly Sight[], places: readonly Place[]): string | null {
  const troubles = sights.flatMap((sight, at) =>
    'error' in sight ? [`${places[at]?.name ?? 'The organization'}: ${sight.error.message}`] : [],
  );
  return troubles.length === 0 ? null : troubles.join(' ');
}
