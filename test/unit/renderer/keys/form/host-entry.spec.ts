import { expect, it } from 'vitest';
import { MOST_HOSTS } from '@core/domain/key-draft';
import { enterHosts } from '@renderer/keys/form/host-entry';

it('takes a pasted list and leaves what is wrong with it', () => {
  expect(enterHosts(['203.0.113.7'], '198.51.100.1, 2001:DB8:0::1;\n203.0.113.7 nonsense', 'ip')).toEqual({
    hosts: ['203.0.113.7', '198.51.100.1', '2001:db8::1'],
    rest: '203.0.113.7 nonsense',
    problem: '203.0.113.7 is already in the list.',
  });
});

it('takes ranges only where the vendor does', () => {
  expect(enterHosts([], '203.0.113.0/24', 'ip').hosts).toEqual([]);
  expect(enterHosts([], '203.0.113.0/24', 'ip-or-cidr').hosts).toEqual(['203.0.113.0/24']);
});

it('stops at as many addresses as a key may have', () => {
  const full = Array.from({ length: MOST_HOSTS }, (_, n) => `203.0.113.${n}`);
  expect(enterHosts(full, '198.51.100.1', 'ip')).toEqual({
    hosts: full,
    rest: '198.51.100.1',
    problem: `A key may have ${MOST_HOSTS} addresses.`,
  });
});

it('has nothing to say about nothing', () => {
  expect(enterHosts([], '  ', 'ip')).toEqual({ hosts: [], rest: '', problem: null });
});
