import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { ConsolePace } from '@main/services/bulk/console-pace';
import { FakeClock } from '@test/support/fake-clock';

const limited = (seconds?: number): AppError =>
  new AppError(
    'rate-limited',
    'Too many requests.',
    seconds === undefined ? {} : { retryAfterMs: seconds * 1_000 },
  );
const refused = new AppError('offline', 'The connection was refused.', { system: 'ECONNREFUSED' });

describe('the pace of a console', () => {
  let clock: FakeClock;
  let pace: ConsolePace;
  /** When each call came, in milliseconds, and how the first ones end. */
  let calls: number[];
  let ends: (AppError | null)[];
  const halt = new AbortController();
  const ask = async (): Promise<string> => {
    calls.push(clock.monotonic());
    const end = ends.shift() ?? null;
    await new Promise((resolve) => setImmediate(resolve));
    if (end !== null) throw end;
    return 'done';
  };
  const send = (count: number): Promise<PromiseSettledResult<string>[]> =>
    clock.until(
      Promise.allSettled(Array.from({ length: count }, () => pace.send(halt.signal, ask))),
      3_600_000,
    );

  beforeEach(() => {
    clock = new FakeClock();
    pace = new ConsolePace(clock);
    calls = [];
    ends = [];
  });

  it('never sends earlier than the console said, and then one thing at a time', async () => {
    ends = [limited(20)];
    const settled = await send(12);
    expect(settled.every(({ status }) => status === 'fulfilled')).toBe(true);
    // Four were on their way when it was said.
    expect(calls.slice(4).every((at) => at >= 20_000)).toBe(true);
    expect(calls).toHaveLength(12 + 1);
  });

  it('finds the pace of a console that lets through one for each pause', async () => {
    const strict = async (): Promise<string> => {
      const now = clock.monotonic();
      const last = calls.at(-1);
      if (last !== undefined && now - last < 5_000) throw limited(5);
      calls.push(now);
      return 'done';
    };
    let asked = 0;
    const counted = (): Promise<string> => {
      asked += 1;
      return strict();
    };
    const all = Array.from({ length: 40 }, () => pace.send(halt.signal, counted));
    await clock.until(Promise.all(all), 3_600_000);
    expect(calls).toHaveLength(40);
    expect(asked).toBeLessThanOrEqual(40 + 5);
  });

  it('waits by itself where the console names no time, longer each time', async () => {
    ends = [limited(), limited(), limited()];
    await clock.until(pace.send(halt.signal, ask), 60_000);
    expect(calls).toEqual([0, 1_000, 3_000, 7_000]);
  });

  it('stops there where the pause is longer than a minute, and says when it may go on', async () => {
    ends = [limited(600)];
    const [first, ...rest] = await send(9);
    expect(first).toMatchObject({ status: 'rejected', reason: { code: 'rate-limited' } });
    expect(pace.stopped).toBe(
      'The console asked for a pause of 10 minutes. Nothing more was sent; resume after it.',
    );
    expect(calls).toHaveLength(4);
    expect(rest.filter(({ status }) => status === 'rejected')).toHaveLength(5);
  });

  it('gives up on a console that nobody can reach', async () => {
    ends = Array<AppError>(40).fill(refused);
    await send(40);
    expect(pace.stopped).toBe('Nothing more was sent. The connection was refused.');
    expect(calls.length).toBeLessThanOrEqual(8);
  });

  it('waits for no pause once the run is halted, and then sends nothing', async () => {
    ends = [limited(30)];
    const halting = new AbortController();
    const sent = pace.send(halting.signal, ask);
    await clock.pass(1_000);
    halting.abort();
    await expect(clock.until(sent, 10)).rejects.toMatchObject({ code: 'rate-limited' });
    expect(calls).toHaveLength(1);
  });
});
