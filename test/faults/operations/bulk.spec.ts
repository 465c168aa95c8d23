import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { KeyDesk, keyAt, STAGING, type Services } from '@test/support/key-desk';
import { aVendorKey } from '@test/support/vendor-records';
import { rounds, seededRandom } from '../storage/seeded-random';
import { BadWeather } from './bad-weather';

const KEYS = rounds(1_000, 120);
const CRASHES = 5;
const CHANCE = 0.3;

/** A selection that is stopped in bad weather, with what the operator was told of each key. */
class Clearing {
  readonly desk = new KeyDesk();
  readonly selected = new Set<string>();
  readonly told = new Set<string>();
  private readonly operations = new Map<string, string>();

  constructor(readonly weather: BadWeather) {
    for (let index = 0; index < KEYS; index += 1) {
      this.desk.console.add(aVendorKey({ id: `key-${index}` }));
      if (index % 10 !== 0) this.selected.add(`key-${index}`);
    }
  }

  /** Stops what is left of the selection; with `calls`, Keydesk crashes after so many calls. */
  async run(services: Services, calls = Infinity): Promise<void> {
    await services.listings.load(STAGING);
    const left = this.desk.console.keys.filter(({ id }) => this.selected.has(id));
    if (left.length === 0) return;
    const targets = left.map(({ id }) => ({ operationId: this.operationOf(id), key: keyAt(id) }));
    const confirmed = await services.bulk.confirm(targets);
    const word = left.length > 1 ? `DELETE ${left.length} KEYS` : '';
    const { console, clock } = this.desk;
    const end = console.calls.length + calls;
    console.trouble = this.weather.strike;
    const run = services.bulk.start(confirmed?.token ?? '', word);
    const ended = run.then(() => true);
    while (console.calls.length < end)
      if (await Promise.race([ended, clock.pass(2_000).then(() => false)])) break;
    console.trouble = () => null;
  }

  /** Takes down what was said of each key so far, and whether that was true at that moment. */
  listen(): void {
    for (const { key, state } of this.desk.bulkRows.splice(0))
      if (state === 'stopped') this.told.add(key.keyId);
  }

  /** One operation per key, however often it is selected again. */
  private operationOf(keyId: string): string {
    const operation = this.operations.get(keyId) ?? randomUUID();
    this.operations.set(keyId, operation);
    return operation;
  }
}

describe.each([7, 20_261_121])('many keys stopped in bad weather (seed %s)', (seed) => {
  it(`${KEYS} keys, ${CRASHES} crashes: all of the selection, nothing else, no tick too many`, async () => {
    const weather = new BadWeather(seededRandom(seed), CHANCE);
    const clearing = new Clearing(weather);
    const { desk, selected, told } = clearing;
    await desk.signIn();
    for (let crash = 0; crash < CRASHES; crash += 1) {
      await clearing.run(desk.start(), weather.pick([50, 100, 150, 200]));
      clearing.listen();
      for (const id of told) expect(desk.console.keys.map((key) => key.id)).not.toContain(id);
    }
    expect(weather.faults).toBeGreaterThan(KEYS / 10);
    for (let turn = 0; turn < 10 && desk.console.keys.some(({ id }) => selected.has(id)); turn += 1)
      await clearing.run(desk.start());
    desk.console.arrive();

    const changes = desk.console.count('stop') + desk.console.count('key');
    expect(new Set(desk.console.stopped)).toEqual(selected);
    expect(desk.console.keys).toHaveLength(KEYS - selected.size);
    // Two in good weather; what is lost is looked for, not asked for again and again.
    expect(changes / selected.size).toBeLessThan(4.5);
  });
});
