import fc from 'fast-check';
import {
  INVENTORY_FORMAT,
  type Inventory,
  type InventoryKey,
  type InventoryPlace,
} from '@core/domain/inventory';
import { toInstant } from '@core/domain/instant';
import { INVENTORY_FACTS } from '@core/text/inventory-columns';
import { hostile } from './hostile-text';

/** Texts that are there: an empty one is the same as none. */
const text = fc
  .oneof(hostile, fc.constantFrom('any', 'none', '=1+1', 'a; b', '\\', ';', 'say "no"\r\n'))
  .filter((made) => made !== '' && !/\p{Surrogate}/u.test(made));
const instant = fc.integer({ min: 0, max: 4_000_000_000_000 }).map(toInstant);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const texts = fc.array(fc.oneof(text, fc.constant('')), { maxLength: 4 });
const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });

const place = fc.record({
  console: fc.record({
    id: fc.constantFrom('acme', 'c-2'),
    label: text,
    vendor: fc.constantFrom('qodly', 'mia', 'cloudmc', 'qwilt'),
    origin: fc.constantFrom('', 'practice', 'https://console.example:8443'),
  }),
  environment: fc.record({
    id: fc.string({ minLength: 1, maxLength: 20 }),
    name: text,
    parent: maybe(text),
    variant: text,
    production: fc.boolean(),
    maxValidityDays: fc.option(fc.integer({ min: 1, max: 4_000 })),
    endpoint: maybe(text),
  }),
  asOf: instant,
  stale: maybe(fc.constant(true)),
  notKept: fc.subarray([...INVENTORY_FACTS]),
});

const key = fc.record({
  id: fc.string({ minLength: 1, maxLength: 30 }),
  name: fc.oneof(text, fc.constant('')),
  description: maybe(text),
  type: fc.constantFrom(null, 'standard', 'administration'),
  role: fc.option(text),
  active: fc.constantFrom(null, true, false),
  createdAt: maybe(instant),
  createdBy: maybe(text),
  expiresAt: maybe(fc.oneof(instant, fc.constantFrom('never', 'unknown'))),
  allowedHosts: maybe(fc.oneof(fc.constant('any'), texts)),
  lastUsedAt: maybe(fc.oneof(instant, fc.constant('never'))),
  lastUsedIp: maybe(text),
  hint: maybe(text),
  deployed: maybe(fc.constantFrom('live', 'saved', 'unknown')),
  usedBy: maybe(texts),
  weakSecret: maybe(fc.constant(true)),
  signsIn: maybe(fc.constantFrom('yes', 'perhaps')),
  activatesAt: maybe(instant),
  revokedAt: maybe(instant),
  fingerprint: maybe(hex),
});

/** Without the members that are undefined. */
const said = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

function inventoryOf(places: object[], perPlace: object[][]): Inventory {
  const keys = perPlace
    .slice(0, places.length)
    .flatMap((some, at) => some.map((one) => ({ place: at, ...one })));
  return said({
    format: INVENTORY_FORMAT,
    version: 1,
    keydesk: '0.1.0',
    exportedAt: toInstant(0),
    exportedBy: 'Ada, "the" =admin',
    fingerprints: true,
    fingerprintKey: '0123456789abcdef',
    count: keys.length,
    // No two are the same.
    places: places.map((each, at) => ({ ...each, asOf: toInstant(at) })) as InventoryPlace[],
    keys: keys as InventoryKey[],
  });
}

/** Inventories with everything in them that can be, hostile texts too; keys stand place by place. */
export const anyInventory = fc
  .tuple(
    fc.array(place, { minLength: 1, maxLength: 4 }),
    fc.array(fc.array(key, { maxLength: 6 }), { minLength: 4, maxLength: 4 }),
  )
  .map(([places, perPlace]) => inventoryOf(places, perPlace));

/** One inventory with so many keys, made of a few hundred generated ones. */
export function largeInventory(rows: number): Inventory {
  const some = fc.sample(key, { numRuns: 400, seed: 7 });
  const keys = Array.from({ length: rows }, (_, at) => ({ ...some[at % some.length], id: `key-${at}` }));
  const half = Math.ceil(rows / 2);
  return inventoryOf(fc.sample(place, { numRuns: 2, seed: 7 }), [keys.slice(0, half), keys.slice(half)]);
}
