import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { bulkDesk, operationId, states, STOP } from './bulk-desk';

const limited = (seconds: number): AppError =>
  new AppError('rate-limited', 'Too many requests.', { retryAfterMs: seconds * 1_000 });

describe('a run', () => {
  let bulk: Awaited<ReturnType<typeof bulkDesk>>;
  /** Does something when so many keys were sent. */
  const whenSent = (count: number, act: () => void): void => {
    const { console } = bulk.at.desk;
    console.gate = (call) => {
      if (call === 'stop' && console.count('stop') === count) act();
      return null;
    };
  };

  beforeEach(async () => {
    bulk = await bulkDesk();
    await bulk.list(20);
  });

  it('that is paused sends nothing more, and goes on with the others when it is resumed', async () => {
    const { at, confirm, run, resume } = bulk;
    const token = await confirm(20);
    whenSent(4, () => at.bulk.pause(token));
    const paused = await run(token, 'DELETE 20 KEYS');
    expect(paused.state).toBe('paused');
    const done = states(paused).filter((state) => state === 'done').length;
    expect(done).toBeGreaterThanOrEqual(4);
    expect(states(paused).filter((state) => state === 'waiting')).toHaveLength(20 - done);
    expect(at.desk.console.keys).toHaveLength(20 - done);
    at.desk.console.gate = () => null;
    expect(states(await resume(token))).toEqual(Array<string>(20).fill('done'));
    expect(at.desk.console.count('stop')).toBe(20);
  });

  it('that is cancelled leaves the rest alone for good', async () => {
    const { at, confirm, run } = bulk;
    const token = await confirm(20);
    whenSent(4, () => void at.bulk.cancel(token));
    const report = await run(token, 'DELETE 20 KEYS');
    expect(report.state).toBe('cancelled');
    expect(new Set(states(report))).toEqual(new Set(['done', 'cancelled']));
    await expect(at.bulk.resume(token)).rejects.toMatchObject({ code: 'invalid-input' });
    expect(at.desk.stores.bulk.value).toEqual([]);
    expect(await at.bulk.list()).toEqual([]);
  });

  it('that a crash cut short is offered, with what the journal knows of each key', async () => {
    const { at, confirm, crash, resume } = bulk;
    const token = await confirm(20);
    at.desk.console.gate = (call) =>
      call === 'stop' && at.desk.console.count('stop') > 5 ? new Promise(() => undefined) : null;
    await at.bulk.start(token, 'DELETE 20 KEYS');
    await at.desk.clock.pass(5_000);
    at.desk.console.gate = () => null;
    crash();
    expect(await at.bulk.list()).toMatchObject([
      { bulkId: token, act: STOP, state: 'interrupted', keys: 20 },
    ]);
    const report = await at.bulk.report(token);
    expect(new Set(states(report))).toEqual(new Set(['checking', 'waiting']));
    expect(states(await resume(token))).toEqual(Array<string>(20).fill('done'));
    expect(
      at.journal
        .all()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(Array.from({ length: 20 }, (_none, index) => operationId(index + 1)));
    crash();
    expect(await at.bulk.list()).toEqual([]);
  });

  it('is no longer offered once the journal may have forgotten it', async () => {
    const { at, confirm, crash } = bulk;
    at.desk.console.gate = () => new Promise(() => undefined);
    const token = await confirm(2);
    await at.bulk.start(token, 'DELETE 2 KEYS');
    crash();
    at.desk.clock.turnTo(at.desk.clock.now() + 15 * 86_400_000);
    expect(await at.bulk.list()).toEqual([]);
    await expect(at.bulk.report(token)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('waits where the console asks for a pause, and stops there where that is too long', async () => {
    const { at, confirm, run, resume } = bulk;
    at.desk.console.fail('stop', { when: 'before', error: limited(600) });
    const token = await confirm(20);
    const report = await run(token, 'DELETE 20 KEYS');
    expect(report.state).toBe('paused');
    expect(report.notes).toEqual([
      'The console asked for a pause of 10 minutes. Nothing more was sent; resume after it.',
    ]);
    expect(states(report)).toContain('waiting');
    expect(states(report)).not.toContain('failed');
    at.desk.console.fail('stop', { when: 'before', error: limited(30) });
    expect(states(await resume(token))).toEqual(Array<string>(20).fill('done'));
  });

  it('is refused where the mode does not allow it, also when it is resumed', async () => {
    const { at, confirm, run } = bulk;
    const token = await confirm(20);
    whenSent(4, () => at.bulk.pause(token));
    await run(token, 'DELETE 20 KEYS');
    at.desk.forbids = () => new AppError('forbidden', 'Not now.');
    await expect(at.bulk.resume(token)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(confirm(2)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
