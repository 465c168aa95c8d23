import { newProfile } from '@test/e2e/support/profile';
import { median, ratioRow, type Row } from './figures';
import { prepare } from './prepared';
import { barePainted, keydeskPainted, startBare, startKeydesk } from './programs';

const RUNS = 7;

/** From starting the program to its first designed state and to a usable table, beside a bare window's content. */
export async function coldStart(): Promise<Row[]> {
  const bare: number[] = [];
  const loading: number[] = [];
  const ready: number[] = [];
  const { profile, end } = await prepare(1_000);
  const bareProfile = await newProfile();
  // In turns, so that both see the same machine; the first turn fills its caches and is not counted.
  for (let run = 0; run <= RUNS; run += 1) {
    const window = await startBare(bareProfile);
    const painted = await barePainted(window);
    await window.stop();
    const keydesk = await startKeydesk(profile);
    const usable = await keydeskPainted(profile, 'ready', keydesk.at);
    const designed = await keydeskPainted(profile, 'loading', keydesk.at);
    await keydesk.stop();
    if (run === 0) continue;
    bare.push(painted - window.at);
    loading.push(designed - keydesk.at);
    ready.push(usable - keydesk.at);
  }
  await Promise.all([end(), bareProfile.remove()]);
  const beside = median(bare);
  return [
    ratioRow('cold start to the designed loading state', {
      measured: median(loading),
      beside,
      unit: 'ms',
      most: 1.6,
    }),
    ratioRow('cold start to a usable key table', { measured: median(ready), beside, unit: 'ms', most: 2 }),
  ];
}
