import { describe, expect, it } from 'vitest';
import { atOnce, paced, type Work } from '@renderer/table/pace';

function* count(to: number, onStep: (step: number) => void = () => undefined): Work<number> {
  for (let step = 1; step <= to; step += 1) {
    onStep(step);
    yield;
  }
  return to;
}

/** A step that takes longer than a slice may. */
function spin(): void {
  const until = performance.now() + 15;
  while (performance.now() < until);
}

describe('paced', () => {
  it('gives what the work gives at once', async () => {
    expect(atOnce(count(1_000))).toBe(1_000);
    expect(await paced(count(1_000), new AbortController().signal)).toBe(1_000);
  });

  it('lets others run in between', async () => {
    let others = 0;
    const timer = setInterval(() => (others += 1), 0);
    const seen: number[] = [];
    await paced(
      count(4, () => {
        spin();
        seen.push(others);
      }),
      new AbortController().signal,
    );
    clearInterval(timer);
    expect(seen.at(-1)).toBeGreaterThan(0);
  });

  it('stops where it was called off', async () => {
    const stop = new AbortController();
    let last = 0;
    const result = await paced(
      count(100, (step) => {
        last = step;
        spin();
        if (step === 2) stop.abort();
      }),
      stop.signal,
    );
    expect(result).toBeNull();
    expect(last).toBe(2);
  });
});
