import { setTimeout as delay } from 'node:timers/promises';
import { newProfile } from '@test/e2e/support/profile';
import { ratioRow, type Row } from './figures';
import { prepare } from './prepared';
import { barePainted, keydeskPainted, startBare, startKeydesk, treeMemory } from './programs';

/** The keychain process ends after 30 s without a call. */
const AT_REST_MS = 36_000;

/** Memory at rest with 1,000 keys on the screen, beside a bare window that rests as long. */
export async function memoryAtRest(): Promise<Row[]> {
  const { profile, end } = await prepare(1_000);
  const bareProfile = await newProfile();
  const window = await startBare(bareProfile);
  const keydesk = await startKeydesk(profile);
  await barePainted(window);
  await keydeskPainted(profile, 'ready', keydesk.at);
  await delay(AT_REST_MS);
  const beside = await treeMemory(window.child.pid ?? 0);
  const measured = await treeMemory(keydesk.child.pid ?? 0);
  await Promise.all([window.stop(), keydesk.stop()]);
  await Promise.all([end(), bareProfile.remove()]);
  return [ratioRow('memory at rest with 1,000 keys (PSS)', { measured, beside, unit: 'MB', most: 1.5 })];
}
