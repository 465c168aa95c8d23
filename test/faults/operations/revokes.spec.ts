import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { keyAt, startedDesk } from '@test/support/key-desk';
import { aVendorKey } from '@test/support/vendor-records';
import { minimised, report } from '../recipe';
import { rounds, seededRandom } from '../storage/seeded-random';
import { BadWeather } from './bad-weather';

const SEED = Number(process.env['KEYDESK_SEED'] ?? 20_261_121);
const REVOKES = rounds(5_000, 300);

/** Stops so many keys in bad weather, and compares what was told with the truth; how many calls went wrong. */
async function stopKeys(revokes: number): Promise<number> {
  const weather = new BadWeather(seededRandom(SEED), 0.5);
  const { desk, ...first } = await startedDesk();
  let services = first;
  const { console, clock } = desk;
  console.trouble = weather.strike;
  const told = new Map<string, boolean>();
  const sent = new Map<string, string>();
  const stop = async (keyId: string): Promise<void> => {
    const operationId = sent.get(keyId) ?? randomUUID();
    sent.set(keyId, operationId);
    try {
      const work = services.keys.stop({ operationId, key: keyAt(keyId) });
      const { state } = await clock.until(work, 20_000);
      told.set(keyId, state === 'confirmed');
      if (state === 'confirmed') expect(console.secretOf(keyId), keyId).toBeUndefined();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      told.set(keyId, false);
    }
  };
  for (let index = 0; index < revokes; index += 1) {
    console.add(aVendorKey({ id: `key-${index}` }));
    await stop(`key-${index}`);
    if (weather.pick([true, false])) console.arrive();
    if (index % 20 === 19) services = desk.start();
  }
  const { faults } = weather;
  weather.chance = 0;
  console.arrive();
  await services.journal.open();
  for (const [keyId, done] of told) if (!done) await stop(keyId);
  const alive = new Set(console.keys.map(({ id }) => id));
  expect([...told].filter(([keyId, done]) => done === alive.has(keyId))).toEqual([]);
  return faults;
}

it(
  `C8 ${REVOKES} revokes: none called revoked that lives (KEYDESK_SEED=${SEED})`,
  { timeout: 600_000 },
  async () => {
    const since = performance.now();
    let faults = 0;
    await minimised(REVOKES, async (revokes) => void (faults = await stopKeys(revokes)));
    report({
      recipe: 'C8 revoke, answer unclear',
      did: `${REVOKES} revokes, ${faults} faults, seed ${SEED}`,
      held: '0 called revoked that lived, 0 the other way',
      since,
    });
  },
);
