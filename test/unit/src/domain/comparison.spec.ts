import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareAtOnce, type Comparison, type KeySet } from '@core/domain/comparison';
import { CHANGE_KINDS, type ChangeKind } from '@core/domain/comparison-changes';
import type { InventoryKey, InventoryPlace } from '@core/domain/inventory';
import { daysFromNow } from '@test/support/builders';
import { anInventoryKey, anInventoryPlace } from '@test/support/inventories';

const MIA = anInventoryPlace({ console: { vendor: 'mia', origin: 'https://mia.example' } });
const QWILT = anInventoryPlace({ console: { vendor: 'qwilt', origin: 'https://q.example' } });

const setOf = (keys: readonly InventoryKey[], places: readonly InventoryPlace[] = [anInventoryPlace()]) => ({
  places,
  keys,
});

type Facts = Partial<InventoryKey>;

/** Compares one key with itself, changed. */
const changed = (before: Facts, after: Facts, place = anInventoryPlace()): Comparison =>
  compareAtOnce(setOf([anInventoryKey(before)], [place]), setOf([anInventoryKey(after)], [place]));

const kindsOf = ({ differences }: Comparison): ChangeKind[] => differences.flatMap(({ changes }) => changes);

const changes: readonly [string, Facts, Facts, ChangeKind][] = [
  ['a role that is Admin now', { role: 'Reader' }, { role: 'Admin' }, 'role-wider'],
  ['a role that was Admin', { role: 'admin' }, { role: null }, 'role-narrower'],
  ['a role of which nothing is known', { role: 'Reader' }, { role: 'Clerk' }, 'role-other'],
  ['the type', { type: 'standard' }, { type: 'administration' }, 'type-wider'],
  ['fewer hosts', { allowedHosts: 'any' }, { allowedHosts: ['203.0.113.7'] }, 'hosts-narrower'],
  ['a later end', {}, { expiresAt: daysFromNow(201) }, 'expiry-later'],
  ['an end at all', { expiresAt: 'never' }, {}, 'expiry-sooner'],
  ['switched off', { active: true }, { active: false }, 'disabled'],
  ['revoked', {}, { revokedAt: daysFromNow(-1) }, 'revoked'],
  ['back after it was revoked', { revokedAt: daysFromNow(-1) }, {}, 'reappeared'],
  ['another name', {}, { name: 'Warehouse' }, 'renamed'],
  ['a description', {}, { description: 'For the shop' }, 'other'],
];

/** What each kind is when the sides are swapped. */
const SWAPPED: Partial<Record<ChangeKind, ChangeKind>> = {
  new: 'gone',
  gone: 'new',
  revoked: 'reappeared',
  reappeared: 'revoked',
  enabled: 'disabled',
  disabled: 'enabled',
  'expiry-later': 'expiry-sooner',
  'expiry-sooner': 'expiry-later',
  'role-wider': 'role-narrower',
  'role-narrower': 'role-wider',
  'hosts-wider': 'hosts-narrower',
  'hosts-narrower': 'hosts-wider',
  'type-wider': 'type-narrower',
  'type-narrower': 'type-wider',
};

describe('what changed of a key', () => {
  it.each(changes)('%s', (_what, before, after, kind) => {
    expect(kindsOf(changed(before, after))).toEqual([kind]);
    expect(kindsOf(changed(after, before))).toEqual([SWAPPED[kind] ?? kind]);
  });

  it('is nothing where it was used, where one side does not say, or where a place does not keep it', () => {
    const quiet: [Facts, Facts][] = [
      [{}, { lastUsedAt: daysFromNow(0), lastUsedIp: '203.0.113.9' }],
      [
        { type: null, active: null },
        { type: 'standard', active: true },
      ],
      [{ expiresAt: 'unknown' }, { expiresAt: 'never' }],
      [{ description: '' }, {}],
      [{ usedBy: ['/a', '/b'] }, { usedBy: ['/b', '/a'] }],
    ];
    for (const [before, after] of quiet) expect(changed(before, after)).toMatchObject({ unchanged: 1 });
    const place = anInventoryPlace({ notKept: ['role'] });
    expect(changed({ role: null }, { role: 'Admin' }, place)).toMatchObject({ unchanged: 1 });
  });

  it('knows from the vendor which of its roles can do more', () => {
    expect(kindsOf(changed({ role: 'Viewer' }, { role: 'Editor' }, QWILT))).toEqual(['role-wider']);
  });
});

