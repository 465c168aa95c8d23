import { describe, expect, it } from 'vitest';
import { canonicalHost, hostAllowed } from '@main/practice/dialects/qodly/hosts';

describe('canonicalHost', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['0.0.0.0', '0.0.0.0'],
    ['::1', '::1'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['2001:0db8:0000:0000:0001:0000:0000:0001', '2001:db8::1:0:0:1'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:cb00:7107', '203.0.113.7'],
    ['0:0:0:0:0:ffff:7f00:1', '127.0.0.1'],
  ])('spells %s as %s', (text, canonical) => {
    expect(canonicalHost(text, false)).toBe(canonical);
  });

  it.each([
    '',
    ' 203.0.113.7',
    '203.0.113.7 ',
    '203.0.113',
    '203.0.113.256',
    '203.0.113.07',
    '0x7f.0.0.1',
    '2130706433',
    '203.0.113.7:80',
    '[::1]',
    'fe80::1%eth0',
    ':::1',
    'localhost',
    '203.0.113.0/24',
    '::/0',
    '203.0.113.7\n',
    '٢٠٣.0.113.7',
  ])('refuses %j', (text) => {
    expect(canonicalHost(text, false)).toBeNull();
  });

  it.each([
    ['10.0.0.0/8', '10.0.0.0/8'],
    ['2001:DB8::/32', '2001:db8::/32'],
    ['203.0.113.7', '203.0.113.7'],
    ['10.0.0.0/33', null],
    ['2001:db8::/129', null],
    ['10.0.0.0/', null],
    ['10.0.0.0/-1', null],
    ['10.0.0.0/8/8', null],
    ['/8', null],
  ])('where ranges are taken, makes of %s %s', (text, canonical) => {
    expect(canonicalHost(text, true)).toBe(canonical);
  });
});

describe('hostAllowed', () => {
  it('allows every host when none is named', () => {
    expect(hostAllowed([], '198.51.100.1')).toBe(true);
  });

  it.each([
    [['203.0.113.7'], '203.0.113.7', true],
    [['203.0.113.7'], '203.0.113.70', false],
    [['203.0.113.7'], '::ffff:203.0.113.7', true],
    [['2001:db8::1'], '2001:db8:0::1', true],
    [['203.0.113.1', '203.0.113.7'], '203.0.113.7', true],
    [['10.0.0.0/8'], '10.255.0.1', true],
    [['10.0.0.0/8'], '11.0.0.1', false],
    [['10.0.0.0/8'], '::ffff:10.1.1.1', true],
    [['10.0.0.0/8'], '2001:db8::1', false],
    [['2001:db8::/32'], '2001:db8:5::1', true],
    [['203.0.113.7'], 'nonsense', false],
    [['203.0.113.7'], '', false],
  ])('for %j and a caller from %s says %s', (allowed, caller, expected) => {
    expect(hostAllowed(allowed, caller)).toBe(expected);
  });
});
