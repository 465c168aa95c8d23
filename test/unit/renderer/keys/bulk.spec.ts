import { describe, expect, it } from 'vitest';
import type { BulkAct } from '@core/domain/bulk';
import { mostPowerfulFirst } from '@renderer/keys/bulk-order';
import {
  consequences,
  fatesOf,
  leftOut,
  selectionText,
  takenRows,
  verbFor,
  wordFor,
} from '@renderer/keys/bulk-text';
import type { KeyRow } from '@renderer/key-table/key-row';
import { aKey, NOW } from '@test/support/builders';
import { aPlace, placeOf } from '@test/unit/renderer/keys/places';

const STOP: BulkAct = { kind: 'stop' };
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

it('says what a selection holds', () => {
  expect(selectionText(ROWS)).toBe(
    '7 keys in 2 environments, 2 of them in production, 2 Administration keys',
  );
  expect(selectionText([row('one')])).toBe('1 key in 1 environment');
});

describe('several vendors in one selection', () => {
  const [mia, qwilt] = [placeOf('mia'), placeOf('qwilt')];
  const mixed = [row('qodly'), row('mia', { active: true }, mia), row('qwilt', { signsIn: 'yes' }, qwilt)];

  it('are called by a word that is true of all', () => {
    expect(verbFor(STOP, mixed)).toBe('Stop');
    expect(wordFor(STOP, mixed)).toBe('STOP 3 KEYS IN 3 ENVIRONMENTS');
    expect(wordFor(STOP, ROWS.slice(0, 2))).toBe('DELETE 2 KEYS');
  });

  it('each end in their own way, and one that cannot be stopped now is left out with the reason', () => {
    const fated = fatesOf(STOP, mixed, NOW);
    expect(takenRows(fated).map(({ key }) => key.name)).toEqual(['qodly', 'mia']);
    expect(consequences(fated).map(({ where }) => where)).toEqual([staging.vendor.label, mia.vendor.label]);
    expect(leftOut(fated)).toEqual([
      '1 key left out: Keydesk signs in with this key. Stop it on its own, last.',
    ]);
  });

  it('are disabled only where that exists', () => {
    const fated = fatesOf({ kind: 'disable' }, mixed, NOW);
    expect(takenRows(fated).map(({ key }) => key.name)).toEqual(['mia']);
    expect(leftOut(fated)).toContain('1 key left out: Keys cannot be disabled here.');
  });
});
