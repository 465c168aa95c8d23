import { describe, expect, it } from 'vitest';
import type { ApiKey } from '@core/domain/api-key';
import { DAY_MS, toInstant } from '@core/domain/instant';
import { EXPIRING_DAYS, KEY_STATUSES, keyStatus, keyStatusReason } from '@core/domain/key-status';
import { aKey, daysFromNow, NOW } from '@test/support/builders';

const cases: readonly [string, Partial<ApiKey>, string][] = [
  ['a key far from its end', { expiresAt: daysFromNow(200) }, 'active'],
  ['a key that never ends', { expiresAt: 'never' }, 'active'],
  ['exactly the last day that still warns', { expiresAt: daysFromNow(EXPIRING_DAYS) }, 'expiring'],
  ['one millisecond before that', { expiresAt: toInstant(NOW + EXPIRING_DAYS * DAY_MS + 1) }, 'active'],
  ['its last millisecond', { expiresAt: toInstant(NOW + 1) }, 'expiring'],
  ['the moment of its end', { expiresAt: toInstant(NOW) }, 'expired'],
  ['a key of last year', { expiresAt: daysFromNow(-300) }, 'expired'],
  ['an expiry the console does not tell', { expiresAt: 'unknown' }, 'unknown'],
  ['a key that works later', { activatesAt: toInstant(NOW + 60_000) }, 'activating'],
  ['a key whose start is past', { activatesAt: toInstant(NOW - 1) }, 'active'],
  ['a disabled key', { active: false }, 'disabled'],
  ['a disabled key that has expired too', { active: false, expiresAt: daysFromNow(-1) }, 'disabled'],
  [
    'an expired key that was never activated',
    { expiresAt: daysFromNow(-1), activatesAt: daysFromNow(1) },
    'expired',
  ],
  [
    'a revoked key, whatever else it says',
    { revokedAt: daysFromNow(-1), active: false, expiresAt: 'unknown' },
    'revoked',
  ],
];

describe('keyStatus', () => {
  it.each(cases)('%s', (_what, facts, status) => {
    expect(keyStatus(aKey(facts), NOW)).toBe(status);
  });

  it('says nothing good of a key whose console has no expiry at all: it is valid until told otherwise', () => {
    const key = aKey();
    delete key.expiresAt;
    expect(keyStatus(key, NOW)).toBe('active');
  });

  it('never calls a key valid whose expiry cannot be read', () => {
    expect(keyStatus(aKey({ expiresAt: 'soon' }), NOW)).toBe('unknown');
  });
});

describe('keyStatusReason', () => {
  it('has a sentence for every status', () => {
    const sentences = new Map(cases.map(([, facts, status]) => [status, keyStatusReason(aKey(facts), NOW)]));
    expect([...sentences.keys()].sort()).toEqual([...KEY_STATUSES].sort());
    for (const sentence of sentences.values()) expect(sentence).toMatch(/^It .+\.$|^The console .+\.$/);
    expect(new Set(sentences.values()).size).toBe(KEY_STATUSES.length);
  });

  it.each([
    [1, 'It expires in 1 day.'],
    [12, 'It expires in 12 days.'],
    [0.4, 'It expires in less than a day.'],
    [-0.4, 'It expired less than a day ago and is refused.'],
    [-1, 'It expired 1 day ago and is refused.'],
    [-40, 'It expired 40 days ago and is refused.'],
  ])('counts whole days: %s', (days, sentence) => {
    expect(keyStatusReason(aKey({ expiresAt: daysFromNow(days) }), NOW)).toBe(sentence);
  });

  it('warns of a key that never ends', () => {
    expect(keyStatusReason(aKey({ expiresAt: 'never' }), NOW)).toBe('It is valid and never expires.');
  });
});
