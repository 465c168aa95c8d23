import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { BulkReport } from '@core/domain/bulk';
import { KeyDesk, keyAt, STAGING, type Services } from '@test/support/key-desk';
import { aVendorKey } from '@test/support/vendor-records';
import { rounds, seededRandom } from '../storage/seeded-random';
import { BadWeather } from './bad-weather';

const KEYS = rounds(1_000, 240);
const CRASHES = 5;
const CHANCE = 0.3;
/** Keydesk is killed somewhere in the middle of so many calls. */
const CALLS_BEFORE_A_KILL = KEYS / 10;
/** How often the operator presses *Try the rest again*. */
const MOST_TRIES = 5;

/** A selection that is stopped in bad weather by one run, which Keydesk's ends interrupt. */
class Clearing {
  readonly desk = new KeyDesk();
  readonly selected = new Set<string>();
  readonly told = new Set<string>();
  bulkId = '';

  constructor(readonly weather: BadWeather) {
    for (let index = 0; index < KEYS * 1.1; index += 1) {
      this.desk.console.add(aVendorKey({ id: `key-${index}` }));
      if (index % 11 !== 0) this.selected.add(`key-${index}`);
    }
  }

  /** Freezes the selection and begins; from here on calls are counted. */
  async begin(services: Services): Promise<void> {
    await this.desk.signIn();
    await services.listings.load(STAGING);
    const targets = [...this.selected].map((id) => ({
      operationId: randomUUID(),
      key: keyAt(id),
      revision: '1',
    }));
    const confirmed = await services.bulk.confirm({ act: { kind: 'stop' }, targets });
    this.bulkId = confirmed?.token ?? '';
    this.desk.console.calls.length = 0;
    this.desk.console.trouble = this.weather.strike;
    await services.bulk.start(this.bulkId, `DELETE ${targets.length} KEYS`);
  }

  /** Goes on, and is killed in the middle of so many calls: what hangs then is never heard of again. */
  async killed(services: Services, calls: number): Promise<void> {
    const { console, clock } = this.desk;
    const end = console.calls.length + calls;
    console.gate = () => (console.calls.length > end ? new Promise(() => undefined) : null);
    if (this.bulkId === '') await this.begin(services);
    else await services.bulk.resume(this.bulkId);
    while (console.calls.length <= end) {
      // A console that refuses to go on ends a run sooner; the operator tries the rest again.
      const { state } = await services.bulk.report(this.bulkId);
      if (state === 'finished') await services.bulk.resume(this.bulkId);
      await clock.pass(50);
    }
    console.gate = () => null;
  }

  /** Goes on until the run is over. */
  async over(services: Services): Promise<BulkReport> {
    await services.bulk.resume(this.bulkId);
    return this.desk.clock.until(services.bulk.ended(this.bulkId), 3_600_000);
  }

  /** Takes down what was said to be done, and that it was true at that moment. */
  listen(): void {
    for (const { key, state } of this.desk.bulkRows.splice(0)) if (state === 'done') this.told.add(key.keyId);
    const alive = this.desk.console.keys.map(({ id }) => id);
    expect(alive.filter((id) => this.told.has(id))).toEqual([]);
  }
}

describe.each([7, 20_261_121])('many keys stopped in bad weather (seed %s)', (seed) => {
  it(`${KEYS} keys, ${CRASHES} crashes: all of the selection, nothing else, no tick too many`, async () => {
    const clearing = new Clearing(new BadWeather(seededRandom(seed), CHANCE));
    const { desk, selected, weather } = clearing;
    let services = desk.start();
    for (let crash = 0; crash < CRASHES; crash += 1) {
      await clearing.killed(services, CALLS_BEFORE_A_KILL * weather.pick([0.5, 1, 1.5]));
      clearing.listen();
      services = desk.start();
      expect(await services.bulk.list()).toMatchObject([{ bulkId: clearing.bulkId, state: 'interrupted' }]);
    }
    let report = await clearing.over(services);
    for (let tries = 0; tries < MOST_TRIES && !report.rows.every(({ state }) => state === 'done'); tries += 1)
      report = await clearing.over(services);
    clearing.listen();
    desk.console.arrive();

    expect(report.rows.filter(({ state }) => state !== 'done')).toEqual([]);
    expect(new Set(desk.console.stopped)).toEqual(selected);
    expect(weather.faults).toBeGreaterThan(KEYS / 4);
    const perKey = desk.console.calls.length / selected.size;
    process.stdout.write(
      `C9, seed ${seed}: ${selected.size} keys, ${weather.faults} faults, ${perKey.toFixed(2)} requests per key\n`,
    );
    expect(perKey).toBeLessThanOrEqual(2.5);
    expect(await services.bulk.list()).toEqual([]);
  });
});
