import * as z from 'zod';
import type { ApiKey } from '@core/domain/api-key';
import { DAY_MS, toInstant } from '@core/domain/instant';
import { isInstant, isLonger } from '@core/domain/validity';
import type { KeyFact, KeyTraits, VendorInfo } from '@core/domain/vendor';

/** Everything a key can be reproached with, the weightiest first; a rule's position is its bit in a mask. */
export const FINDING_RULES = [
  'administration',
  'weak-value',
  'any-host',
  'no-expiry',
  'beyond-policy',
  'default-admin-role',
  'unused',
  'never-used',
  'duplicate-name',
] as const;
export const FindingRule = z.enum(FINDING_RULES);
export type FindingRule = z.infer<typeof FindingRule>;

const Days = z.number().int().min(1).max(3_650);

/** What keys are judged by. Every field has a default, so that an older file loads. */
export const Policy = z.object({
  /** A key may be valid for this long, from its creation to its end. */
  maxValidityDays: Days.default(365),
  /** A key without use for longer than this is called unused. */
  unusedDays: Days.default(90),
  /** Which rules count. */
  rules: z.partialRecord(FindingRule, z.boolean()).default({}),
});
export type Policy = z.infer<typeof Policy>;

export const DEFAULT_POLICY: Policy = { maxValidityDays: 365, unusedDays: 90, rules: {} };

/** Whether a rule counts; one that a policy does not mention does. */
export const ruleCounts = (policy: Policy, rule: FindingRule): boolean => policy.rules[rule] !== false;

/** What a key is judged from. */
export type JudgedKey = Pick<
  ApiKey,
  | 'name'
  | 'type'
  | 'role'
  | 'active'
  | 'createdAt'
  | 'expiresAt'
  | 'allowedHosts'
  | 'lastUsedAt'
  | 'revokedAt'
  | 'weakSecret'
>;

/** Where a judged key lives. */
export interface JudgedPlace {
  readonly vendor: VendorInfo;
  readonly traits: KeyTraits;
  readonly environment: {
    readonly production: boolean;
    readonly maxValidityDays: number | null;
    /** Whether keys can be edited there; unknown in a file. */
    readonly canEdit?: boolean;
  };
}

/** What all keys of one row set are judged with. Made once per row set. */
export interface FindingContext {
  readonly policy: Policy;
  /** Epoch milliseconds. */
  readonly now: number;
  /** The same moments as texts: instants in UTC are in the order of their texts. */
  readonly nowText: string;
  readonly unusedBefore: string;
  readonly newSince: string;
  /** The bits of the rules that count. */
  readonly counting: number;
  /** Keys, by identity, that share their name with another one of their environment. */
  readonly duplicates: ReadonlySet<JudgedKey>;
  readonly traits: Map<KeyTraits, TraitRules>;
}

/** What the traits of a place allow to be judged. */
interface TraitRules {
  /** The bits of the rules whose fact is kept there. */
  readonly judged: number;
  /** The role that a new key has unless somebody chooses another, where that is the one that may do all. */
  readonly defaultAdmin: string | null;
}

/** A key that is this new need not have been used. */
const NEW_DAYS = 7;

const BIT = Object.fromEntries(FINDING_RULES.map((rule, at) => [rule, 1 << at])) as Record<
  FindingRule,
  number
>;

/**
 * What keys are judged with.
 * @param rows all keys that are judged together; `place` is what stands for their environment, compared by identity
 * @param now epoch milliseconds
 */
export function findingContext(
  rows: Iterable<{ readonly key: JudgedKey; readonly place: unknown }>,
  policy: Policy,
  now: number,
): FindingContext {
  const nowText = toInstant(now);
  const counting = maskOf(FINDING_RULES.filter((rule) => ruleCounts(policy, rule)));
  return {
    policy,
    now,
    nowText,
    unusedBefore: toInstant(now - policy.unusedDays * DAY_MS),
    newSince: toInstant(now - NEW_DAYS * DAY_MS),
    counting,
    duplicates: (counting & BIT['duplicate-name']) === 0 ? new Set() : duplicateNames(rows, nowText),
    traits: new Map(),
  };
}

