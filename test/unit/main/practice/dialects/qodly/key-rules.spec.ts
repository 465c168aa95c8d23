import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASSUMPTIONS } from '@main/practice/assumptions';
import type { EnvironmentRecord } from '@main/practice/dialects/qodly/environment-store';
import { expiryError, hostErrors, settle, type RuleSetting } from '@main/practice/dialects/qodly/key-rules';
import { Problem } from '@main/practice/problem';

const NOW = Date.parse('2030-01-01T00:00:00Z');
const YEAR_MS = 365 * 86_400_000;

function setting(environment: Partial<EnvironmentRecord> = {}): RuleSetting {
  return {
    environment: {
      id: 'e',
      position: 1,
      name: 'E',
      application: 'A',
      stage: 'staging',
      generation: 3,
      maximumValidityDays: 365,
      production: false,
      status: 'running',
      ...environment,
    },
    roleNames: ['Admin', 'Sales'],
    now: NOW,
    assumptions: ASSUMPTIONS,
  };
}

describe('expiryError', () => {
  it.each([
    [NOW - 1, false],
    [NOW, false],
    [NOW + 1, true],
    [NOW + YEAR_MS, true],
    [NOW + YEAR_MS + ASSUMPTIONS.validityGraceMs, true],
    [NOW + YEAR_MS + ASSUMPTIONS.validityGraceMs + 1, false],
    [null, false],
  ])('of %s within a year: possible %s', (expiresAt, possible) => {
    expect(expiryError(expiresAt, setting()) === null).toBe(possible);
  });

  it.each([
    [NOW, false],
    [NOW + 1, true],
    [NOW + 100 * YEAR_MS, true],
    [null, true],
  ])('of %s without a maximum: possible %s', (expiresAt, possible) => {
    expect(expiryError(expiresAt, setting({ maximumValidityDays: null })) === null).toBe(possible);
  });
});

describe('settle', () => {
  it('keeps to the fields that are given', () => {
    expect(settle({}, setting())).toEqual({});
    expect(settle({ name: '  a b ' }, setting())).toEqual({ name: 'a b' });
    expect(settle({ expiresAt: '2030-02-01T01:00:00+01:00' }, setting())).toEqual({
      expiresAt: Date.parse('2030-02-01T00:00:00Z'),
    });
  });

  it('names everything that is wrong at once', () => {
    const wrong = {
      type: 'standard',
      role: 'X',
      expiresAt: '2029-01-01T00:00:00Z',
      allowedHosts: ['x'],
    } as const;
    const fields = (() => {
      try {
        settle({ ...wrong, allowedHosts: [...wrong.allowedHosts] }, setting({ generation: 1 }));
        return [];
      } catch (error) {
        return error instanceof Problem ? error.extras.errors?.map(({ field }) => field) : error;
      }
    })();
    expect(fields).toEqual(['type', 'role', 'expiresAt', 'allowedHosts.0']);
  });

  it('settles hosts in a form that settles to itself', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.ipV4(), fc.ipV6()), { maxLength: 50 }), (hosts) => {
        const { allowedHosts = [] } = settle({ allowedHosts: hosts }, setting());
        expect(allowedHosts).toHaveLength(hosts.length);
        expect(settle({ allowedHosts: [...allowedHosts] }, setting()).allowedHosts).toEqual(allowedHosts);
      }),
    );
  });

  it('refuses every text that is no address', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/^[\d.:a-f]+$/i.test(text));
        expect(hostErrors([text], setting())).toHaveLength(1);
      }),
    );
  });
});
