import { INVENTORY_LIMITS, type InventoryKey } from '@core/domain/inventory';

type Fits = (value: unknown) => boolean;

const text: Fits = (value) => typeof value === 'string' && value.length <= INVENTORY_LIMITS.field;
const id: Fits = (value) => typeof value === 'string' && value.length > 0 && value.length <= 200;
const texts: Fits = (value) => Array.isArray(value) && value.every(text);
const MOMENT =
  /^\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const moment: Fits = (value) => typeof value === 'string' && MOMENT.test(value);
const oneOf =
  (...values: readonly unknown[]): Fits =>
  (value) =>
    values.includes(value);
const either =
  (one: Fits, other: Fits): Fits =>
  (value) =>
    one(value) || other(value);

/** What facts look like as a rule. Exactly those of a key: one that is added there has to be added here. */
const RULES: Readonly<Record<keyof InventoryKey, Fits>> = {
  place: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0,
  id,
  name: text,
  description: text,
  type: oneOf(null, 'standard', 'administration'),
  role: either(oneOf(null), text),
  active: oneOf(null, true, false),
  createdAt: moment,
  createdBy: text,
  expiresAt: either(moment, oneOf('never', 'unknown')),
  allowedHosts: either(oneOf('any'), texts),
  lastUsedAt: either(moment, oneOf('never')),
  lastUsedIp: text,
  hint: text,
  deployed: oneOf('live', 'saved', 'unknown'),
  usedBy: texts,
  weakSecret: oneOf(true),
  signsIn: oneOf('yes', 'perhaps'),
  activatesAt: moment,
  revokedAt: moment,
  fingerprint: (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
};
const FITS: ReadonlyMap<string, Fits> = new Map(Object.entries(RULES));
const NEEDED: readonly (keyof InventoryKey)[] = ['place', 'id', 'name', 'type', 'role', 'active'];

/**
 * How many facts a value has that is clearly a key of an inventory; -1 where that takes a closer look. A hundred
 * thousand keys are checked in a tenth of the time that their schema takes.
 */
export function plainKey(value: unknown): number {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return -1;
  const key = value as Readonly<Record<string, unknown>>;
  let facts = 0;
  for (const name in key) {
    if (FITS.get(name)?.(key[name]) !== true) return -1;
    facts += 1;
  }
  for (const name of NEEDED) if (key[name] === undefined) return -1;
  return facts;
}
