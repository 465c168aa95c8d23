import type { ApiKey } from '@core/domain/api-key';
import { INVENTORY_LIMITS, type InventoryKey } from '@core/domain/inventory';
import type { PlanRow, PlanSeen } from '@core/domain/plan';

/** The facts a plan compares, in the order in which they are told. */
export const PLAN_FACTS = [
  'name',
  'type',
  'role',
  'active',
  'expiresAt',
  'allowedHosts',
  'createdAt',
  'hint',
] as const;
export type PlanFact = (typeof PLAN_FACTS)[number];

type Facts = Pick<ApiKey, PlanFact>;

/** As many of them as are known. */
export type KnownFacts = { readonly [F in PlanFact]?: ApiKey[F] | undefined };

/** @param loose an empty fact is one that the file did not tell, as in somebody else's CSV */
export function seenOf(key: InventoryKey, loose: boolean): PlanSeen {
  const { type, role, active, expiresAt, allowedHosts, createdAt, hint } = key;
  return Object.fromEntries(
    Object.entries({ type, role, active, expiresAt, allowedHosts, createdAt, hint }).filter(
      ([, value]) => value !== undefined && !(loose && value === null),
    ),
  );
}

/** The facts that are not as the reviewer saw them; what they did not see is not compared. */
export function changedFacts({ name, seen }: Pick<PlanRow, 'name' | 'seen'>, key: Facts): PlanFact[] {
  const before: KnownFacts = { name, ...seen };
  return PLAN_FACTS.filter((fact) => {
    const was = before[fact];
    return was !== undefined && was !== 'unknown' && factText(was) !== factText(key[fact]);
  });
}

/** Everything of a key that an approval is bound to; the same for two keys only where all of it is. */
export const approvedFacts = (key: Facts): Record<PlanFact, string> =>
  Object.fromEntries(PLAN_FACTS.map((fact) => [fact, factText(key[fact])])) as Record<PlanFact, string>;

const INSTANT = /^\d{4}-\d\d-\d\dT/;

/** The same text for the same fact, however it is written; texts are cut as exports cut them. */
function factText(value: ApiKey[PlanFact]): string {
  if (Array.isArray(value)) return value.length === 0 ? '"any"' : JSON.stringify([...value].sort());
  if (typeof value !== 'string') return JSON.stringify(value ?? null);
  const at = INSTANT.test(value) ? Date.parse(value) : NaN;
  return JSON.stringify(Number.isNaN(at) ? value.slice(0, INVENTORY_LIMITS.field) : at);
}
