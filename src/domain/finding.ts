import { DAY_MS } from '@core/domain/instant';
import {
  rulesIn,
  rulesOf,
  type FindingContext,
  type FindingRule,
  type JudgedKey,
  type JudgedPlace,
} from '@core/domain/policy';
import { validDays } from '@core/domain/validity';
import type { Waiver } from '@core/domain/review';
import type { KeyFact } from '@core/domain/vendor';

export const SEVERITIES = ['high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A rule that a key breaks, in sentences. */
export interface Finding {
  readonly rule: FindingRule;
  readonly severity: Severity;
  /** What is wrong with this very key. */
  readonly reason: string;
  /** Who sees to it that keys keep the rule. */
  readonly enforcedBy: string;
  /** What can be done about it, true for the vendor of this key. */
  readonly fix: string;
}

/** What a rule is called, and how much it weighs. */
export const RULE_FACTS: Readonly<
  Record<FindingRule, { readonly label: string; readonly severity: Severity }>
> = {
  administration: { label: 'Administration key', severity: 'high' },
  'weak-value': { label: 'Weak value', severity: 'high' },
  'any-host': { label: 'Any host', severity: 'medium' },
  'no-expiry': { label: 'Never expires', severity: 'medium' },
  'beyond-policy': { label: 'Valid for too long', severity: 'medium' },
  'default-admin-role': { label: 'Default Admin role', severity: 'medium' },
  unused: { label: 'Unused', severity: 'medium' },
  'never-used': { label: 'Never used', severity: 'low' },
  'duplicate-name': { label: 'Name is not unique', severity: 'low' },
};

/** What is wrong with a key, the weightiest first. For tables, `rulesOf` is quicker: it has no sentences. */
export const findingsOf = (key: JudgedKey, place: JudgedPlace, context: FindingContext): Finding[] =>
  rulesIn(rulesOf(key, place, context)).map((rule) => findingOf(rule, key, place, context));

/** The sentences about a rule that a key is known to break. */
export function findingOf(
  rule: FindingRule,
  key: JudgedKey,
  place: JudgedPlace,
  context: FindingContext,
): Finding {
  const about: About = { key, place, context };
  return {
    rule,
    severity: RULE_FACTS[rule].severity,
    reason: REASONS[rule](about),
    enforcedBy: ENFORCED[rule](about),
    fix: FIXES[rule](about),
  };
}

/**
 * The findings that nobody accepted for a while.
 * @param today a day in UTC, as `2026-03-04`; a waiver counts to the end of its last day
 */
export const openFindings = <F extends Pick<Finding, 'rule'>>(
  findings: readonly F[],
  waivers: readonly Waiver[] | undefined,
  today: string,
): F[] =>
  findings.filter(({ rule }) => !waivers?.some((waiver) => waiver.rule === rule && waiver.until >= today));

interface About {
  readonly key: JudgedKey;
  readonly place: JudgedPlace;
  readonly context: FindingContext;
}

type Sentences = Readonly<Record<FindingRule, (about: About) => string>>;

const REASONS: Sentences = {
  administration: () => 'It can read and change everything, whatever its role says.',
  'weak-value': () => 'Its value was chosen by a person and is easy to guess.',
  'any-host': () => 'Whoever has it can use it from any address.',
  'no-expiry': () => 'It never expires.',
  'beyond-policy': ({ key, context }) =>
    `It is valid for ${days(validDays(key, context.now))}${key.createdAt === undefined ? ' from now' : ' in all'}, and the policy allows ${days(context.policy.maxValidityDays)}.`,
  'default-admin-role': ({ key }) =>
    `It has the role ${key.role ?? ''}, which a new key gets unless somebody chooses another.`,
  unused: ({ key, context }) =>
    `It was last used ${days(daysSince(key.lastUsedAt, context))} ago, and the policy calls it unused after ${days(context.policy.unusedDays)}.`,
  'never-used': ({ key, context }) =>
    key.createdAt === undefined
      ? 'It was never used.'
      : `It was never used in the ${days(daysSince(key.createdAt, context))} since it was created.`,
  'duplicate-name': ({ place }) =>
    `Another key of the same ${place.vendor.environment.one} has this name, so that the wrong one is easily stopped.`,
};

const ENFORCED: Sentences = {
  administration: (about) => onlyPolicy(about, 'lets whoever manages keys make such keys'),
  'weak-value': (about) => onlyPolicy(about, 'takes any value a person types'),
  'any-host': (about) => onlyPolicy(about, 'lets a key be used from any address unless hosts are listed'),
  'no-expiry': (about) => validityKeeper(about),
  'beyond-policy': (about) => validityKeeper(about),
  'default-admin-role': (about) => onlyPolicy(about, 'suggests this role for every new key'),
  unused: (about) => onlyPolicy(about, 'keeps keys that nobody uses'),
  'never-used': (about) => onlyPolicy(about, 'keeps keys that nobody uses'),
  'duplicate-name': (about) => onlyPolicy(about, 'allows several keys of one name'),
};

const onlyPolicy = ({ place }: About, lets: string): string =>
  `Nobody but this policy: ${place.vendor.label} ${lets}.`;

function validityKeeper(about: About): string {
  const { place, context } = about;
  const most = place.environment.maxValidityDays;
  if (most === null) return onlyPolicy(about, 'sets no limit here');
  return most <= context.policy.maxValidityDays
    ? `${place.vendor.label}, for new keys: they are valid for ${days(most)} at most. It leaves this one as it is.`
    : onlyPolicy(about, `allows up to ${days(most)}`);
}

const FIXES: Sentences = {
  administration: (about) => change(about, 'type', 'choose the type Standard'),
  'weak-value': ({ place }) =>
    `Replace it by one that Keydesk generates, hand that over, then ${stopping(place)} this one${place.vendor.mustDeploy ? ' and deploy' : ''}.`,
  'any-host': (about) => change(about, 'allowedHosts', 'list the addresses that may use it'),
  'no-expiry': (about) => change(about, 'expiresAt', 'set an expiration date'),
  'beyond-policy': (about) => change(about, 'expiresAt', 'set an earlier expiration date'),
  'default-admin-role': (about) => change(about, 'role', 'choose a role that may do less'),
  unused: (about) => abandon(about),
  'never-used': (about) => abandon(about),
  'duplicate-name': (about) =>
    about.place.vendor.protections
      ? `Find out which one is still in use and ${stopping(about.place)} the other. Rules of endpoints may name both, so do not rename one blindly.`
      : change(about, 'name', 'give it a name of its own'),
};

/** How a fact of a key is changed: by an edit, in the vendor's own console, or only by another key. */
function change({ place: { vendor, traits, environment } }: About, fact: KeyFact, to: string): string {
  if (traits.secret.shown === 'kept')
    return `In the console of ${vendor.label}, ${to}, then edit its record here.`;
  if (traits.editable.includes(fact) && environment.canEdit !== false) return `Edit it and ${to}.`;
  return `This cannot be changed. Make another key and ${to} there, hand that over, then ${traits.stop.verb.toLowerCase()} this one.`;
}

const abandon = ({ place }: About): string =>
  place.traits.disable
    ? `Ask its owner. Where nobody needs it, disable it, and ${stopping(place)} it when nobody has missed it.`
    : `Ask its owner. Where nobody needs it, ${stopping(place)} it.`;

const stopping = ({ traits }: JudgedPlace): string => traits.stop.verb.toLowerCase();

function daysSince(instant: string | undefined, { now }: FindingContext): number {
  return Math.max(0, Math.floor((now - Date.parse(instant ?? '')) / DAY_MS));
}

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;
