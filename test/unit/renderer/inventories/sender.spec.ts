import { describe, expect, it } from 'vitest';
import type { ReviewEntry } from '@core/domain/review';
import { sender } from '@renderer/inventories/review/use-review';
import { daysFromNow } from '@test/support/builders';

const entry = (row: number): ReviewEntry => ({ row, decision: 'keep', at: daysFromNow(0), by: 'ada' });

describe('handing over what was decided', () => {
  it('keeps the order, and takes what failed along with the next', async () => {
    const handed: number[][] = [];
    const failures: unknown[] = [];
    let failing = true;
    const { send, idle } = sender(
      async (entries) => {
        await Promise.resolve();
        if (failing) throw new Error('not now');
        handed.push(entries.map(({ row }) => row));
      },
      (error) => failures.push(error),
    );
    send([entry(1)]);
    await idle();
    expect([handed, failures.length]).toEqual([[], 1]);
    failing = false;
    send([entry(2)]);
    send([entry(3)]);
    await idle();
    expect(handed).toEqual([[1, 2], [3]]);
  });
});
