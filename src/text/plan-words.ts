import type { ApiKey } from '@core/domain/api-key';
import type { PlanChange, PlanDecision, PlanRow } from '@core/domain/plan';
import { changedFacts, type KnownFacts, type PlanFact } from '@core/domain/plan-facts';
import { formatMoment, NO_VALUE } from '@core/text/format';

const FACTS: Readonly<Record<PlanFact, string>> = {
  name: 'Name',
  type: 'Type',
  role: 'Role',
  active: 'Enabled',
  expiresAt: 'Expires',
  allowedHosts: 'Hosts',
  createdAt: 'Created',
  hint: 'Ends in',
};

/** What of a key is not as the reviewer saw it, both values in words. */
export const planChanges = (row: Pick<PlanRow, 'name' | 'seen'>, key: ApiKey): PlanChange[] =>
  changedFacts(row, key).map((fact) => ({
    fact: FACTS[fact],
    was: factWords(fact, { name: row.name, ...row.seen }),
    now: factWords(fact, key),
  }));

/** The facts the reviewer saw, in words. */
export const seenWords = ({
  seen,
}: Pick<PlanRow, 'seen'>): { readonly fact: string; readonly says: string }[] =>
  (Object.keys(FACTS) as PlanFact[])
    .filter((fact) => fact in seen)
    .map((fact) => ({ fact: FACTS[fact], says: factWords(fact, seen) }));

function factWords(fact: PlanFact, facts: KnownFacts): string {
  const value = facts[fact];
  if (value === undefined || value === null) return NO_VALUE;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return value.length === 0 ? 'Any host' : value.join(', ').slice(0, 1_000);
  return textWords(fact, value);
}

function textWords(fact: PlanFact, value: string): string {
  if (fact === 'createdAt' || fact === 'expiresAt') return momentWords(value);
  if (fact === 'allowedHosts') return 'Any host';
  if (fact === 'type') return value === 'administration' ? 'Administration' : 'Standard';
  return value.slice(0, 400);
}

const momentWords = (value: string): string => {
  if (value === 'never') return 'Never';
  return value === 'unknown' ? 'Unknown' : formatMoment(value);
};

/** How decisions are called. */
export const DECISION_WORDS: Readonly<Record<PlanDecision, string>> = {
  revoke: 'Revoke',
  replace: 'Replace',
  restrict: 'Restrict',
  ask: 'Ask the owner',
};

/** What a person has to do for what Keydesk does not do by itself. */
export const BY_HAND: Readonly<Record<Exclude<PlanDecision, 'revoke'>, string>> = {
  restrict: 'Edit the key: take away hosts, role or time that it does not need.',
  replace: 'Make its successor, hand that over, and stop this key once nobody uses it.',
  ask: 'Ask its owner, then decide.',
};
