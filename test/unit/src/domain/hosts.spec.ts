import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkHost } from '@core/domain/hosts';

const canonicalOf = (typed: string, syntax: 'ip' | 'ip-or-cidr' = 'ip'): string | null => {
  const check = checkHost(typed, syntax);
  return check.ok ? check.canonical : null;
};
const reasonOf = (typed: string, syntax: 'ip' | 'ip-or-cidr' = 'ip'): string => {
  const check = checkHost(typed, syntax);
  return check.ok ? '' : check.reason;
};

const FOUR_NUMBERS = 'An IPv4 address is four numbers from 0 to 255, like 203.0.113.7.';
const ADDRESSES = 'Only IPv4 or IPv6 addresses, like 203.0.113.7 or 2001:db8::1.';

describe('checkHost', () => {
  it.each([
    '203.0.113.300',
    '203.0.113',
    '203.0.113.7.1',
    '203.0.113.',
    '203..113.7',
    '256.1.1.1',
    '203.0.113.007',
    '010.0.0.1',
    '3405803783',
    '...',
  ])('refuses an IPv4 address typed wrong: %s', (typed) => {
    expect(reasonOf(typed)).toBe(FOUR_NUMBERS);
  });

  it.each([
    'localhost',
    'console.example.com',
    'http://203.0.113.7',
    '203.0.113.7:8080',
    '203.0.113.7 198.51.100.1',
    '203.0.113.7,198.51.100.1',
    '*',
    '203.0.113.*',
    '0x7f.0.0.1',
    '-1.0.0.1',
    '٢٠٣.٠.١١٣.٧',
    ':::',
    '2001:db8::1::2',
    '2001:db8::g',
    '[2001:db8::1]',
    'fe80::1%eth0',
    '2001:db8:0:0:0:0:0:0:1',
    '12345::',
  ])('refuses what is no address: %s', (typed) => {
    expect(reasonOf(typed)).toBe(ADDRESSES);
  });

  it('says what to type where nothing was typed, and bounds what is', () => {
    expect(reasonOf('  ')).toBe('Type an IP address.');
    expect(reasonOf('1'.repeat(65))).toBe('That is too long for an IP address.');
  });

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    [' 203.0.113.7 ', '203.0.113.7'],
    ['0.0.0.0', '0.0.0.0'],
    ['2001:DB8::1', '2001:db8::1'],
    ['2001:0db8:0000:0000:0000:0000:0000:0001', '2001:db8::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['::', '::'],
    ['::1', '::1'],
    ['::ffff:203.0.113.7', '::ffff:cb00:7107'],
  ])('gives one form to %s', (typed, canonical) => {
    expect(canonicalOf(typed)).toBe(canonical);
  });

  it('takes ranges only where the vendor does', () => {
    expect(reasonOf('203.0.113.0/24')).toBe('This console takes single addresses, no ranges.');
    expect(canonicalOf('203.0.113.0/24', 'ip-or-cidr')).toBe('203.0.113.0/24');
    expect(canonicalOf('2001:DB8::/32', 'ip-or-cidr')).toBe('2001:db8::/32');
    expect(canonicalOf('0.0.0.0/0', 'ip-or-cidr')).toBe('0.0.0.0/0');
  });

  it.each(['203.0.113.0/33', '203.0.113.0/', '203.0.113.0/-1', '203.0.113.0/2.4', '203.0.113.0/abc'])(
    'refuses a range that is none: %s',
    (typed) => expect(reasonOf(typed, 'ip-or-cidr')).toBe('The range ends in /0 to /32.'),
  );

  it('knows how long IPv6 ranges are, and that one range is enough', () => {
    expect(canonicalOf('2001:db8::/128', 'ip-or-cidr')).toBe('2001:db8::/128');
    expect(reasonOf('2001:db8::/129', 'ip-or-cidr')).toBe('The range ends in /0 to /128.');
    expect(reasonOf('203.0.113.0/24/24', 'ip-or-cidr')).toBe(ADDRESSES);
  });

  it('takes every real address, and its own form again unchanged', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
        const canonical = canonicalOf(address);
        expect(canonical).not.toBeNull();
        expect(canonicalOf(canonical ?? '')).toBe(canonical);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never throws and never lets anything else through', () => {
    const nearly = fc.string({ unit: fc.constantFrom(...'0123456789abcdef.:/%[] -x'), maxLength: 45 });
    fc.assert(
      fc.property(fc.oneof(nearly, fc.string({ unit: 'binary' })), (typed) => {
        const check = checkHost(typed, 'ip-or-cidr');
        if (check.ok) expect(check.canonical).toMatch(/^[0-9a-f.:]+(\/\d{1,3})?$/);
        else expect(check.reason).toMatch(/\.$/);
      }),
      { numRuns: 5_000 },
    );
  });
});
