import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { vendorInfo, type VendorId } from '@core/domain/vendor';
import { daysFromNow } from '@test/support/builders';
import { keyAt, KeyDesk, STAGING, type Services } from '@test/support/key-desk';
import { minimised, report } from '../recipe';
import { rounds, seededRandom } from '../storage/seeded-random';
import { BadWeather } from './bad-weather';

const SEED = Number(process.env['KEYDESK_SEED'] ?? 20_261_121);
const MOST_TRIES = 8;

const DRAFTS = {
  qodly: () => ({ type: 'standard' as const, role: 'Reader', expiresAt: daysFromNow(90), allowedHosts: [] }),
  qwilt: () => ({ role: 'Editor', validDays: 30 }),
};

/** Somebody who creates keys in bad weather, and stops every one whose secret cannot be had. */
class Creator {
  readonly desk = new KeyDesk();
  readonly secrets = new Map<string, string>();
  readonly open = new Map<string, string>();
  orphans = 0;
  services: Services;

  constructor(
    readonly vendor: keyof typeof DRAFTS & VendorId,
    readonly weather: BadWeather,
  ) {
    this.desk.sells(vendor);
    this.desk.console.idempotent = vendorInfo(vendor).repeatable;
    this.services = this.desk.start();
    this.desk.console.trouble = weather.strike;
  }

  async create(name: string): Promise<void> {
    const id = randomUUID();
    this.open.set(id, name);
    for (let tries = 0; tries < MOST_TRIES && this.open.has(id); tries += 1) {
      await this.press(id);
      if (this.weather.pick([true, false, false, false])) this.desk.console.arrive();
      if (this.weather.pick([true, false, false, false])) await this.restart();
    }
  }

  async clearUp(): Promise<void> {
    this.weather.chance = 0;
    this.desk.console.arrive();
    await this.restart();
    for (const id of this.open.keys()) await this.press(id);
  }

  private async press(id: string): Promise<void> {
    const draft = { ...DRAFTS[this.vendor](), name: this.open.get(id) ?? '' };
    try {
      const work = this.services.keys.issue({ operationId: id, environment: STAGING, draft });
      const outcome = await this.desk.clock.until(work, 20_000);
      if (outcome.state === 'checking') return;
      this.open.delete(id);
      await this.take(outcome.key.id, outcome.handle);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }

  private async take(keyId: string, handle: string | null): Promise<void> {
    if (handle !== null) {
      this.secrets.set(keyId, this.services.vault.get(handle).secret);
      return;
    }
    const { chance } = this.weather;
    this.weather.chance = 0;
    this.orphans += 1;
    await this.desk.clock.until(
      this.services.keys.stop({ operationId: randomUUID(), key: keyAt(keyId) }),
      20_000,
    );
    this.weather.chance = chance;
  }

  private async restart(): Promise<void> {
    this.services = this.desk.start();
    await this.services.journal.open();
    await this.desk.clock
      .until(this.services.operations.settleConsole('acme'), 60_000)
      .catch(() => undefined);
  }
}

/** A year's keys: every start reads the whole journal, so that ten times as many take a hundred times as long. */
const ONE_DESK = 250;

interface Tally {
  faults: number;
  orphans: number;
  missing: number;
}

/** Creates keys at one desk in bad weather and compares what its operator believes with the truth. */
async function oneDesk(creator: Creator, creates: number, tally: Tally): Promise<void> {
  await creator.desk.signIn();
  for (let index = 0; index < creates; index += 1) await creator.create(`key ${index}`);
  tally.faults += creator.weather.faults;
  await creator.clearUp();
  const { console } = creator.desk;
  // What never arrived is not sent again where that could make two keys; it is said to be not found.
  const lost = [...creator.open.values()];
  if (creator.vendor === 'qodly') expect(lost).toEqual([]);
  expect(console.createdNames.filter((name) => lost.includes(name))).toEqual([]);
  expect(new Set(console.createdNames).size).toBe(creates - lost.length);
  expect(console.createdNames).toHaveLength(creates - lost.length);
  for (const { id } of console.keys) expect(creator.secrets.get(id), id).toBe(console.secretOf(id));
  expect(console.stopped).toHaveLength(creator.orphans);
  tally.orphans += creator.orphans;
  tally.missing += lost.length;
}

describe.each([
  { recipe: 'C1 create, answer unclear', vendor: 'qodly', creates: rounds(10_000, 250), chance: 0.6 },
  { recipe: 'C2 the same without idempotency', vendor: 'qwilt', creates: rounds(1_000, 125), chance: 0.66 },
] as const)('$recipe', ({ recipe, vendor, creates, chance }) => {
  const name = `${creates} keys: none twice, no secret lost or wrong (KEYDESK_SEED=${SEED})`;
  it(name, { timeout: 900_000 }, async () => {
    const since = performance.now();
    const tally: Tally = { faults: 0, orphans: 0, missing: 0 };
    for (let done = 0; done < creates; done += ONE_DESK) {
      await minimised(Math.min(ONE_DESK, creates - done), (few) => {
        const weather = new BadWeather(seededRandom(SEED + done), chance);
        return oneDesk(new Creator(vendor, weather), few, tally);
      });
    }
    const { faults, orphans, missing } = tally;
    const told = missing === 0 ? '' : `, ${missing} that never arrived said to be missing`;
    const held = `0 twice, 0 secrets lost or wrong, ${orphans} orphans, all revoked${told}`;
    report({ recipe, did: `${creates} creates, ${faults} faults, seed ${SEED}`, held, since });
  });
});
