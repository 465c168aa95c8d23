import type { InventoryKey, InventoryPlace } from '@core/domain/inventory';
import { hostReach, reachOf, type Reach } from '@core/domain/comparison-hosts';
import { traitsOf, vendorInfo } from '@core/domain/vendor';

/** What can have become of a key; what asks for a look first comes first. */
export const CHANGE_KINDS = [
  'reappeared',
  'new',
  'type-wider',
  'role-wider',
  'hosts-wider',
  'expiry-later',
  'enabled',
  'role-other',
  'hosts-other',
  'renamed',
  'other',
  'type-narrower',
  'role-narrower',
  'hosts-narrower',
  'expiry-sooner',
  'disabled',
  'revoked',
  'gone',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Facts that are compared. When and from where a key was used is none: that changes with every use. */
export const COMPARED_FACTS = [
  'name',
  'type',
  'role',
  'allowedHosts',
  'expiresAt',
  'active',
  'revokedAt',
  'description',
  'createdAt',
  'createdBy',
  'hint',
  'usedBy',
  'deployed',
] as const;
export type ComparedFact = (typeof COMPARED_FACTS)[number];

/** What became of one key. */
export interface KeyChange {
  /** Each at most once; empty where nothing changed. */
  readonly changes: readonly ChangeKind[];
  /** The facts that differ. */
  readonly facts: readonly ComparedFact[];
}

/** The place of a key on both sides. */
interface Sides {
  readonly older: InventoryPlace;
  readonly newer: InventoryPlace;
}

type Judge = (before: InventoryKey, after: InventoryKey, sides: Sides) => ChangeKind | null;

/** What one fact says; null where it is the same or where one side does not record it. */
const JUDGES: Readonly<Record<ComparedFact, Judge>> = {
  name: (before, after) => (before.name === after.name ? null : 'renamed'),
  type: typeChange,
  role: roleChange,
  allowedHosts: hostsChange,
  expiresAt: expiryChange,
  active: (before, after) => {
    if (before.active === null || after.active === null || before.active === after.active) return null;
    return after.active ? 'enabled' : 'disabled';
  },
  revokedAt: (before, after) => {
    if ((before.revokedAt === undefined) === (after.revokedAt === undefined)) return null;
    return after.revokedAt === undefined ? 'reappeared' : 'revoked';
  },
  // No description and an empty one are the same to whoever reads it.
  description: (before, after) => other(before.description ?? '', after.description ?? ''),
  createdAt: (before, after) =>
    Date.parse(before.createdAt ?? '') === Date.parse(after.createdAt ?? '')
      ? null
      : other(before.createdAt, after.createdAt),
  createdBy: (before, after) => other(before.createdBy, after.createdBy),
  hint: (before, after) => other(before.hint, after.hint),
  usedBy: (before, after) => other(asSet(before.usedBy), asSet(after.usedBy)),
  deployed: (before, after) => other(before.deployed, after.deployed),
};

/** What became of a key that both sides have. */
export function keyChanges(before: InventoryKey, after: InventoryKey, sides: Sides): KeyChange {
  const changes: ChangeKind[] = [];
  const facts: ComparedFact[] = [];
  for (const fact of COMPARED_FACTS) {
    if (sides.older.notKept.includes(fact) || sides.newer.notKept.includes(fact)) continue;
    const change = JUDGES[fact](before, after, sides);
    if (change === null) continue;
    facts.push(fact);
    if (!changes.includes(change)) changes.push(change);
  }
  return { changes, facts };
}

const other = (before: string | undefined, after: string | undefined): ChangeKind | null =>
  before === undefined || after === undefined || before === after ? null : 'other';

const asSet = (list: readonly string[] | undefined): string | undefined =>
  list === undefined ? undefined : JSON.stringify([...list].sort());

function typeChange(before: InventoryKey, after: InventoryKey): ChangeKind | null {
  if (before.type === null || after.type === null || before.type === after.type) return null;
  return after.type === 'administration' ? 'type-wider' : 'type-narrower';
}

function roleChange(before: InventoryKey, after: InventoryKey, { newer }: Sides): ChangeKind | null {
  if (before.role === after.role) return null;
  const reach = roleReach(before.role ?? '', after.role ?? '', newer);
  return reach === 'wider' ? 'role-wider' : reach === 'narrower' ? 'role-narrower' : 'role-other';
}

/** Roles have names of their own; which one can do more is known of few. */
function roleReach(before: string, after: string, { console, environment }: InventoryPlace): Reach {
  const traits = traitsOf(vendorInfo(console.vendor), environment.variant);
  const choices = traits.fields.find(({ fact }) => fact === 'role')?.choices ?? [];
  const [from, to] = [before, after].map((role) => choices.findIndex(({ value }) => value === role));
  if (from !== undefined && to !== undefined && from >= 0 && to >= 0) return reachOf(to >= from, to <= from);
  const [was, is] = [isAdmin(before), isAdmin(after)];
  return was === is ? 'other' : reachOf(is, was);
}

const isAdmin = (role: string): boolean => /^(admin|administrator)$/i.test(role);

function hostsChange(before: InventoryKey, after: InventoryKey): ChangeKind | null {
  if (before.allowedHosts === undefined || after.allowedHosts === undefined) return null;
  const reach = hostReach(before.allowedHosts, after.allowedHosts);
  return reach === 'same' ? null : `hosts-${reach}`;
}

function expiryChange(before: InventoryKey, after: InventoryKey): ChangeKind | null {
  if (before.expiresAt === after.expiresAt) return null;
  const [from, to] = [endOf(before), endOf(after)];
  if (from === to || Number.isNaN(from) || Number.isNaN(to)) return null;
  return to > from ? 'expiry-later' : 'expiry-sooner';
}

/** NaN where nobody says. */
const endOf = ({ expiresAt }: InventoryKey): number =>
  expiresAt === 'never' ? Infinity : Date.parse(expiresAt ?? '');
