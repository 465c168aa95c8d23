import { describe, expect, it } from 'vitest';
import type { ApiKey } from '@core/domain/api-key';
import { findingsOf, openFindings, RULE_FACTS, SEVERITIES } from '@core/domain/finding';
import {
  DEFAULT_POLICY,
  FINDING_RULES,
  findingContext,
  maskOf,
  rulesIn,
  rulesOf,
  type FindingRule,
  type JudgedPlace,
  type Policy,
} from '@core/domain/policy';
import { traitsOf, vendorInfo, type VendorId } from '@core/domain/vendor';
import { aKey, daysFromNow, NOW } from '@test/support/builders';

const placeOf = (vendor: VendorId, variant: string, maxValidityDays: number | null = null): JudgedPlace => ({
  vendor: vendorInfo(vendor),
  traits: traitsOf(vendorInfo(vendor), variant),
  environment: { production: false, maxValidityDays },
});

const QODLY = placeOf('qodly', 'generation-3', 365);
const FIRST = placeOf('qodly', 'generation-1');
const ASSISTED = placeOf('qodly', 'assisted');
const MIA = placeOf('mia', 'configuration');
const CLOUDMC = placeOf('cloudmc', 'credential');
const QWILT = placeOf('qwilt', 'token', 365);

/** Nothing is wrong with it. */
const fine = (over: Partial<ApiKey> = {}): ApiKey => aKey({ allowedHosts: ['203.0.113.7'], ...over });

/** A key without a fact. */
function without(key: ApiKey, ...facts: readonly (keyof ApiKey)[]): ApiKey {
  return Object.fromEntries(
    Object.entries(key).filter(([fact]) => !facts.includes(fact as keyof ApiKey)),
  ) as ApiKey;
}

const judge = (
  key: ApiKey,
  place = QODLY,
  policy: Policy = DEFAULT_POLICY,
  others: readonly ApiKey[] = [],
) => {
  const context = findingContext(
    [key, ...others].map((each) => ({ key: each, place })),
    policy,
    NOW,
  );
  return { rules: rulesIn(rulesOf(key, place, context)), findings: findingsOf(key, place, context) };
};

type Case = readonly [what: string, key: ApiKey, rules: readonly FindingRule[], place?: JudgedPlace];

const CASES: readonly Case[] = [
  ['a key that is fine', fine(), []],
  ['an Administration key', fine({ type: 'administration' }), ['administration']],
  [
    'one whose role is Admin too: said once',
    fine({ type: 'administration', role: 'Admin' }),
    ['administration'],
  ],
  ['the role every new key gets', fine({ role: 'Admin' }), ['default-admin-role']],
  ['an owner who is an administrator, where nobody chooses a role', fine({ role: 'Admin' }), [], CLOUDMC],
  ['any host', fine({ allowedHosts: 'any' }), ['any-host']],
  ['any host, where keys have no hosts', fine({ allowedHosts: 'any' }), [], QWILT],
  ['no end', fine({ expiresAt: 'never' }), ['no-expiry']],
  ['no end, where no key has one', fine({ expiresAt: 'never' }), [], MIA],
  ['an end nobody tells', fine({ expiresAt: 'unknown' }), []],
  ['exactly as long as allowed', fine({ createdAt: daysFromNow(-5), expiresAt: daysFromNow(360) }), []],
  ['to the evening of that day', fine({ createdAt: daysFromNow(-5), expiresAt: daysFromNow(360.9) }), []],
  ['a day longer', fine({ createdAt: daysFromNow(-5), expiresAt: daysFromNow(361) }), ['beyond-policy']],
  ['too long from now on', without(fine({ expiresAt: daysFromNow(366) }), 'createdAt'), ['beyond-policy']],
  ['the ninetieth day without use', fine({ lastUsedAt: daysFromNow(-90) }), []],
  ['the day after', fine({ lastUsedAt: daysFromNow(-91) }), ['unused']],
  ['never used', fine({ lastUsedAt: 'never' }), ['never-used']],
  ['never used, but new', fine({ lastUsedAt: 'never', createdAt: daysFromNow(-6) }), []],
  [
    'never used, of unknown age',
    without(fine({ lastUsedAt: 'never' }), 'createdAt'),
    ['never-used'],
    CLOUDMC,
  ],
  ['no use recorded', without(fine(), 'lastUsedAt'), []],
  ['never used, where use is not recorded', fine({ lastUsedAt: 'never' }), [], FIRST],
  ['a weak value', fine({ weakSecret: true }), ['weak-value'], MIA],
  [
    'a disabled key: what counts once it is enabled',
    fine({ active: false, weakSecret: true, lastUsedAt: 'never' }),
    ['weak-value'],
  ],
  ['a revoked key', fine({ type: 'administration', revokedAt: daysFromNow(-1) }), []],
  ['an expired key', fine({ allowedHosts: 'any', expiresAt: daysFromNow(-1) }), []],
];

