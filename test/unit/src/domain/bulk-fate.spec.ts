import { describe, expect, it } from 'vitest';
import { fateOf, type FateKey, type FatePlace } from '@core/domain/bulk-fate';
import { bulkWord } from '@core/domain/bulk-words';
import { traitsOf, vendorInfo, type VendorId } from '@core/domain/vendor';
import { daysFromNow, NOW } from '@test/support/builders';

const place = (vendor: VendorId, over: Partial<FatePlace['environment']> = {}, variant = ''): FatePlace => {
  const info = vendorInfo(vendor);
  const environment = { canEdit: true, maxValidityDays: 365, ...over };
  return { vendor: info, traits: traitsOf(info, variant), environment };
};
const key = (over: Partial<FateKey> = {}): FateKey => ({ type: 'standard', active: true, ...over });
const extend = (days: number) => ({ kind: 'extend', expiresAt: daysFromNow(days) }) as const;

describe('what a stop does', () => {
  it.each([
    ['qodly', '', 'final', 'Whatever uses this key is refused from then on.'],
    ['cloudmc', '', 'final', 'Whatever uses this key is refused at once.'],
    ['qwilt', '', 'final', 'Whatever uses this key is refused; how fast everywhere is not documented.'],
    ['mia', '', 'works until the next deployment', undefined],
    ['qodly', 'assisted', 'only the record goes; the key itself works on', undefined],
  ] as const)('%s %s: %s', (vendor, variant, short, effect) => {
    const fate = fateOf({ kind: 'stop' }, key(), place(vendor, {}, variant), NOW);
    expect(fate).toMatchObject({ refused: null, short, ...(effect !== undefined && { effect }) });
  });

  it.each([
    ['where nothing can be changed', key(), { readOnly: 'You may only look.' }, 'You may only look.'],
    ['to a key that is stopped', key({ revokedAt: daysFromNow(-1) }), {}, 'It is stopped already.'],
    ['to the key Keydesk needs', key({ signsIn: 'yes' }), {}, /signs in with this key/],
  ])('nothing, %s', (_what, one, over, refused) => {
    const fate = fateOf({ kind: 'stop' }, one, place('qwilt', over), NOW);
    expect(fate.refused).toMatch(refused);
  });

  it('is asked about once more where Keydesk may need the key', () => {
    const fate = fateOf({ kind: 'stop' }, key({ signsIn: 'perhaps' }), place('qwilt'), NOW);
    expect(fate).toMatchObject({ refused: null, perhapsOwn: true });
  });
});

it('a disabled key is only enabled, an enabled one only disabled, and where that exists', () => {
  const mia = place('mia');
  expect(fateOf({ kind: 'disable' }, key(), mia, NOW)).toMatchObject({
    refused: null,
    short: 'reversible, after the next deployment',
  });
  expect(fateOf({ kind: 'disable' }, key({ active: false }), mia, NOW).refused).toBe(
    'It is disabled already.',
  );
  expect(fateOf({ kind: 'enable' }, key(), mia, NOW).refused).toBe('It is enabled already.');
  expect(fateOf({ kind: 'enable' }, key({ active: false, signsIn: 'yes' }), mia, NOW).refused).toBeNull();
  expect(fateOf({ kind: 'disable' }, key(), place('qodly'), NOW).refused).toBe(
    'Keys cannot be disabled here.',
  );
});

it.each([
  ['a later date', key({ expiresAt: daysFromNow(10) }), extend(90), null],
  ['an earlier one', key({ expiresAt: daysFromNow(100) }), extend(90), 'It is valid for longer already.'],
  ['the same', key({ expiresAt: daysFromNow(90) }), extend(90), 'It is valid for longer already.'],
  ['for ever', key({ expiresAt: 'never' }), extend(90), 'It never expires.'],
  ['too late a date', key({ expiresAt: daysFromNow(10) }), extend(400), 'Keys live at most 365 days here.'],
  ['a date gone by', key({ expiresAt: daysFromNow(-9) }), extend(-1), 'The new date is in the past.'],
])('an extension to %s', (_what, one, act, refused) => {
  expect(fateOf(act, one, place('qodly'), NOW).refused).toBe(refused);
});

it('nothing is extended where the date cannot be changed', () => {
  for (const other of [place('qwilt'), place('qodly', { canEdit: false }), place('cloudmc')])
    expect(fateOf(extend(90), key(), other, NOW).refused).toBe(
      'The expiration date of keys cannot be changed here.',
    );
});

it('the word grows with the keys and with the environments, and is true of every vendor', () => {
  const [qodly, qwilt] = [place('qodly').traits, place('qwilt').traits];
  const word = (count: number, traits: readonly (typeof qodly)[], environments: number) =>
    bulkWord({
      act: { kind: 'stop' },
      keys: Array<FateKey>(count).fill(key()),
      traits,
      environments,
      production: false,
    });
  expect(word(1, [qodly], 1)).toBeNull();
  expect(word(2, [qodly], 1)).toBe('DELETE 2 KEYS');
  expect(word(412, [qodly, qodly], 3)).toBe('DELETE 412 KEYS IN 3 ENVIRONMENTS');
  expect(word(412, [qodly, qwilt], 3)).toBe('STOP 412 KEYS IN 3 ENVIRONMENTS');
  expect(word(2, [qwilt, qodly], 2)).toBe(word(2, [qodly, qwilt], 2));
});
