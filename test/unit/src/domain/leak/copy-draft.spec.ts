import { describe, expect, it } from 'vitest';
import { DAY_MS } from '@core/domain/instant';
import { draftProblems } from '@core/domain/key-draft';
import { copyDraft } from '@core/domain/leak/copy-draft';
import { vendorInfo, type VendorId } from '@core/domain/vendor';
import { daysFromNow, NOW } from '@test/support/builders';
import { keyOf } from '@test/support/vendor-worlds';

const placeOf = (id: VendorId, variant?: string) => {
  const vendor = vendorInfo(id);
  const traits = vendor.variants[variant ?? Object.keys(vendor.variants)[0] ?? ''];
  if (traits === undefined) throw new Error(`${id} has no such keys.`);
  return { vendor, traits, maxValidityDays: id === 'qodly' || id === 'qwilt' ? 365 : null, now: NOW };
};

describe.each(['qodly', 'mia', 'cloudmc', 'qwilt'] as const)('a copy of a key of %s', (vendor) => {
  const place = placeOf(vendor);

  it('is what its console takes', () => {
    expect(draftProblems(copyDraft(keyOf(vendor), place), place)).toEqual({});
    const long = keyOf(vendor, {
      name: 'n'.repeat(place.traits.fields.find(({ fact }) => fact === 'name')?.maxLength ?? 200),
    });
    expect(draftProblems(copyDraft(long, place), place)).toEqual({});
    const twice = copyDraft({ ...long, name: copyDraft(long, place).name }, place);
    expect(draftProblems(twice, place)).toEqual({});
  });
});

describe('a copy', () => {
  it('never outlives the key', () => {
    const qwilt = placeOf('qwilt');
    const days = (expiresAt: string) => copyDraft(keyOf('qwilt', { expiresAt }), qwilt).validDays ?? 0;
    expect(days(daysFromNow(40.5))).toBe(40);
    expect(days(daysFromNow(0.5))).toBe(1);
    expect(days(daysFromNow(-3))).toBe(30);
    const qodly = placeOf('qodly');
    const until = (expiresAt: string) => copyDraft(keyOf('qodly', { expiresAt }), qodly).expiresAt;
    expect(until(daysFromNow(40))).toBe(daysFromNow(40));
    expect(until(daysFromNow(-3))).toBe(daysFromNow(30));
    expect(until('never')).toBe(new Date(NOW + 365 * DAY_MS).toISOString());
    expect(
      copyDraft(keyOf('qodly', { expiresAt: 'never' }), { ...qodly, maxValidityDays: null }).expiresAt,
    ).toBe('never');
  });

  it('has another name, but where rules go by the name', () => {
    expect(copyDraft(keyOf('qodly', { name: 'Books' }), placeOf('qodly')).name).toBe('Books (replacement)');
    expect(copyDraft(keyOf('mia', { name: 'mobile' }), placeOf('mia')).name).toBe('mobile');
  });

  it('keeps type, role, hosts and whether it works, and has a secret of its own', () => {
    const key = keyOf('qodly', { type: 'administration', role: 'Admin', allowedHosts: ['203.0.113.7'] });
    expect(copyDraft(key, placeOf('qodly'))).toMatchObject({
      ...{ type: 'administration', role: 'Admin', allowedHosts: ['203.0.113.7'] },
    });
    expect(copyDraft(keyOf('mia', { active: false }), placeOf('mia'))).toMatchObject({
      active: false,
      secret: 'generate',
    });
  });
});