describe('which keys belong together', () => {
  const matched = (before: Facts, after: Facts, place?: InventoryPlace) =>
    changed({ name: 'A', ...before }, { name: 'A', role: 'Admin', ...after }, place).differences.map(
      ({ matchedBy }) => matchedBy,
    );
  const secret = 'a'.repeat(64);

  it('says by what', () => {
    expect(matched({}, { name: 'B' })).toEqual(['id']);
    expect(matched({ fingerprint: secret }, { id: 'key-2', name: 'B', fingerprint: secret })).toEqual([
      'fingerprint',
    ]);
    expect(matched({}, { id: 'key-2' })).toEqual(['probable']);
    expect(matched({}, { id: 'key-2', expiresAt: 'never' })).toEqual(['probable']);
    expect(matched({}, { id: 'key-2', createdAt: daysFromNow(-1) })).toEqual([null, null]);
  });

  it('takes an id for no proof where ids pass on', () => {
    const dates = { createdAt: undefined, expiresAt: undefined };
    const facts = JSON.parse(JSON.stringify(dates)) as Facts;
    expect(matched({ ...facts, fingerprint: secret }, { id: 'A#2', fingerprint: secret }, MIA)).toEqual([
      'fingerprint',
    ]);
    expect(matched(facts, { id: 'A#2' }, MIA)).toEqual(['probable']);
    expect(matched(facts, { name: 'B' }, MIA)).toEqual([null, null]);
  });

  it('knows a revoked key that is back under another id beside the old record', () => {
    const old = anInventoryKey({ revokedAt: daysFromNow(-9), fingerprint: secret });
    const back = anInventoryKey({ id: 'key-2', createdAt: daysFromNow(-1), fingerprint: secret });
    const { differences } = compareAtOnce(setOf([old]), setOf([old, back]));
    expect(differences).toMatchObject([{ changes: ['reappeared'], before: old, after: back }]);
  });

  it('says of a new key that it was made before the older listing, which did not have it', () => {
    const { differences } = compareAtOnce(setOf([]), setOf([anInventoryKey()]));
    expect(differences).toMatchObject([{ changes: ['new', 'reappeared'], before: null }]);
    const stale = setOf([], [anInventoryPlace({ stale: true })]);
    expect(kindsOf(compareAtOnce(stale, setOf([anInventoryKey()])))).toEqual(['new']);
  });

  it('compares no place that only one side has', () => {
    const elsewhere = anInventoryPlace({ environment: { id: 'env-live', name: 'live' } });
    const both = setOf([anInventoryKey(), anInventoryKey({ place: 1 })], [anInventoryPlace(), elsewhere]);
    const compared = compareAtOnce(setOf([anInventoryKey()]), both);
    expect(compared).toMatchObject({
      differences: [],
      unchanged: 1,
      apart: { older: [], newer: [{ place: elsewhere, keys: 1 }] },
    });
  });

  it('knows a place by its address, whatever an installation calls its console', () => {
    const renamed = anInventoryPlace({ console: { id: 'other-id', label: 'Ours' } });
    expect(compareAtOnce(setOf([anInventoryKey()]), setOf([anInventoryKey()], [renamed])).unchanged).toBe(1);
  });
});

const anyKey = fc.record(
  {
    place: fc.constantFrom(0, 1, 2),
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    name: fc.constantFrom('x', 'y', ''),
    type: fc.constantFrom('standard' as const, 'administration' as const, null),
    role: fc.constantFrom('Admin', 'Reader', 'Viewer', null),
    active: fc.constantFrom(true, false, null),
    createdAt: fc.constantFrom(daysFromNow(-40), daysFromNow(-9)),
    expiresAt: fc.constantFrom(daysFromNow(9), 'never' as const, 'unknown' as const),
    allowedHosts: fc.constantFrom('any' as const, ['10.0.0.0/8'], ['10.1.0.0/16'], ['::1', 'x']),
    revokedAt: fc.constant(daysFromNow(-3)),
    fingerprint: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)),
  },
  { requiredKeys: ['place', 'id', 'name', 'type', 'role', 'active'] },
);
const PLACES = [anInventoryPlace(), MIA, QWILT];
const anySet = fc.array(anyKey, { maxLength: 12 }).map((keys): KeySet => ({ keys, places: PLACES }));

describe('any two listings', () => {
  it('a listing compared with itself shows nothing', () => {
    fc.assert(
      fc.property(anySet, (set) => {
        const compared = compareAtOnce(set, structuredClone(set));
        expect(compared).toMatchObject({ differences: [], unchanged: set.keys.length });
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it('swapped sides swap what is said, and every key is in it once', () => {
    // What is back by its secret or its date has a before and an after of its own.
    const plain = anySet.map(({ keys, places }) => ({
      places: places.map((place) => ({ ...place, stale: true as const })),
      keys: keys.map(({ fingerprint: _secret, ...key }) => key),
    }));
    fc.assert(
      fc.property(plain, plain, (one, two) => {
        const [there, back] = [compareAtOnce(one, two), compareAtOnce(two, one)];
        const swapped = CHANGE_KINDS.map((kind) => there.counts[SWAPPED[kind] ?? kind]);
        expect(CHANGE_KINDS.map((kind) => back.counts[kind])).toEqual(swapped);
        const pairs = there.differences.filter(({ matchedBy }) => matchedBy !== null).length;
        const { counts, unchanged } = there;
        expect(counts.new + pairs + unchanged).toBe(two.keys.length);
        expect(counts.gone + pairs + unchanged).toBe(one.keys.length);
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it('finds exactly what was edited', () => {
    const keys = Array.from({ length: 300 }, (_, at) =>
      anInventoryKey({ id: `key-${at}`, name: `Key ${at}` }),
    );
    const edits = fc.uniqueArray(fc.record({ at: fc.nat(299), edit: fc.nat(changes.length) }), {
      selector: ({ at }) => at,
      maxLength: 20,
    });
    fc.assert(
      fc.property(edits, (wanted) => {
        const made = new Map(wanted.map(({ at, edit }) => [`key-${at}`, changes[edit]]));
        const [before, after] = [1, 2].map((side) =>
          keys.flatMap((key) => {
            if (!made.has(key.id)) return [key];
            const edit = made.get(key.id);
            if (edit === undefined) return side === 1 ? [key] : [];
            return [{ ...key, ...(edit[side] as Facts) }];
          }),
        );
        const found = compareAtOnce(setOf(before ?? []), setOf((after ?? []).reverse()));
        const said = found.differences.map((row) => [row.before?.id, row.changes.join()]);
        expect(said.sort()).toEqual([...made].map(([id, edit]) => [id, edit?.[3] ?? 'gone']).sort());
      }),
      { seed: 5, numRuns: 30 },
    );
  });
});
