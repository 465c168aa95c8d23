import { describe, expect, it } from 'vitest';
import { SerialQueue } from '@main/storage/serial-queue';

describe('SerialQueue', () => {
  it('runs one job at a time, in order, and goes on after one that failed', async () => {
    const queue = new SerialQueue();
    const events: string[] = [];
    const job = (name: string, fails = false) =>
      queue.run(async () => {
        events.push(`${name} starts`);
        await Promise.resolve();
        events.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      });
    const results = await Promise.allSettled([job('a'), job('b', true), job('c')]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(events).toEqual(['a starts', 'a ends', 'b starts', 'b ends', 'c starts', 'c ends']);
  });
});
