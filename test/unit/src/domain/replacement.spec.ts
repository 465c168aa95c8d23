import { describe, expect, it } from 'vitest';
import { DAY_MS } from '@core/domain/instant';
import {
  dueAt,
  replacementState,
  silentSince,
  waitProblem,
  type Replacement,
} from '@core/domain/replacement';
import { traitsOf, vendorInfo } from '@core/domain/vendor';
import { daysFromNow, NOW } from '@test/support/builders';

const handedOver: Replacement = {
  id: '00000000-0000-4000-8000-000000000001',
  consoleId: 'acme',
  environmentId: 'env-staging',
  old: { keyId: 'key-1', name: 'Accounting' },
  new: { keyId: 'key-2', name: 'Accounting' },
  wait: { kind: 'silence', days: 1 },
  startedAt: daysFromNow(0),
  handedOverAt: daysFromNow(0),
};

const lastUsed = (lastUsedAt: string, seenAt: string): Replacement => ({
  ...handedOver,
  seen: { at: seenAt, lastUsedAt },
});

describe('silence', () => {
  it('counts from the hand-over, or from a later use', () => {
    expect(silentSince(lastUsed(daysFromNow(-3), daysFromNow(1)))).toBe(daysFromNow(0));
    expect(silentSince(lastUsed('never', daysFromNow(1)))).toBe(daysFromNow(0));
    expect(silentSince(lastUsed(daysFromNow(2), daysFromNow(3)))).toBe(daysFromNow(2));
    expect(silentSince({ ...handedOver, seen: { at: daysFromNow(1) } })).toBeNull();
  });

  it('counts only as far as the console was looked at', () => {
    const early = lastUsed('never', daysFromNow(0.5));
    expect(dueAt(early)).toBe(daysFromNow(1));
    expect(replacementState(early, NOW + 0.9 * DAY_MS)).toBe('waiting');
    expect(replacementState(early, NOW + 2 * DAY_MS)).toBe('look');
    expect(replacementState(lastUsed('never', daysFromNow(1)), NOW + 2 * DAY_MS)).toBe('due');
    expect(replacementState(lastUsed(daysFromNow(1.5), daysFromNow(2)), NOW + 2 * DAY_MS)).toBe('waiting');
  });

  it('is never due while nobody knows', () => {
    expect(replacementState({ ...handedOver, seen: { at: daysFromNow(9) } }, NOW + 9 * DAY_MS)).toBe(
      'waiting',
    );
    const { new: _new, ...issuing } = handedOver;
    expect(replacementState(issuing, NOW + 9 * DAY_MS)).toBe('issuing');
  });
});

describe('a date', () => {
  const dated: Replacement = { ...handedOver, wait: { kind: 'date', at: daysFromNow(7) } };

  it('needs no look', () => {
    expect(replacementState(dated, NOW + 6 * DAY_MS)).toBe('waiting');
    expect(replacementState(dated, NOW + 7 * DAY_MS)).toBe('due');
    const end = { at: daysFromNow(1), why: 'gone' } as const;
    expect(replacementState({ ...dated, end }, NOW + 7 * DAY_MS)).toBe('over');
  });
});

describe('what can be waited for', () => {
  const rules = (vendor: 'qodly' | 'mia') => {
    const info = vendorInfo(vendor);
    const traits = traitsOf(info, Object.keys(info.variants)[0] ?? '');
    return { traits, expiresAt: daysFromNow(10), now: NOW };
  };

  it('is silence only where use is recorded, and no day after the end of the old key', () => {
    expect(waitProblem({ kind: 'silence', days: 1 }, rules('qodly'))).toBeNull();
    expect(waitProblem({ kind: 'silence', days: 1 }, rules('mia'))).toMatch(/does not say/);
    expect(waitProblem({ kind: 'date', at: daysFromNow(9) }, rules('mia'))).toBeNull();
    expect(waitProblem({ kind: 'date', at: daysFromNow(11) }, rules('mia'))).toMatch(/expires before/);
    expect(waitProblem({ kind: 'date', at: daysFromNow(-1) }, rules('qodly'))).toMatch(/not over/);
  });
});
