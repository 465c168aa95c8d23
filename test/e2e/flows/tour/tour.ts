import { activity } from './activity';
import { firstRun, lock, settings } from './consoles';
import { inventories } from './inventories';
import { changes, creation, details, end, endOfMany, everything, table } from './keys';
import { troubles, unclear } from './troubles';
import type { Tour } from './visit';

const PARTS = [
  firstRun,
  table,
  creation,
  details,
  changes,
  end,
  endOfMany,
  troubles,
  everything,
  unclear,
  activity,
  inventories,
  settings,
  lock,
];

/** Walks through everything the window can show, from the first start to the lock. */
export async function tour(given: Tour): Promise<void> {
  for (const part of PARTS) await part(given);
}
