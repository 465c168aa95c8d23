import type { Instant } from '@core/domain/instant';
import { REFUSAL_WINDOW_MS, REFUSALS_NEEDED, type Proof } from '@core/domain/leak/proof';
import type { ProbeReport } from '@core/domain/probe';

/** One trial with what is measured around it. */
export interface Trial {
  readonly report: ProbeReport;
  /** Milliseconds since the trials began, by a clock that never jumps. */
  readonly elapsedMs: number;
  /** When the stop was ordered; null before. */
  readonly orderedAt: Instant | null;
}

/** A proof on its way, with what only the next trial needs. */
export interface ProofRun {
  readonly proof: Proof;
  /** When the row of refusals began, as `Trial.elapsedMs`. */
  readonly rowSinceMs: number | null;
}

/** Before the first trial. */
export const NO_TRIALS: ProofRun = {
  proof: {
    state: 'trying',
    watching: true,
    trials: 0,
    refusals: 0,
    latest: null,
    lastAcceptedAt: null,
    refusedSince: null,
    deadAt: null,
    deadAfterMs: null,
  },
  rowSinceMs: null,
};

/**
 * What one more trial shows. An inconclusive answer ends a row of refusals, for nobody knows what the key would have
 * met; it takes nothing back that was known: neither that the key was accepted before nor that it is proved dead.
 */
export function afterTrial(run: ProofRun, trial: Trial): ProofRun {
  const proof = { ...run.proof, trials: run.proof.trials + 1, latest: trial.report };
  switch (trial.report.verdict) {
    case 'accepted':
      return { proof: accepted(proof, trial.report.at), rowSinceMs: null };
    case 'refused':
      return refused({ ...run, proof }, trial);
    case 'inconclusive':
      return proof.state === 'dead'
        ? { ...run, proof }
        : { proof: { ...proof, ...NO_ROW, state: 'inconclusive' }, rowSinceMs: null };
  }
}

const NO_ROW = { refusals: 0, refusedSince: null } as const;

function accepted(proof: Proof, at: Instant): Proof {
  const lives = proof.state === 'dead' || proof.state === 'relapsed' ? 'relapsed' : 'alive';
  return { ...proof, ...NO_ROW, state: lives, lastAcceptedAt: at, deadAt: null, deadAfterMs: null };
}

function refused({ proof, rowSinceMs }: ProofRun, { report, elapsedMs, orderedAt }: Trial): ProofRun {
  const since = rowSinceMs ?? elapsedMs;
  const row = { refusals: proof.refusals + 1, refusedSince: proof.refusedSince ?? report.at };
  const stable = row.refusals >= REFUSALS_NEEDED && elapsedMs - since >= REFUSAL_WINDOW_MS;
  if (!stable) {
    const state = proof.state === 'dead' ? 'dead' : 'refused';
    return { proof: { ...proof, ...row, state }, rowSinceMs: since };
  }
  const deadAfterMs = orderedAt === null ? null : msBetween(orderedAt, row.refusedSince);
  const dead = { state: 'dead', deadAt: proof.deadAt ?? report.at, deadAfterMs } as const;
  return { proof: { ...proof, ...row, ...dead }, rowSinceMs: since };
}

/** A key that was refused before anybody gave the order took no time to die of it. */
const msBetween = (from: Instant, to: Instant): number => Math.max(0, Date.parse(to) - Date.parse(from));
