import { describe, expect, it } from 'vitest';
import { recoverPage } from '@main/electron/recovery';
import { fakeLog } from '@test/support/fake-electron-log';

function setUp(again: boolean) {
  let now = 0;
  let gone: (event: unknown, details: { reason: string }) => void = () => undefined;
  const seen = { reloads: 0, asked: 0, gaveUp: 0 };
  const log = fakeLog();
  recoverPage({
    page: { on: (_event, listener) => void (gone = listener), reload: () => void (seen.reloads += 1) },
    clock: { now: () => now, monotonic: () => now, after: () => () => undefined },
    log,
    tryAgain: async () => ((seen.asked += 1), again),
    giveUp: () => void (seen.gaveUp += 1),
  });
  const crash = async (afterMs: number, reason = 'crashed'): Promise<void> => {
    now += afterMs;
    gone({}, { reason });
    await Promise.resolve();
  };
  return { seen, log, crash };
}

describe('a page whose process is gone', () => {
  it.each(['crashed', 'oom', 'killed', 'launch-failed'])('comes back after %s', async (reason) => {
    const { seen, log, crash } = setUp(true);
    await crash(0, reason);
    expect(seen).toEqual({ reloads: 1, asked: 0, gaveUp: 0 });
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
    expect(seen).toEqual({ reloads: 20, asked: 0, gaveUp: 0 });
  });

  it('comes back only when asked once it keeps dying', async () => {
    const { seen, crash } = setUp(true);
    for (let times = 0; times < 4; times += 1) await crash(1_000);
    expect(seen).toEqual({ reloads: 4, asked: 1, gaveUp: 0 });
  });

  it('stays away when the operator says so', async () => {
    const { seen, crash } = setUp(false);
    for (let times = 0; times < 4; times += 1) await crash(1_000);
    expect(seen).toEqual({ reloads: 3, asked: 1, gaveUp: 1 });
  });
});
