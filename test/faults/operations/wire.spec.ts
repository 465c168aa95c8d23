import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { daysFromNow } from '@test/support/builders';
import { report } from '../recipe';
import { rounds } from '../storage/seeded-random';
import { WireConsole } from './wire-console';
import { KINDS, WireWeather } from './wire-weather';

const SEED = Number(process.env['KEYDESK_SEED'] ?? 20_261_121);
const MOST_TRIES = 8;
/** Every start reads the whole journal, and every look reads all keys. */
const ONE_CONSOLE = 10;
/** Most of the time is spent waiting for what hangs. */
const CONSOLES_AT_ONCE = 10;

const draft = (name: string) => ({
  name,
  type: 'standard' as const,
  role: 'Admin',
  expiresAt: daysFromNow(90),
  allowedHosts: [],
});

/** Somebody who creates and stops keys over a bad wire and writes down what they were told. */
class Responder {
  /** Secrets by the id of their key, as they were handed over. */
  readonly secrets = new Map<string, string>();
  readonly stopped = new Set<string>();
  orphans = 0;

  constructor(
    private readonly at: WireConsole,
    private readonly weather: WireWeather,
  ) {}

  /** Presses *Create* until there is an answer; true when there was one. */
  async create(operationId: string, name: string): Promise<boolean> {
    const environment = { consoleId: 'acme', environmentId: this.at.environment };
    return this.pressed(async () => {
      const work = this.at.services.keys.issue({ operationId, environment, draft: draft(name) });
      const outcome = await this.at.desk.clock.until(work, 60_000);
      if (outcome.state === 'checking') return false;
      if (outcome.handle === null) await this.stopOrphan(outcome.key.id);
      else this.secrets.set(outcome.key.id, this.at.services.vault.get(outcome.handle).secret);
      return true;
    });
  }

  /** Presses *Delete* until the key is said to be gone; true when it was. */
  async stop(operationId: string, keyId: string): Promise<boolean> {
    const key = { consoleId: 'acme', environmentId: this.at.environment, keyId };
    return this.pressed(async () => {
      const work = this.at.services.keys.stop({ operationId, key });
      const { state } = await this.at.desk.clock.until(work, 60_000);
      if (state === 'confirmed') this.stopped.add(keyId);
      return state === 'confirmed';
    });
  }

  private async stopOrphan(keyId: string): Promise<void> {
    this.orphans += 1;
    const operationId = randomUUID();
    while (!(await this.stop(operationId, keyId)));
  }

  private async pressed(press: () => Promise<boolean>): Promise<boolean> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      try {
        if (await press()) return true;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
      }
      if (this.weather.happens(0.15)) await this.at.restart();
    }
    return false;
  }
}

/** Presses each button again in good weather. */
async function clearUp(
  at: WireConsole,
  weather: WireWeather,
  open: ReadonlyMap<string, string>,
  press: (operationId: string, what: string) => Promise<boolean>,
): Promise<void> {
  weather.chance = 0;
  await at.settled();
  await at.restart();
  for (const [operationId, what] of open) expect(await press(operationId, what), what).toBe(true);
}

interface Tally {
  faults: number;
  orphans: number;
  readonly kinds: Set<string>;
}

type Work = (at: WireConsole, weather: WireWeather, who: Responder) => Promise<void>;

/** Does the work at as many consoles as `keys` need. */
async function atConsoles(keys: number, chance: number, work: Work): Promise<Tally> {
  const tally: Tally = { faults: 0, orphans: 0, kinds: new Set() };
  const seeds = Array.from({ length: keys / ONE_CONSOLE }, (_, index) => SEED + index);
  const worker = async (): Promise<void> => {
    for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift())
      await oneConsole(seed, chance, work, tally);
  };
  await Promise.all(Array.from({ length: CONSOLES_AT_ONCE }, worker));
  return tally;
}

async function oneConsole(seed: number, chance: number, work: Work, tally: Tally): Promise<void> {
  const weather = new WireWeather(seed, 0);
  const at = await WireConsole.start(weather);
  const who = new Responder(at, weather);
  try {
    weather.chance = chance;
    await work(at, weather, who);
  } finally {
    await at.stop();
  }
  tally.faults += weather.faults;
  tally.orphans += who.orphans;
  for (const kind of weather.struck.keys()) tally.kinds.add(kind);
}

/** Each meets about three faults; the ten thousand are created in memory, where a hanging answer costs nothing. */
const CREATES = rounds(2_000, 10);
it(
  `C1 ${CREATES} creates over a wire with ${KINDS.length} kinds of faults: none twice, no secret lost or wrong (KEYDESK_SEED=${SEED})`,
  { timeout: 900_000 },
  async () => {
    const since = performance.now();
    const once: Work = async (at, weather, who) => {
      const open = new Map<string, string>();
      for (let index = 0; index < ONE_CONSOLE; index += 1) {
        const operationId = randomUUID();
        if (!(await who.create(operationId, `wire ${index}`))) open.set(operationId, `wire ${index}`);
      }
      await clearUp(at, weather, open, (id, name) => who.create(id, name));
      const live = (await at.keys()).filter(({ name }) => name.startsWith('wire '));
      expect(new Set(live.map(({ name }) => name)).size).toBe(live.length);
      expect(live.length + who.orphans).toBe(ONE_CONSOLE);
      for (const { id } of live) expect(who.secrets.get(id)).toBe(await at.secretOf(id));
    };
    const tally = await atConsoles(CREATES, 0.5, once);
    if (tally.faults > 2_000) expect(tally.kinds.size).toBe(new Set(KINDS.map(({ name }) => name)).size);
    const did = `${CREATES} creates, ${tally.faults} faults of ${tally.kinds.size} kinds, seed ${SEED}`;
    const held = `0 twice, 0 secrets lost or wrong, ${tally.orphans} orphans, all revoked`;
    report({ recipe: 'C1 create, on the wire', did, held, since });
  },
);

const REVOKES = rounds(1_000, 10);
it(
  `C8 ${REVOKES} revokes over the same wire: none called revoked that lives (KEYDESK_SEED=${SEED})`,
  { timeout: 900_000 },
  async () => {
    const since = performance.now();
    const once: Work = async (at, weather, who) => {
      const { chance } = weather;
      weather.chance = 0;
      for (let index = 0; index < ONE_CONSOLE; index += 1) await who.create(randomUUID(), `wire ${index}`);
      weather.chance = chance;
      const open = new Map<string, string>();
      for (const keyId of who.secrets.keys()) {
        const operationId = randomUUID();
        if (!(await who.stop(operationId, keyId))) open.set(operationId, keyId);
        else expect((await at.keys()).map(({ id }) => id)).not.toContain(keyId);
      }
      await clearUp(at, weather, open, (id, keyId) => who.stop(id, keyId));
      expect((await at.keys()).filter(({ name }) => name.startsWith('wire '))).toEqual([]);
      expect(who.stopped.size).toBe(ONE_CONSOLE);
    };
    const tally = await atConsoles(REVOKES, 0.5, once);
    const did = `${REVOKES} revokes, ${tally.faults} faults of ${tally.kinds.size} kinds, seed ${SEED}`;
    report({ recipe: 'C8 revoke, on the wire', did, held: '0 called revoked that lived', since });
  },
);
