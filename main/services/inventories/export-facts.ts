import type { ApiKey } from '@core/domain/api-key';
import type { ConsoleRecord } from '@core/domain/console';
import type { Environment } from '@core/domain/environment';
import {
  INVENTORY_LIMITS,
  PRACTICE_ORIGIN,
  type InventoryConsole,
  type InventoryKey,
  type InventoryPlace,
} from '@core/domain/inventory';
import { traitsOf, vendorInfo } from '@core/domain/vendor';
import { INVENTORY_FACTS, type InventoryFact } from '@core/text/inventory-columns';

/** What was listed of an environment, and when. */
export interface ReadPlace {
  readonly record: ConsoleRecord;
  readonly environment: Environment;
  readonly rows: readonly ApiKey[];
  readonly asOf: string;
  /** It could not be read now. */
  readonly stale: boolean;
}

/** Those that Keydesk itself knows or finds out are nothing that a console could keep. */
const OUR_OWN = ['id', 'fingerprint', 'signsIn', 'activatesAt', 'revokedAt', 'weakSecret'] as const;
type OurOwn = (typeof OUR_OWN)[number];

const CONSOLES_FACTS = INVENTORY_FACTS.filter(
  (fact): fact is Exclude<InventoryFact, OurOwn> => !OUR_OWN.some((own) => own === fact),
);

/** Where keys were listed, as an inventory tells it. */
export function inventoryPlace({ record, environment, rows, asOf, stale }: ReadPlace): InventoryPlace {
  const { environmentId, name, parent, variant, production, maxValidityDays, endpoint } = environment;
  return {
    console: inventoryConsole(record),
    environment: {
      id: environmentId,
      name: cut(name),
      variant: cut(variant),
      production,
      maxValidityDays,
      ...(parent !== undefined && parent !== '' && { parent: cut(parent) }),
      ...(endpoint !== undefined && endpoint !== '' && { endpoint: cut(endpoint) }),
    },
    asOf,
    ...(stale && { stale }),
    notKept: notKept(record, environment, rows),
  };
}

/** Which console it was, so that another installation knows it too. */
export function inventoryConsole({
  id,
  label,
  vendor,
  practice,
  method,
  baseUrl,
}: ConsoleRecord): InventoryConsole {
  const ownAddress = vendorInfo(vendor).signIn.find((way) => way.id === method)?.url === undefined;
  const origin = practice ? PRACTICE_ORIGIN : ownAddress ? new URL(baseUrl).origin : '';
  return { id, label: cut(label), vendor, origin };
}

/** The facts for which this kind of environment has no column, and which none of its keys has after all. */
function notKept({ vendor }: ConsoleRecord, { variant }: Environment, rows: readonly ApiKey[]): string[] {
  const traits = traitsOf(vendorInfo(vendor), variant);
  const columns = new Set<string>(traits.columns.map(({ fact }) => fact));
  if (traits.disable) columns.add('active');
  return CONSOLES_FACTS.filter(
    (fact) => !columns.has(fact) && rows.every((row) => (row[fact] ?? null) === null),
  );
}

/** A key as an inventory has it. SECURITY: its facts are chosen one by one; no record has a secret. */
export function inventoryKey(row: ApiKey, place: number, fingerprint?: string): InventoryKey {
  const facts: Record<string, unknown> = { place };
  for (const fact of INVENTORY_FACTS) {
    const value = fact === 'fingerprint' ? fingerprint : shortened(row[fact]);
    if (value !== undefined) facts[fact] = value;
  }
  // The name and the id are kept also where they are empty; a role that is empty is none.
  return { ...facts, name: cut(row.name), role: shortened(row.role) ?? null } as InventoryKey;
}

/** An empty text is a fact that is not recorded: a CSV cannot tell the two apart. */
function shortened(value: ApiKey[keyof ApiKey]): unknown {
  if (value === '') return undefined;
  if (typeof value === 'string') return cut(value);
  return Array.isArray(value) ? value.map(cut) : value;
}

/** At most as many characters as an inventory has, and no half of one. */
const cut = (text: string): string =>
  text.slice(0, INVENTORY_LIMITS.field).replace(/\p{Surrogate}/gu, '\uFFFD');
