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
  description: z.string().max(MOST_TEXT).optional(),
  type: KeyType.optional(),
  role: z.string().max(200).optional(),
  expiresAt: z.union([Instant, z.literal('never')]).optional(),
  /** For a vendor that counts the days itself. */
  validDays: z.number().optional(),
  /** Canonical addresses; empty means any host. */
  allowedHosts: z.array(z.string().max(64)).max(MOST_HOSTS).optional(),
  active: z.boolean().optional(),
  /** What the operator typed, or the wish that Keydesk makes one up: then it never leaves main. */
  secret: z.union([z.literal('generate'), z.strictObject({ typed: z.string().max(MOST_TEXT) })]).optional(),
  /** Whether a recorded secret is kept in the keychain. */
  keepSecret: z.boolean().optional(),
});
export type KeyDraft = z.infer<typeof KeyDraft>;

/** Only what is to change. A secret is never changed: that is what replacing a key is for. */
export const KeyChanges = KeyDraft.omit({ secret: true, keepSecret: true, validDays: true }).partial();
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

/** What is wrong with a draft, with everything that is required but missing and everything keys do not have here. */
export function draftProblems(draft: Partial<KeyDraft>, rules: DraftRules): DraftProblems {
  const { fields } = rules.traits;
  const missing = fields
    .filter(({ fact, required }) => required && draft[fact as keyof KeyDraft] === undefined)
    .map(({ fact, label }) => [fact, `${label} is required.`]);
  const strange = Object.entries(draft)
    .filter(([fact, value]) => value !== undefined && !fields.some((each) => each.fact === fact))
    .map(([fact]) => [fact, 'Keys do not have this here.']);
  return {
    ...(Object.fromEntries(missing) as DraftProblems),
    ...valueProblems(draft, rules),
    ...(Object.fromEntries(strange) as DraftProblems),
  };
}

/** What is wrong with a set of changes, with everything that cannot be changed here. */
export function changeProblems(changes: KeyChanges, rules: DraftRules): DraftProblems {
  const fixed = Object.keys(changes)
    .filter((fact) => !rules.traits.editable.some((each) => each === fact))
    .map((fact) => [fact, 'This cannot be changed.']);
  return { ...valueProblems(changes, rules), ...(Object.fromEntries(fixed) as DraftProblems) };
}

type Check<F extends keyof KeyDraft> = (
  value: NonNullable<KeyDraft[F]>,
  field: DraftField,
  rules: DraftRules,
) => string | null;

/** The rules of single facts; the same in form and main. */
const CHECKS: { readonly [F in keyof KeyDraft]?: Check<F> } = {
  name: textProblem,
  // The one text of several lines.
  description: (value, field) => textProblem(value.replaceAll('\n', ' '), field),
  role: roleProblem,
  expiresAt: (value, _field, rules) => expiryProblem(value, rules),
  validDays: daysProblem,
  allowedHosts: (value, _field, rules) => hostsProblem(value, rules.traits.hostSyntax),
  secret: secretProblem,
};

function valueProblems(draft: Partial<KeyDraft> | KeyChanges, rules: DraftRules): DraftProblems {
  const problems: DraftProblems = {};
  for (const fact of Object.keys(CHECKS) as (keyof KeyDraft)[]) {
    const value = (draft as Partial<KeyDraft>)[fact];
    if (value === undefined) continue;
    const field = rules.traits.fields.find((each) => each.fact === fact) ?? UNKNOWN_FIELD;
    // Each check takes the value of its own fact, which an index over all of them cannot say.
    const problem = (CHECKS[fact] as Check<keyof KeyDraft>)(value, field, rules);
    if (problem !== null) problems[fact] = problem;
  }
  return problems;
}

const UNKNOWN_FIELD: DraftField = { fact: 'name', label: 'This', required: true };

/** SECURITY: says nothing of the text itself, which may be a secret. */
function textProblem(text: string, { label, required, maxLength = 200, pattern }: DraftField): string | null {
  if (text.trim() === '') return required ? `${label} is required.` : null;
  if (UNPRINTABLE.test(text))
    return `${label} contains a line break or an invisible character; type it again by hand.`;
  const length = [...text.trim()].length;
  if (length > maxLength) return `${label} may have ${maxLength} characters; this one has ${length}.`;
  return pattern !== undefined && !pattern.source.test(text) ? pattern.says : null;
}

/** A secret that Keydesk made up would be that of no key where keys are made elsewhere. */
function secretProblem(
  secret: NonNullable<KeyDraft['secret']>,
  field: DraftField,
  { traits }: DraftRules,
): string | null {
  if (secret !== 'generate') return textProblem(secret.typed, field);
  return traits.secret.source === 'either' ? null : `${field.label} cannot be generated here.`;
}

function roleProblem(role: string, { label, choices }: DraftField): string | null {
  if (role.trim() === '') return `Choose a ${label.toLowerCase()}.`;
  const known = choices === undefined || choices.some(({ value }) => value === role);
  return known ? null : `Choose one of ${(choices ?? []).map(({ value }) => value).join(' and ')}.`;
}

function daysProblem(days: number, _field: DraftField, { maxValidityDays }: DraftRules): string | null {
  if (!Number.isInteger(days) || days < 1) return 'Type a whole number of days, at least 1.';
  return maxValidityDays !== null && days > maxValidityDays
    ? `A key lives at most ${maxValidityDays} days here.`
    : null;
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
  const { name, description, expiresAt, allowedHosts } = draft;
  const tidy = {
    ...draft,
    name: name?.trim(),
    description: description?.trim(),
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
