import { describe, expect, it } from 'vitest';
import { AppError, type AppErrorFacts } from '@core/domain/app-error';
import type { Clock } from '@main/ports';
import { Pace } from '@main/http/retry';

/** A clock that jumps to the next timer as soon as somebody waits. */
class EagerClock implements Clock {
  time = 0;
  readonly waits: number[] = [];
  now = (): number => this.time;
  monotonic = (): number => this.time;
  after(ms: number, run: () => void): () => void {
    this.waits.push(ms);
    let stopped = false;
    queueMicrotask(() => {
      if (stopped) return;
      this.time += ms;
      run();
    });
    return () => (stopped = true);
  }
}

const failure = (code: 'server' | 'rate-limited' | 'offline', facts: AppErrorFacts = {}): AppError =>
  new AppError(code, 'no', facts);

/** Fails with each error in turn, then answers. */
function failing(...errors: AppError[]) {
  const at: number[] = [];
  const clock = new EagerClock();
  const attempt = async (): Promise<string> => {
    at.push(clock.time);
    const error = errors[at.length - 1];
    if (error !== undefined) throw error;
    return 'answer';
  };
  return { clock, attempt, at, pace: new Pace(clock, () => 0.5) };
}

describe('Pace', () => {
  it('repeats a read after a failure that may pass, with growing pauses', async () => {
    const { pace, attempt, clock } = failing(failure('server'), failure('offline'), failure('rate-limited'));
    await expect(pace.repeated(attempt)).resolves.toBe('answer');
    expect(clock.waits).toEqual([125, 250, 500]);
  });

  it('gives up after three repeats', async () => {
    const { pace, attempt, at } = failing(...Array.from({ length: 9 }, () => failure('server')));
    await expect(pace.repeated(attempt)).rejects.toMatchObject({ code: 'server' });
    expect(at).toHaveLength(4);
  });

  it('spreads the pauses over the whole range', async () => {
    for (const random of [0, 0.999]) {
      const clock = new EagerClock();
      const pace = new Pace(clock, () => random);
      await pace.repeated(failing(failure('server')).attempt).catch(() => undefined);
      expect(clock.waits).toEqual([250 * random]);
    }
  });

  it.each([
    new AppError('timeout', 'no'),
    new AppError('bad-answer', 'no'),
    new AppError('unauthorized', 'no'),
    new AppError('tls', 'no'),
    failure('offline', { system: 'ENOTFOUND' }),
    failure('server', { retryAfterMs: 61_000 }),
    new TypeError('a bug') as never,
  ])('does not repeat after %s', async (error: AppError) => {
    const { pace, attempt, at } = failing(error);
    await expect(pace.repeated(attempt)).rejects.toBe(error);
    expect(at).toHaveLength(1);
  });

  it('never sends what is sent once a second time', async () => {
    const { pace, attempt, at } = failing(failure('server'));
    await expect(pace.once(attempt)).rejects.toMatchObject({ code: 'server' });
    expect(at).toHaveLength(1);
  });

  it('never comes back earlier than told, with any call', async () => {
    const { pace, attempt, at } = failing(failure('rate-limited', { retryAfterMs: 30_000 }));
    await expect(pace.once(attempt)).rejects.toMatchObject({ code: 'rate-limited' });
    await Promise.all([pace.once(attempt), pace.repeated(attempt)]);
    expect(at[0]).toBe(0);
    expect(at.slice(1).every((time) => time >= 30_000)).toBe(true);
  });

  it('says how long when the pause is longer than anybody waits, and sends nothing', async () => {
    const { pace, attempt, at } = failing(failure('rate-limited', { retryAfterMs: 864_000_000 }));
    await expect(pace.repeated(attempt)).rejects.toMatchObject({ facts: { retryAfterMs: 864_000_000 } });
    await expect(pace.repeated(attempt)).rejects.toThrow('240 hours');
    expect(at).toHaveLength(1);
  });

  it('stops waiting when the caller gives up', async () => {
    const never: Clock = { now: () => 0, monotonic: () => 0, after: () => () => undefined };
    const pace = new Pace(never, () => 1);
    const caller = new AbortController();
    const waiting = pace.repeated(() => Promise.reject(failure('server')), caller.signal);
    queueMicrotask(() => caller.abort());
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
  });
});
