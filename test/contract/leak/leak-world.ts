import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VendorId } from '@core/domain/vendor';
import { adapterRegistry } from '@main/adapters/registry';
import { createApp, type KeydeskApp } from '@main/app';
import { systemClock } from '@main/electron/clock';
import { openHttp } from '@main/http/console-http';
import type { Clock, PracticeConsoleAccess, PracticeHost } from '@main/ports';
import type { Assumptions } from '@main/practice/assumptions';
import { FakeClipboard, FakeDialogs, FakeFiles, FakeLog } from '@test/support/fake-ports';
import { MemorySecretStore } from '@test/support/memory-secret-store';
import { startPracticeForTest } from '@test/support/practice';

/** So many times faster than a real clock. */
const PACE = 40;
const TOKEN = 'given-by-the-application';

/** A clock on which a minute passes in a moment, while what goes over the network takes its time. */
function quickClock(): Clock {
  const began = performance.now();
  const start = Date.now();
  const elapsed = (): number => (performance.now() - began) * PACE;
  return {
    now: () => Math.round(start + elapsed()),
    monotonic: elapsed,
    after: (ms, run) => systemClock.after(ms / PACE, run),
  };
}

/** Keydesk as it is put together, before the practice console of one vendor, over real HTTP. */
export interface LeakWorld {
  readonly app: KeydeskApp;
  readonly log: FakeLog;
  readonly folder: string;
  stop(): Promise<void>;
}

/** Starts both; time passes quickly for Keydesk and for the console alike. */
export async function startLeakWorld(
  vendor: VendorId,
  assumptions: Partial<Assumptions>,
): Promise<LeakWorld> {
  const clock = quickClock();
  const options = {
    operatorToken: TOKEN,
    clock: () => clock.now(),
    sessionLifetimeMs: 86_400_000,
    assumptions,
  };
  const practice = await startPracticeForTest(options);
  const offer = practice.console.consoles[vendor];
  if (!offer?.own) throw new Error('The practice console does not offer this.');
  const consoles: Record<string, PracticeConsoleAccess> = { [vendor]: { ...offer, own: offer.own } };
  const host: PracticeHost = { folder: '/training', start: async () => ({ token: TOKEN, consoles }) };
  const folder = await mkdtemp(join(tmpdir(), 'keydesk-leak-'));
  const log = new FakeLog();
  const adapters = adapterRegistry(openHttp);
  const app = createApp({
    clock,
    clipboard: new FakeClipboard(),
    dialogs: new FakeDialogs(),
    opener: { open: async () => undefined },
    notifier: { notify: () => undefined },
    keychain: new MemorySecretStore(),
    practice: host,
    reader: { read: () => () => undefined },
    files: new FakeFiles(),
    printer: { print: async () => new Uint8Array() },
    log,
    emit: () => undefined,
    // Deadlines of the network are real.
    createAdapter: (id, connection) => adapters[id]({ ...connection, clock: systemClock }),
    peer: async () => null,
    readText: async () => '',
    folder,
    person: 'ada',
    facts: { version: '0.1.0', electron: '45.4.1', platform: 'linux' },
    painted: () => undefined,
    reloadWindow: () => undefined,
  });
  const stop = async (): Promise<void> => {
    await app.quit();
    await practice.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { app, log, folder, stop };
}
