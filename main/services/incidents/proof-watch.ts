import { keyText, type KeyRef } from '@core/domain/api-key';
import { AppError } from '@core/domain/app-error';
import { toInstant, type Instant } from '@core/domain/instant';
import type { Proof } from '@core/domain/leak/proof';
import { afterTrial, NO_TRIALS, type ProofRun } from '@core/domain/leak/proof-run';
import type { ProbeReport } from '@core/domain/probe';
import type { Clock } from '@main/ports';
import type { EnvironmentService } from '@main/services/environment-service';
import type { SecretVault } from '@main/services/secret-vault';

/** A leaked secret that main holds for trials. */
export interface HeldLeak {
  readonly secret: string;
  /** It stood in what was pasted; otherwise its console told it. */
  readonly pasted: boolean;
  /** Until when a refusal of it may only mean that it is new. */
  readonly activatesAt?: Instant | undefined;
}

/** What trials stand on. */
export interface ProofWatchParts {
  readonly environments: Pick<EnvironmentService, 'place'>;
  readonly vault: Pick<SecretVault, 'countReveal'>;
  readonly clock: Clock;
  /** Writes a change of state into the record. Never rejects. */
  readonly note: (incidentId: string, key: KeyRef, proof: Proof) => Promise<void>;
  /** A trial came back. */
  readonly changed: (incidentId: string) => void;
}

/** What is to be tried. */
export interface ToTry {
  readonly incidentId: string;
  readonly key: KeyRef;
  readonly held: HeldLeak;
  readonly orderedAt: Instant | null;
}

interface Watch extends ToTry {
  orderedAt: Instant | null;
  run: ProofRun;
  readonly endpoint: string | undefined;
  readonly startedMs: number;
  cancel: () => void;
  ended: boolean;
}

const QUICK_MS = 2_500;
const SLOW_MS = 15_000;
/** So long trials follow each other quickly while a key is not proved dead. */
const QUICK_FOR_MS = 5 * 60_000;
/** So long a key is watched in all. */
const WATCHED_MS = 30 * 60_000;

/** Tries leaked keys where they are used, until their refusals are stable and on for relapses. */
export class ProofWatches {
  private readonly watches = new Map<string, Watch>();

  constructor(private readonly parts: ProofWatchParts) {}

  /** How the trials of a key stand; null where it is not tried. */
  proofOf(incidentId: string, key: KeyRef): Proof | null {
    return this.watches.get(nameOf(incidentId, key))?.run.proof ?? null;
  }

  /**
   * Begins to try a key; one that is being tried goes on. `invalid-input` where nobody said where it is used.
   * SECURITY: a secret that the operator did not paste goes to an address that the window may have set only as often
   * as secrets are shown.
   */
  async start(what: ToTry): Promise<void> {
    const { incidentId, key, held } = what;
    if (this.watches.has(nameOf(incidentId, key))) return;
    const { vendor, environment } = await this.parts.environments.place(key);
    const { endpoint } = environment;
    if (vendor.endpointByOperator && endpoint === undefined) throw noEndpoint();
    if (vendor.endpointByOperator && !held.pasted) this.parts.vault.countReveal();
    const startedMs = this.parts.clock.monotonic();
    const rest = { run: NO_TRIALS, endpoint, startedMs, cancel: () => undefined, ended: false };
    const watch: Watch = { ...what, ...rest };
    this.watches.set(nameOf(incidentId, key), watch);
    this.later(watch, 0);
  }

  /** From now on the time to dead is measured. */
  ordered(incidentId: string, key: KeyRef, at: Instant): void {
    const watch = this.watches.get(nameOf(incidentId, key));
    if (watch !== undefined) watch.orderedAt = at;
  }

  /** Ends the trials of a key. */
  async end(incidentId: string, key: KeyRef): Promise<void> {
    const watch = this.watches.get(nameOf(incidentId, key));
    if (watch !== undefined) await this.close(watch);
  }

  /** Ends all trials of an incident, or of all; part of every lock and of quitting. */
  async endAll(incidentId?: string): Promise<void> {
    const watches = [...this.watches.values()];
    const meant = watches.filter((each) => incidentId === undefined || each.incidentId === incidentId);
    await Promise.all(meant.map((watch) => this.close(watch)));
  }

  private later(watch: Watch, ms: number): void {
    watch.cancel = this.parts.clock.after(ms, () => void this.trial(watch));
  }

  private async trial(watch: Watch): Promise<void> {
    const report = await this.probe(watch);
    if (watch.ended) return;
    const { incidentId, key, orderedAt } = watch;
    const elapsedMs = this.parts.clock.monotonic() - watch.startedMs;
    const before = watch.run.proof.state;
    watch.run = afterTrial(watch.run, { report, elapsedMs, orderedAt });
    const { proof } = watch.run;
    if (proof.state !== before) await this.parts.note(incidentId, key, proof);
    this.parts.changed(incidentId);
    if (elapsedMs >= WATCHED_MS) return this.close(watch);
    if (!watch.ended)
      this.later(watch, proof.state !== 'dead' && elapsedMs < QUICK_FOR_MS ? QUICK_MS : SLOW_MS);
  }

  /** What keeps a trial from being made says nothing of the key. */
  private async probe({ key, held, endpoint, run }: Watch): Promise<ProbeReport> {
    const at = (): Instant => toInstant(this.parts.clock.now());
    const nothing = { verdict: 'inconclusive', status: null } as const;
    try {
      const { adapter, raw, environment } = await this.parts.environments.place(key);
      // SECURITY: the secret goes only where it was to be tried when that was allowed.
      if (environment.endpoint !== endpoint) return { ...nothing, reason: 'environment-unknown', at: at() };
      const where = { ...raw, ...(endpoint !== undefined && { endpoint }) };
      const report = { ...(await adapter.probe(where, held.secret)), at: at() };
      return run.proof.lastAcceptedAt === null ? unlessEarly(report, held.activatesAt) : report;
    } catch (error) {
      if (error instanceof AppError) return { ...nothing, reason: 'unreachable', at: at() };
      return { ...nothing, reason: 'strange-answer', at: at() };
    }
  }

  private async close(watch: Watch): Promise<void> {
    if (watch.ended) return;
    watch.ended = true;
    watch.cancel();
    this.watches.delete(nameOf(watch.incidentId, watch.key));
    await this.parts.note(watch.incidentId, watch.key, { ...watch.run.proof, watching: false });
    this.parts.changed(watch.incidentId);
  }
}

const nameOf = (incidentId: string, key: KeyRef): string => `${incidentId} ${keyText(key)}`;

/** A new key that was never accepted may be refused although it is about to work. */
function unlessEarly(report: ProbeReport, activatesAt: Instant | undefined): ProbeReport {
  const early = activatesAt !== undefined && report.at < activatesAt && report.reason === 'not-valid';
  return early ? { ...report, verdict: 'inconclusive', reason: 'not-active-yet' } : report;
}

const noEndpoint = (): AppError =>
  new AppError(
    'invalid-input',
    'Keydesk does not know where the keys of this environment are used. Enter its endpoint, and try again.',
    { field: 'endpoint' },
  );
