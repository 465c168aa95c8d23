import { AppError } from '@core/domain/app-error';
import { INVENTORY_FORMAT, INVENTORY_LIMITS, INVENTORY_VERSION, InventoryHead } from '@core/domain/inventory';

const NONE = 'This file is no inventory that Keydesk wrote.';

/** What a file says before its keys; fails with `invalid-input` where that is no inventory, or one of a later version. */
export function inventoryHead(members: Readonly<Record<string, unknown>>): InventoryHead {
  const { format, version, count, places } = members;
  if (format !== INVENTORY_FORMAT) throw new AppError('invalid-input', NONE);
  if (typeof version === 'number' && version > INVENTORY_VERSION) throw later();
  if (isMore(count, INVENTORY_LIMITS.rows)) throw tooMany('keys', INVENTORY_LIMITS.rows);
  if (Array.isArray(places) && isMore(places.length, INVENTORY_LIMITS.places))
    throw tooMany('environments', INVENTORY_LIMITS.places);
  const { data, error } = InventoryHead.safeParse(members);
  if (data !== undefined) return data;
  const where = (error.issues[0]?.path ?? []).map(String).join('.').slice(0, 80);
  throw new AppError(
    'invalid-input',
    `${NONE} It says nothing sensible ${where === '' ? 'in front' : `as “${where}”`}.`,
  );
}

/** That there are more keys or environments than an inventory may have. */
export const tooMany = (what: string, most: number): AppError =>
  new AppError(
    'invalid-input',
    `This file has more than the ${most.toLocaleString('en-US')} ${what} that an inventory may have.`,
  );

const isMore = (value: unknown, most: number): boolean => typeof value === 'number' && value > most;

const later = (): AppError =>
  new AppError(
    'invalid-input',
    'This inventory was written by a later version of Keydesk. Update Keydesk to open it.',
  );