describe('rulesOf', () => {
  const cases = CASES.map(([what, key, rules, place]) => ({ what, key, rules, place }));
  it.each(cases)('$what', ({ key, rules, place }) => {
    expect(judge(key, place).rules).toEqual(rules);
  });

  it('finds names that are not unique among the keys of one environment that work', () => {
    const twin = fine({ id: 'key-2', name: ' accounting' });
    expect(judge(fine(), QODLY, DEFAULT_POLICY, [twin]).rules).toEqual(['duplicate-name']);
    expect(judge(fine(), QODLY, DEFAULT_POLICY, [{ ...twin, revokedAt: daysFromNow(-1) }]).rules).toEqual([]);
    expect(judge(fine(), QODLY, DEFAULT_POLICY, [{ ...twin, active: false }]).rules).toEqual([]);
    const elsewhere = [
      { key: fine(), place: QODLY },
      { key: twin, place: FIRST },
    ];
    expect(findingContext(elsewhere, DEFAULT_POLICY, NOW).duplicates.size).toBe(0);
  });

  it('follows the limits of the policy, and leaves out what does not count', () => {
    const key = fine({ type: 'administration', lastUsedAt: daysFromNow(-31) });
    const policy: Policy = { maxValidityDays: 30, unusedDays: 30, rules: { administration: false } };
    expect(judge(key, QODLY, policy).rules).toEqual(['beyond-policy', 'unused']);
  });

  it('puts the weightiest first', () => {
    expect(rulesIn(maskOf(['duplicate-name', 'any-host', 'administration']))).toEqual([
      'administration',
      'any-host',
      'duplicate-name',
    ]);
    const weights = FINDING_RULES.map((rule) => SEVERITIES.indexOf(RULE_FACTS[rule].severity));
    expect(weights).toEqual([...weights].sort());
  });
});

describe('findingsOf', () => {
  const everything = fine({
    type: 'standard',
    role: 'Admin',
    allowedHosts: 'any',
    expiresAt: daysFromNow(900),
    lastUsedAt: daysFromNow(-200),
    weakSecret: true,
  });

  it.each([QODLY, FIRST, ASSISTED, MIA, CLOUDMC, QWILT])('has whole sentences for every place', (place) => {
    const twins = [fine({ name: everything.name }), { ...everything, expiresAt: 'never' }];
    const { findings } = judge(everything, place, DEFAULT_POLICY, twins);
    expect(findings.length).toBeGreaterThan(1);
    for (const { reason, enforcedBy, fix } of findings)
      for (const said of [reason, enforcedBy, fix]) expect(said).toMatch(/^[A-Z][^{}]+\.$/);
  });

  it('says what the vendor lets one do about it', () => {
    const fixOf = (place: JudgedPlace, rule: FindingRule): string | undefined =>
      judge(everything, place).findings.find((finding) => finding.rule === rule)?.fix;
    expect(fixOf(QODLY, 'any-host')).toBe('Edit it and list the addresses that may use it.');
    expect(fixOf(FIRST, 'any-host')).toMatch(/^This cannot be changed\. .* then delete this one\.$/);
    expect(fixOf(ASSISTED, 'any-host')).toMatch(/^In the console of Qodly Cloud, /);
    expect(fixOf(QWILT, 'beyond-policy')).toMatch(/then revoke this one\.$/);
    expect(fixOf(MIA, 'weak-value')).toMatch(/delete this one and deploy\.$/);
  });

  it('says who sees to it', () => {
    const keeper = (place: JudgedPlace): string | undefined =>
      judge(everything, place).findings.find(({ rule }) => rule === 'beyond-policy')?.enforcedBy;
    expect(keeper(QODLY)).toMatch(/^Qodly Cloud, for new keys: .* 365 days at most/);
    expect(keeper(FIRST)).toMatch(/^Nobody but this policy: Qodly Cloud sets no limit here/);
  });
});

describe('openFindings', () => {
  it('leaves out what is accepted, to the end of the last day', () => {
    const { findings } = judge(fine({ allowedHosts: 'any', type: 'administration' }));
    const waivers = [{ rule: 'any-host', until: '2026-03-04', why: 'moves next week' }];
    expect(openFindings(findings, waivers, '2026-03-04').map(({ rule }) => rule)).toEqual(['administration']);
    expect(openFindings(findings, waivers, '2026-03-05')).toHaveLength(2);
    expect(openFindings(findings, undefined, '2026-03-05')).toHaveLength(2);
  });
});
