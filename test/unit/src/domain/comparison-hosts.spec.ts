import { describe, expect, it } from 'vitest';
import { hostReach, type Reach } from '@core/domain/comparison-hosts';

type Hosts = 'any' | string[];

const cases: readonly [string, Hosts, Hosts, Reach][] = [
  ['any host from one', ['203.0.113.7'], 'any', 'wider'],
  ['one host from any', 'any', ['203.0.113.7'], 'narrower'],
  ['an empty list is any host', 'any', [], 'same'],
  ['one more', ['203.0.113.7'], ['203.0.113.7', '203.0.113.8'], 'wider'],
  ['another order', ['203.0.113.7', '203.0.113.8'], ['203.0.113.8', '203.0.113.7'], 'same'],
  ['another one', ['203.0.113.7'], ['203.0.113.8'], 'other'],
  ['a wider range', ['10.0.0.0/24'], ['10.0.0.0/16'], 'wider'],
  ['a range for its address', ['10.0.0.0/24'], ['10.0.0.9'], 'narrower'],
  ['two halves of one range', ['10.0.0.0/25', '10.0.0.128/25'], ['10.0.0.0/24'], 'same'],
  ['a range written by another of its addresses', ['10.0.0.0/24'], ['10.0.0.77/24'], 'same'],
  ['a range and one host outside', ['10.0.0.0/24'], ['10.0.0.0/23', '10.9.9.9'], 'wider'],
  ['overlapping ranges', ['10.0.0.0/24', '10.0.1.0/24'], ['10.0.1.0/24', '10.0.2.0/24'], 'other'],
  ['IPv6 written in full', ['2001:db8::1'], ['2001:0DB8:0:0:0:0:0:1'], 'same'],
  ['IPv6 with its end as IPv4', ['::ffff:192.0.2.1'], ['::ffff:c000:201'], 'same'],
  ['an IPv6 range', ['2001:db8::/48'], ['2001:db8::/32'], 'wider'],
  ['IPv4 is not IPv6', ['0.0.0.0/0'], ['::/0'], 'other'],
  ['what is no address', ['desk.example'], ['desk.example', 'other.example'], 'wider'],
  ['nonsense is compared as it is', ['1.2.3.4/99'], ['1.2.3.4/99', ':::1', '1:2'], 'wider'],
];

describe('hostReach', () => {
  it.each(cases)('%s', (_what, before, after, reach) => {
    expect(hostReach(before, after)).toBe(reach);
    const back: Partial<Record<Reach, Reach>> = { wider: 'narrower', narrower: 'wider' };
    expect(hostReach(after, before)).toBe(back[reach] ?? reach);
  });
});
