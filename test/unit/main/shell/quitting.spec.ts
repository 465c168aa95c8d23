import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { finishBeforeQuit, inOrder } from '@main/electron/quitting';
import { fakeEvent, type FakeEvent } from '@test/support/fake-electron';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp(finish: () => Promise<unknown>) {
  const exits: number[] = [];
  let quit: (event: FakeEvent) => void = () => undefined;
  finishBeforeQuit(
    { on: (_event, listener) => void (quit = listener), exit: (code) => void exits.push(code) },
    finish,
  );
  return { exits, quit: () => quit(fakeEvent()) };
}

describe('quitting', () => {
  it('waits for what has to be finished', async () => {
    const order: string[] = [];
    const { exits, quit } = setUp(() => Promise.resolve().then(() => order.push('finished')));
    quit();
    expect(exits).toEqual([]);
    await vi.advanceTimersByTimeAsync(0);
    expect(order).toEqual(['finished']);
    expect(exits).toEqual([0]);
  });

  it('waits one second for what never ends', async () => {
    const { exits, quit } = setUp(() => new Promise(() => undefined));
    quit();
    await vi.advanceTimersByTimeAsync(999);
    expect(exits).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(exits).toEqual([0]);
  });

  it('ends although something failed', async () => {
    const { exits, quit } = setUp(() => Promise.reject(new Error('full disk')));
    quit();
    await vi.advanceTimersByTimeAsync(0);
    expect(exits).toEqual([0]);
  });

  it('finishes once, however often the operator asks', async () => {
    const finish = vi.fn(() => new Promise(() => undefined));
    const { quit } = setUp(finish);
    const event = fakeEvent();
    quit();
    quit();
    expect(finish).toHaveBeenCalledTimes(1);
    expect(event.prevented).toBe(false);
  });
});

describe('what is done one after the other', () => {
  it.each([
    ['ends', () => Promise.resolve(), 0],
    ['fails', () => Promise.reject(new Error('locked keychain')), 0],
    ['never ends', () => new Promise(() => undefined), 700],
  ])('goes on when the first %s', async (_how, first, after) => {
    const last = vi.fn(() => Promise.resolve());
    void inOrder(first(), last);
    if (after > 0) await vi.advanceTimersByTimeAsync(after - 1);
    if (after > 0) expect(last).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(last).toHaveBeenCalledTimes(1);
  });
});
