import { describe, expect, it } from 'vitest';
import { rounds, seededRandom } from '../storage/seeded-random';
import { BadWeather } from './bad-weather';
import { Operator } from './operator';

const CHANGES = rounds(2_000, 200);

describe.each([1, 20_261_121, 4_294_967_295])('changes in bad weather (seed %s)', (seed) => {
  it(`${CHANGES} of them: no key twice, no secret lost, nothing called stopped that lives`, async () => {
    const weather = new BadWeather(seededRandom(seed), 0.45);
    const operator = new Operator(weather);
    await operator.desk.signIn();
    for (let count = 0; count < CHANGES; count += 1) await operator.work();
    const { faults } = weather;
    await operator.clearUp();
    const { console } = operator.desk;

    expect(faults).toBeGreaterThan(2 * CHANGES);
    expect(operator.lies).toEqual([]);
    const named = console.createdNames;
    expect(new Set(named).size).toBe(named.length);

    for (const change of operator.changes) {
      const alive = console.keys.some(({ id }) => id === change.keyId);
      if (change.kind === 'issue') {
        expect(named, change.name).toContain(change.name);
        expect(operator.stateOf(change), change.name).toBe('confirmed');
      }
      if (change.kind === 'stop' && change.told === 'confirmed') expect(alive, change.name).toBe(false);
      if (change.kind === 'edit') {
        const written = console.edits.filter(({ name }) => name === change.name).length;
        expect(written, change.name).toBeLessThanOrEqual(1);
        if (change.told === 'confirmed') expect(written, change.name).toBe(1);
      }
    }
    expect(operator.changes.filter(({ told }) => told === 'open')).toEqual([]);
  });
});
