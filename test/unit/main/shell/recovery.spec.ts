import { describe, expect, it } from 'vitest';
import { recoverPage } from '@main/electron/recovery';
import { fakeLog } from '@test/support/fake-electron-log';

type Listener = (event: unknown, details: { reason: string }) => void;

function setUp(anew: boolean | Promise<boolean>) {
  let now = 0;
  const listeners = new Map<string, Listener>();
  const seen = { reloads: 0, asked: [] as string[], gaveUp: 0, ended: 0 };
  const log = fakeLog();
  recoverPage({
    page: {
      on: (event: string, listener: Listener) => void listeners.set(event, listener),
      reload: () => void (seen.reloads += 1),
      forcefullyCrashRenderer: () => void (seen.ended += 1),
    },
    clock: { now: () => now, monotonic: () => now, after: () => () => undefined },
    log,
    showAnew: async (why) => (seen.asked.push(why), anew),
    giveUp: () => void (seen.gaveUp += 1),
  });
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const crash = async (afterMs: number, reason = 'crashed'): Promise<void> => {
    now += afterMs;
    listeners.get('render-process-gone')?.({}, { reason });
    await settle();
  };
  const hang = async (): Promise<void> => {
    listeners.get('unresponsive')?.({}, { reason: '' });
    await settle();
  };
  return { seen, log, crash, hang };
}

describe('a page whose process is gone', () => {
  it.each(['crashed', 'oom', 'killed', 'launch-failed'])('comes back after %s', async (reason) => {
    const { seen, log, crash } = setUp(true);
    await crash(0, reason);
    expect(seen).toEqual({ reloads: 1, asked: [], gaveUp: 0, ended: 0 });
    expect(log.lines).toEqual([{ level: 'warn', event: 'window.gone', facts: { reason } }]);
  });

  it('does not come back when it was closed', async () => {
    const { seen, crash } = setUp(true);
    await crash(0, 'clean-exit');
    expect(seen.reloads).toBe(0);
  });

  it('comes back by itself however often, as long as it takes its time', async () => {
    const { seen, crash } = setUp(true);
    for (let times = 0; times < 20; times += 1) await crash(30_000);
    expect(seen).toEqual({ reloads: 20, asked: [], gaveUp: 0, ended: 0 });
  });

  it('comes back only when asked once it keeps dying', async () => {
    const { seen, crash } = setUp(true);
    for (let times = 0; times < 4; times += 1) await crash(1_000);
    expect(seen).toEqual({ reloads: 4, asked: ['crashed'], gaveUp: 0, ended: 0 });
  });

  it('stays away when the operator says so', async () => {
    const { seen, crash } = setUp(false);
    for (let times = 0; times < 4; times += 1) await crash(1_000);
    expect(seen).toEqual({ reloads: 3, asked: ['crashed'], gaveUp: 1, ended: 0 });
  });
});

describe('a page that hangs', () => {
  it('is ended when the operator says so, and so comes back', async () => {
    const { seen, hang } = setUp(true);
    await hang();
    expect(seen).toEqual({ reloads: 0, asked: ['hangs'], gaveUp: 0, ended: 1 });
  });

  it('is waited for when the operator says so, and asked about again later', async () => {
    const { seen, hang } = setUp(false);
    await hang();
    await hang();
    expect(seen).toEqual({ reloads: 0, asked: ['hangs', 'hangs'], gaveUp: 0, ended: 0 });
  });

  it('is asked about once at a time', async () => {
    const { seen, hang } = setUp(new Promise(() => undefined));
    await hang();
    await hang();
    expect(seen.asked).toEqual(['hangs']);
  });
});