/** The keys that work and are called like another one that works in the same environment. */
function duplicateNames(
  rows: Iterable<{ readonly key: JudgedKey; readonly place: unknown }>,
  nowText: string,
): Set<JudgedKey> {
  const firsts = new Map<unknown, Map<string, JudgedKey>>();
  const duplicates = new Set<JudgedKey>();
  for (const { key, place } of rows) {
    if (isOver(key, nowText) || key.active === false) continue;
    const names = firsts.get(place) ?? new Map<string, JudgedKey>();
    if (names.size === 0) firsts.set(place, names);
    const name = key.name.trim().toLowerCase();
    const first = names.get(name);
    if (first === undefined) names.set(name, key);
    else duplicates.add(first).add(key);
  }
  return duplicates;
}

/** Whether nothing can be done with a key any more, neither now nor later. */
const isOver = ({ revokedAt, expiresAt }: JudgedKey, nowText: string): boolean =>
  revokedAt !== undefined || (expiresAt !== undefined && isInstant(expiresAt) && expiresAt <= nowText);

/**
 * The rules that a key breaks, as a mask. What its vendor does not keep is never held against it. A key that is revoked
 * or expired breaks none; a disabled one only those that count again once it is enabled: not those about its use and
 * its name.
 */
export function rulesOf(key: JudgedKey, place: Pick<JudgedPlace, 'traits'>, context: FindingContext): number {
  if (isOver(key, context.nowText)) return 0;
  const { judged, defaultAdmin } = traitRules(place.traits, context);
  let mask = 0;
  if (key.type === 'administration') mask |= BIT.administration;
  else if (defaultAdmin !== null && key.role === defaultAdmin) mask |= BIT['default-admin-role'];
  if (key.weakSecret === true) mask |= BIT['weak-value'];
  if (key.allowedHosts === 'any') mask |= BIT['any-host'];
  if (key.expiresAt === 'never') mask |= BIT['no-expiry'];
  else if (isLonger(key, context.policy.maxValidityDays, context)) mask |= BIT['beyond-policy'];
  if (key.active !== false) mask |= useRules(key, context);
  return mask & judged & context.counting;
}

function useRules(key: JudgedKey, { unusedBefore, newSince, duplicates }: FindingContext): number {
  let mask = duplicates.has(key) ? BIT['duplicate-name'] : 0;
  const { lastUsedAt, createdAt } = key;
  if (lastUsedAt === undefined) return mask;
  if (lastUsedAt !== 'never') return lastUsedAt < unusedBefore ? mask | BIT.unused : mask;
  // Where nobody knows how old it is, it is taken for old.
  if (createdAt === undefined || createdAt < newSince) mask |= BIT['never-used'];
  return mask;
}

function traitRules(traits: KeyTraits, context: FindingContext): TraitRules {
  let known = context.traits.get(traits);
  if (known === undefined) context.traits.set(traits, (known = readTraits(traits)));
  return known;
}

function readTraits({ columns, fields }: KeyTraits): TraitRules {
  const facts = new Set(columns.map(({ fact }) => fact));
  const kept = (fact: KeyFact, rules: number): number => (facts.has(fact) ? rules : 0);
  const role = fields.find(({ fact }) => fact === 'role')?.defaultValue;
  return {
    judged:
      BIT['weak-value'] |
      kept('name', BIT['duplicate-name']) |
      kept('type', BIT.administration) |
      kept('role', BIT['default-admin-role']) |
      kept('allowedHosts', BIT['any-host']) |
      kept('expiresAt', BIT['no-expiry'] | BIT['beyond-policy']) |
      kept('lastUsedAt', BIT.unused | BIT['never-used']),
    defaultAdmin: role?.toLowerCase() === 'admin' ? role : null,
  };
}

/** The mask of some rules. */
export const maskOf = (rules: readonly FindingRule[]): number =>
  rules.reduce((mask, rule) => mask | BIT[rule], 0);

/** The rules in a mask, the weightiest first. */
export const rulesIn = (mask: number): FindingRule[] =>
  FINDING_RULES.filter((_, at) => (mask & (1 << at)) !== 0);
