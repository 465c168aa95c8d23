import { randomUUID } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { aDraft, HARBOUR, startCloudmc } from '@test/contract/adapters/cloudmc/console';
import { anIntent } from '@test/contract/adapters/trial';
import { keyAt, startedDesk } from '@test/support/key-desk';
import { aVendorKey } from '@test/support/vendor-records';
import { minimised, report } from '../recipe';
import { rounds, seededRandom } from '../storage/seeded-random';

const SEED = Number(process.env['KEYDESK_SEED'] ?? 20_261_121);
const ROUNDS = rounds(1_000, 200);

/** Lets two people edit one key so many times; how often they were in each other's way. */
async function editTogether(rounds: number): Promise<number> {
  const random = seededRandom(SEED);
  const { desk, keys } = await startedDesk();
  const { console, clock } = desk;
  const colleague = console.adapter();
  console.add(aVendorKey());
  let conflicts = 0;
  for (let round = 0; round < rounds; round += 1) {
    const revision = console.keys[0]?.revision ?? '';
    const theirs = `theirs ${round}`;
    const edit = (): Promise<unknown> => colleague.edit(keyAt('').environmentId, 'key-1', { name: theirs });
    const when = random();
    if (when < 0.4) await edit();
    // In the middle of our own call, before the console has done anything.
    if (when >= 0.4 && when < 0.7) {
      let first = true;
      console.gate = (call) => {
        if (call !== 'edit' || !first) return null;
        first = false;
        return edit().then(() => undefined);
      };
    }
    const request = { operationId: randomUUID(), key: keyAt('key-1'), label: 'key', revision };
    const outcome = await clock.until(keys.edit({ ...request, changes: { name: `ours ${round}` } }));
    console.gate = () => null;
    const name = console.keys[0]?.name;
    if (when < 0.7) expect(outcome).toMatchObject({ state: 'conflict', theirs: { name: theirs } });
    expect(name).toBe(when < 0.7 ? theirs : `ours ${round}`);
    conflicts += when < 0.7 ? 1 : 0;
  }
  return conflicts;
}

it(`C7 ${ROUNDS} interleavings of two editors: no update is lost (KEYDESK_SEED=${SEED})`, async () => {
  const since = performance.now();
  let conflicts = 0;
  await minimised(ROUNDS, async (few) => void (conflicts = await editTogether(few)));
  const did = `${ROUNDS} interleavings, ${conflicts} collisions, seed ${SEED}`;
  report({ recipe: 'C7 two editors, versions', did, held: '0 lost, every collision shown', since });
});

const UNVERSIONED = rounds(1_000, 40);

it(
  `C7 ${UNVERSIONED} interleavings at a console without versions: every overwrite is warned of (KEYDESK_SEED=${SEED})`,
  { timeout: 300_000 },
  async () => {
    const since = performance.now();
    const random = seededRandom(SEED);
    const cloudmc = await startCloudmc();
    onTestFinished(() => cloudmc.stop());
    const [ours, theirs] = [cloudmc.as('administrator'), cloudmc.as('administrator')];
    const { key } = await ours.issue(HARBOUR, aDraft(), anIntent());
    let seen = key;
    let warned = 0;
    for (let round = 0; round < UNVERSIONED; round += 1) {
      const collides = random() < 0.5;
      if (collides) await theirs.edit(HARBOUR, key.id, { name: `theirs ${round}` });
      const edited = ours.edit(HARBOUR, key.id, { name: `ours ${round}` }, seen.revision);
      if (collides) {
        await expect(edited).rejects.toMatchObject({ code: 'conflict' });
        seen = (await ours.key(HARBOUR, key.id)) ?? seen;
        expect(seen.name).toBe(`theirs ${round}`);
        warned += 1;
      } else seen = await edited;
    }
    const did = `${UNVERSIONED} interleavings, ${warned} collisions, seed ${SEED}`;
    report({ recipe: 'C7 two editors, no versions', did, held: 'every overwrite was warned of', since });
  },
);
