import { AppError } from '@core/domain/app-error';
import type { KeyPage, VendorKey } from '@main/adapters/adapter';
import type { Place } from '@main/services/environment-service';
import { mustBeListed } from '@main/services/findings';

/** All keys of an environment by id. */
export type WholeListing = ReadonlyMap<string, VendorKey>;

/**
 * Every key of an environment in one listing whose silence is a proof: complete, unchanged from its first page to its
 * last, of an environment that the console still shows. Throws where it is not; null where asking for `worth` keys
 * one by one takes fewer requests.
 */
export async function wholeListing(place: Place, worth: number): Promise<WholeListing | null> {
  if (worth < 2) return null;
  const { environmentId } = place.environment;
  const keys = new Map<string, VendorKey>();
  const totals = new Set<number | null>();
  for await (const page of place.adapter.keys(environmentId)) {
    for (const key of page.keys) keys.set(key.id, key);
    totals.add(page.total);
    if (pagesToCome(page, keys.size) > worth) return null;
  }
  const [total = null] = totals;
  // SECURITY: a list that somebody changed between two pages, or that breaks off, may lack a key that lives.
  if (totals.size > 1 || (total !== null && keys.size < total)) throw changed();
  await mustBeListed(place, { environmentId });
  return keys;
}

const pagesToCome = ({ keys, total }: KeyPage, read: number): number =>
  total === null || keys.length === 0 ? 0 : Math.ceil((total - read) / keys.length);

const changed = (): AppError =>
  new AppError(
    'bad-answer',
    'The list of the console changed while it was read, so that nothing is proved by it.',
  );
