import { describe, expect, it } from 'vitest';
import { mostPowerfulFirst } from '@renderer/keys/bulk-order';
import { selectionText, summaryText } from '@renderer/keys/bulk-text';
import type { KeyRow } from '@renderer/keys/key-row';
import { aKey } from '@test/support/builders';
import { aPlace } from '@test/unit/renderer/keys/places';

const staging = aPlace();
const live = aPlace({ environmentId: 'env-live', name: 'live', production: true });
const row = (name: string, over: Partial<KeyRow['key']> = {}, place = staging): KeyRow => ({
  id: name,
  key: aKey({ name, allowedHosts: ['203.0.113.7'], ...over }),
  place,
});

const ROWS = [
  row('plain b'),
  row('plain a'),
  row('any host', { allowedHosts: 'any' }),
  row('admin role', { role: 'Admin' }),
  row('live', {}, live),
  row('administration', { type: 'administration' }),
  row('live administration', { type: 'administration' }, live),
];

it('orders keys by what they can do, then by name', () => {
  expect(mostPowerfulFirst(ROWS).map(({ key }) => key.name)).toEqual([
    'live administration',
    'administration',
    'live',
    'admin role',
    'any host',
    'plain a',
    'plain b',
  ]);
});

describe('texts', () => {
  it('says what a selection holds', () => {
    expect(selectionText(ROWS)).toBe(
      '7 keys in 2 environments, 2 of them in production, 2 Administration keys',
    );
    expect(selectionText([row('one')])).toBe('1 key in 1 environment');
  });

  it('counts outcomes and leaves out what did not occur', () => {
    const states = ['stopped', 'stopped', 'failed', 'checking', 'cancelled'] as const;
    expect(
      summaryText(
        states.map((state) => ({ state })),
        'deleted',
      ),
    ).toBe('2 deleted · 1 failed · 1 not confirmed · 1 left alone');
  });
});
