import * as z from 'zod';
import { KeyType } from '@core/domain/api-key';
import { checkHost, type HostSyntax } from '@core/domain/hosts';
import { DAY_MS, Instant, toInstant } from '@core/domain/instant';
import type { DraftField, KeyTraits } from '@core/domain/vendor';

/** The longest text any field of a draft may carry over IPC; the vendor's own limit comes on top. */
const MOST_TEXT = 20_000;
export const MOST_HOSTS = 50;

/** What an operator asks for when issuing a key. Facts the vendor does not have are left out. */
export const KeyDraft = z.strictObject({
  name: z.string().max(MOST_TEXT),
  type: KeyType.optional(),
  role: z.string().max(200).optional(),
  expiresAt: z.union([Instant, z.literal('never')]).optional(),
  /** Canonical addresses; empty means any host. */
  allowedHosts: z.array(z.string().max(64)).max(MOST_HOSTS).optional(),
});
export type KeyDraft = z.infer<typeof KeyDraft>;

/** Only what is to change. */
export const KeyChanges = KeyDraft.partial();
export type KeyChanges = z.infer<typeof KeyChanges>;

/** What the rules of a draft depend on. */
export interface DraftRules {
  readonly traits: KeyTraits;
  readonly maxValidityDays: number | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The first thing that is wrong with each field; empty when the draft may be sent. */
export type DraftProblems = Partial<Record<keyof KeyDraft, string>>;

/** Expiry presets in days, as far as the console allows them. */
export const expiryPresets = (maxValidityDays: number | null): number[] =>
  [7, 30, 90, 180, 365].filter((days) => maxValidityDays === null || days <= maxValidityDays);

// Control characters, marks that turn or hide text, and letters that show nothing: they make two names look alike.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0]/u;

/** Checks a draft or a set of changes by the rules of its environment; the same rules in form and main. */
export function draftProblems(draft: KeyChanges, rules: DraftRules): DraftProblems {
  const problems: DraftProblems = {};
  const add = (field: keyof KeyDraft, problem: string | null): void => {
    if (problem !== null) problems[field] = problem;
  };
  const fieldOf = (fact: string): DraftField | undefined =>
    rules.traits.fields.find((field) => field.fact === fact);
  if (draft.name !== undefined) add('name', nameProblem(draft.name, fieldOf('name')));
  if (draft.role !== undefined) add('role', draft.role.trim() === '' ? 'Choose a role.' : null);
  if (draft.expiresAt !== undefined) add('expiresAt', expiryProblem(draft.expiresAt, rules));
  if (draft.allowedHosts !== undefined)
    add('allowedHosts', hostsProblem(draft.allowedHosts, rules.traits.hostSyntax));
  return problems;
}

function nameProblem(name: string, field: DraftField | undefined): string | null {
  const label = field?.label ?? 'Name';
  const most = field?.maxLength ?? 200;
  if (name.trim() === '') return `${label} is required.`;
  if (UNPRINTABLE.test(name))
    return `${label} contains a line break or an invisible character; type it again by hand.`;
  const length = [...name.trim()].length;
  return length > most ? `${label} may have ${most} characters; this one has ${length}.` : null;
}

function expiryProblem(expiresAt: string, { maxValidityDays, now }: DraftRules): string | null {
  if (expiresAt === 'never')
    return maxValidityDays === null ? null : `A key lives at most ${maxValidityDays} days here.`;
  const at = Date.parse(expiresAt);
  if (Number.isNaN(at)) return 'Choose an expiration date.';
  if (at <= now) return 'This date is in the past; the key would never work.';
  if (maxValidityDays !== null && at - now > maxValidityDays * DAY_MS) {
    return `A key lives at most ${maxValidityDays} days here; choose an earlier date.`;
  }
  return null;
}

function hostsProblem(hosts: readonly string[], syntax: HostSyntax | null): string | null {
  if (syntax === null) return hosts.length > 0 ? 'This console cannot limit hosts.' : null;
  const canonical = new Set<string>();
  for (const host of hosts) {
    const check = checkHost(host, syntax);
    if (!check.ok) return `${host.slice(0, 64)}: ${check.reason}`;
    canonical.add(check.canonical);
  }
  return canonical.size < hosts.length ? 'An address is listed twice.' : null;
}

/**
 * The form in which a console gives a draft or a change back: trimmed name, instant in milliseconds, canonical
 * addresses. Only so can a key be recognised as what was asked for. What is undefined is left out.
 */
export function tidyDraft<T extends KeyChanges>(draft: T): T {
  const { name, expiresAt, allowedHosts } = draft;
  const tidy = {
    ...draft,
    name: name?.trim(),
    expiresAt: expiresAt === undefined ? undefined : tidyExpiry(expiresAt),
    allowedHosts: allowedHosts?.map(tidyHost),
  };
  return Object.fromEntries(Object.entries(tidy).filter(([, value]) => value !== undefined)) as T;
}

function tidyExpiry(expiresAt: string): string {
  const at = Date.parse(expiresAt);
  return Number.isNaN(at) ? expiresAt : toInstant(at);
}

function tidyHost(host: string): string {
  const check = checkHost(host, 'ip-or-cidr');
  return check.ok ? check.canonical : host;
}
