import { describe, expect, it } from 'vitest';
import { toInstant } from '@core/domain/instant';
import { Proof, REFUSAL_WINDOW_MS, REFUSALS_NEEDED } from '@core/domain/leak/proof';
import { afterTrial, NO_TRIALS, type ProofRun } from '@core/domain/leak/proof-run';
import type { ProbeReport } from '@core/domain/probe';
import { NOW } from '@test/support/builders';

const REASONS = { accepted: 'ok', refused: 'not-valid', inconclusive: 'host-refused' } as const;
const ORDERED = toInstant(NOW - 3_000);

/** Trials 2.5 seconds apart: `+` accepted, `-` refused, `?` inconclusive. */
function after(trials: string, every = 2_500, orderedAt: string | null = ORDERED): Proof {
  const run = [...trials].reduce((before, mark, index): ProofRun => {
    const verdict = mark === '+' ? 'accepted' : mark === '-' ? 'refused' : 'inconclusive';
    const at = toInstant(NOW + index * every);
    const report: ProbeReport = { verdict, reason: REASONS[verdict], status: 401, at };
    return afterTrial(before, { report, elapsedMs: index * every, orderedAt });
  }, NO_TRIALS);
  return Proof.parse(run.proof);
}

describe('a leaked key', () => {
  it('is alive while it is accepted', () => {
    expect(after('+')).toMatchObject({ state: 'alive', trials: 1, lastAcceptedAt: toInstant(NOW) });
  });

  it('is dead after enough refusals in a row over long enough', () => {
    expect(after('++-----')).toMatchObject({
      state: 'dead',
      refusals: REFUSALS_NEEDED,
      refusedSince: toInstant(NOW + 5_000),
      deadAt: toInstant(NOW + 5_000 + REFUSAL_WINDOW_MS),
      deadAfterMs: 8_000,
    });
  });

  it.each([
    ['too few refusals', '----', 10_000],
    ['too short a time', '-----', 2_400],
  ])('is not dead after %s', (_case, trials, every) => {
    expect(after(trials, every)).toMatchObject({ state: 'refused', deadAt: null, deadAfterMs: null });
  });

  it.each(['+', '?'])('is not dead when a row of refusals is broken by %s', (mark) => {
    expect(after(`---${mark}--`)).toMatchObject({ state: 'refused', refusals: 2 });
  });

  it('is neither dead nor alive after answers that say nothing', () => {
    const proof = after('+---?????????');
    expect(proof).toMatchObject({ state: 'inconclusive', refusals: 0, refusedSince: null });
    expect(proof.lastAcceptedAt).toBe(toInstant(NOW));
  });

  it('stays dead over an answer that says nothing, and counts on', () => {
    expect(after('-----?-')).toMatchObject({ state: 'dead', refusals: 6, refusedSince: toInstant(NOW) });
  });

  it('relapses when it is accepted again, and has to die once more', () => {
    expect(after('-----+')).toMatchObject({
      state: 'relapsed',
      deadAt: null,
      deadAfterMs: null,
      refusals: 0,
    });
    expect(after('-----++')).toMatchObject({ state: 'relapsed' });
    expect(after('-----+-')).toMatchObject({ state: 'refused' });
    expect(after('-----+-----')).toMatchObject({ state: 'dead', refusedSince: toInstant(NOW + 15_000) });
  });

  it('has no measured time before the order, and none below nothing', () => {
    expect(after('-----', 2_500, null)).toMatchObject({ state: 'dead', deadAfterMs: null });
    expect(after('-----', 2_500, toInstant(NOW + 60_000)).deadAfterMs).toBe(0);
  });
});
