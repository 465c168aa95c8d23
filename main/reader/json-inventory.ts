import { AppError } from '@core/domain/app-error';
import { INVENTORY_LIMITS, type InventoryHead } from '@core/domain/inventory';
import { PAGE_ROWS } from '@core/domain/inventory-reading';
import { inventoryHead, tooMany } from './inventory-head';
import { JsonWalk, type Range } from './json-walk';
import { KeyCheck } from './key-check';

/** A key or a place takes no more bytes, whatever lists it has. */
const LONGEST_ENTRY = 256 * 1024;

/** What is found in a file, one after the other. */
export type Found =
  | { readonly head: InventoryHead }
  /** `at`: up to which byte the file was read. */
  | { readonly json: string; readonly at: number };

/** Reads an inventory in JSON: its head, then its keys in pages. Fails with `invalid-input` that names the line. */
export function* jsonInventory(bytes: Buffer): Generator<Found> {
  const walk = new JsonWalk(bytes);
  const members: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  let keys = false;
  walk.take('{');
  do {
    const name = walk.name();
    if (name in members || (keys && name !== 'signature'))
      throw walk.broken(`has a “${name.slice(0, 40)}” too many`);
    keys ||= name === 'keys';
    if (name === 'keys') yield* keysOf(walk, inventoryHead(members));
    members[name] = name === 'keys' || memberOf(walk, name);
  } while (walk.take(',}') === ',');
  if (walk.peek() !== '') throw walk.broken('stands behind the end');
  if (!keys) inventoryHead(members);
  if (!keys) throw new AppError('invalid-input', 'This inventory has no list of keys.');
}

function memberOf(walk: JsonWalk, name: string): unknown {
  if (name !== 'places') return parsed(walk, walk.value(LONGEST_ENTRY));
  const places: unknown[] = [];
  for (const [from, to] of entries(walk, INVENTORY_LIMITS.places, 'environments'))
    places.push(parsed(walk, [from, to]));
  return places;
}

function* keysOf(walk: JsonWalk, head: InventoryHead): Generator<Found> {
  yield { head };
  const check = new KeyCheck(head.places.length);
  let starts: number[] = [];
  let end = 0;
  let rows = 0;
  const page = (): Found => {
    const json = `[${walk.text([starts[0] ?? end, end])}]`;
    const lineOf = (index: number): number => walk.lineAt(starts[index] ?? 0);
    const names = walk.names;
    walk.names = 0;
    const keys = walk.read(json, starts[0] ?? end) as unknown[];
    // SECURITY: what was checked is all that the text says; of a name that it gives twice the check saw one.
    if (check.take(keys, lineOf) !== names) throw twice(walk, starts[0] ?? end);
    starts = [];
    return { json, at: end };
  };
  for (const [from, to] of entries(walk, INVENTORY_LIMITS.rows, 'keys')) {
    starts.push(from);
    end = to;
    rows += 1;
    if (starts.length === PAGE_ROWS) yield page();
  }
  if (starts.length > 0) yield page();
  if (rows !== head.count) throw wrongCount(head.count, rows);
}

/** The values of a list, without looking into them. */
function* entries(walk: JsonWalk, most: number, what: string): Generator<Range> {
  walk.take('[');
  if (walk.peek() === ']') return void walk.take(']');
  let count = 0;
  do {
    if ((count += 1) > most) throw tooMany(what, most);
    yield walk.value(LONGEST_ENTRY);
  } while (walk.take(',]') === ',');
}

function parsed(walk: JsonWalk, range: Range): unknown {
  const names = walk.names;
  walk.names = 0;
  const value = walk.read(walk.text(range), range[0]);
  if (namesIn(value) !== names) throw twice(walk, range[0]);
  return value;
}

const twice = (walk: JsonWalk, at: number): AppError =>
  walk.broken('or one that follows soon gives the same name twice', at);

/** How many members there are, in lists and in each other too. */
function namesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.values(value);
  let count = Array.isArray(value) ? 0 : inside.length;
  for (const each of inside) if (typeof each === 'object') count += namesIn(each);
  return count;
}

const wrongCount = (said: number, found: number): AppError =>
  new AppError(
    'invalid-input',
    `This inventory says that it has ${said} keys, but ${found} are in it. It is not complete, or was changed.`,
  );
