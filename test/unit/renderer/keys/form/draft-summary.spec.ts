import { describe, expect, it } from 'vitest';
import { draftSummary } from '@renderer/keys/form/draft-summary';
import { draftWarnings } from '@renderer/keys/form/draft-warnings';
import { daysFromNow, NOW } from '@test/support/builders';
import { anOldPlace, aPlace } from '@test/unit/renderer/keys/places';

const DRAFT = { name: 'Accounting', type: 'standard' as const, role: 'Reader', expiresAt: daysFromNow(30) };

describe('draftSummary', () => {
  it('says what, where, from where and until when', () => {
    expect(draftSummary({ ...DRAFT, allowedHosts: ['203.0.113.7'] }, aPlace(), NOW)).toMatch(
      /^“Accounting” can do what the role Reader may do in staging \(Acme Qodly\), only from 203\.0\.113\.7, until 3 Apr 2026, .+ \(30 days\)\.$/,
    );
  });

  it('shortens long lists of addresses and speaks the vendor’s words', () => {
    const allowedHosts = ['203.0.113.1', '203.0.113.2', '203.0.113.3', '203.0.113.4'];
    expect(
      draftSummary({ name: 'Old', role: 'Admin', expiresAt: 'never', allowedHosts }, anOldPlace(), NOW),
    ).toBe(
      '“Old” can do what the profile Admin may do in legacy (Acme Qodly), only from 203.0.113.1, 203.0.113.2, 203.0.113.3 and 1 more, for ever.',
    );
  });

  it('does not promise a date that has passed', () => {
    expect(draftSummary({ ...DRAFT, expiresAt: daysFromNow(-1) }, aPlace(), NOW)).toMatch(/from any host\.$/);
  });
});

describe('draftWarnings', () => {
  it('warns of production, Administration, any host and for ever', () => {
    const draft = { ...DRAFT, type: 'administration' as const, expiresAt: 'never' as const };
    expect(draftWarnings(draft, aPlace({ production: true }))).toHaveLength(4);
    expect(draftWarnings({ ...DRAFT, allowedHosts: ['203.0.113.7'] }, aPlace())).toEqual([]);
  });
});
