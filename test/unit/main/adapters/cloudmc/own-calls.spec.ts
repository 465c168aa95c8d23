import { beforeEach, describe, expect, it } from 'vitest';
import { toInstant } from '@core/domain/instant';
import { OwnCalls } from '@main/adapters/cloudmc/own-calls';
import { aVendorKey } from '@test/support/vendor-records';

const NOON = Date.parse('2030-01-01T12:00:30.500Z');

describe('recognising the key that is signed in with', () => {
  let now: number;
  let own: OwnCalls;
  beforeEach(() => {
    now = NOON;
    own = new OwnCalls({ now: () => now }, () => 10_000);
  });

  const called = (ms = 200) =>
    own.during(async () => {
      now += ms;
    });
  const marked = (...lastUses: (string | undefined)[]) =>
    own
      .mark(lastUses.map((lastUsedAt) => aVendorKey(lastUsedAt === undefined ? {} : { lastUsedAt })))
      .map(({ signsIn }) => signsIn);
  /** On the console's clock, which is ten seconds ahead. */
  const at = (ms: number) => toInstant(NOON + 10_000 + ms);

  it('goes by calls of ours on the console’s clock', async () => {
    await called();
    expect(marked(at(100), at(-2_900), at(3_100), at(-3_100), at(3_300), 'never')).toEqual([
      'perhaps',
      'perhaps',
      'perhaps',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('remembers the latest calls, also those that failed', async () => {
    await own.during(() => Promise.reject(new Error('no'))).catch(() => undefined);
    now += 600_000;
    await called();
    expect(marked(at(0), at(300_000), at(600_000))).toEqual(['perhaps', undefined, 'perhaps']);
    for (let count = 0; count < 6; count += 1) await called();
    expect(marked(at(0), at(600_000))).toEqual([undefined, 'perhaps']);
  });

  it('allows for a console that tells minutes only', async () => {
    await called();
    expect(marked('2030-01-01T12:00:00.000Z', '2030-01-01T11:59:00.000Z')).toEqual(['perhaps', undefined]);
  });

  it('leaves every key possible where no last use is told, and none before the first call', () => {
    expect(marked(undefined, undefined)).toEqual(['perhaps', 'perhaps']);
    expect(marked(undefined, 'never')).toEqual([undefined, undefined]);
    expect(marked(at(0))).toEqual([undefined]);
  });
});
