import type * as z from 'zod';
import type { BulkReport, BulkRow, StopRequest } from '@core/contract/messages';
import type { ApiKey } from '@core/domain/api-key';
import { AppError } from '@core/domain/app-error';
import { confirmationWord, NATIVE_CONFIRMATION_FROM } from '@core/domain/confirmation';
import type { Crypto, Dialogs } from '@main/ports';
import type { EnvironmentService, Place } from '@main/services/environment-service';
import { ownKey, refuseReadOnly } from '@main/services/key-checks';
import type { KeyService } from '@main/services/key-service';
import type { ListingService } from '@main/services/listing-service';

/** One key of a selection, frozen at the version the operator saw. */
export type BulkTarget = Omit<z.infer<typeof StopRequest>, 'typed'>;

/** What main knows of a key that is to be stopped. */
type Listed = Pick<ApiKey, 'type'> & Partial<Pick<ApiKey, 'name' | 'signsIn'>>;

interface Frozen {
  readonly targets: readonly BulkTarget[];
  readonly word: string | null;
}

interface Running {
  readonly rows: BulkRow[];
  state: z.infer<typeof BulkReport>['state'];
}

/** How many keys are stopped at the same time. */
const CONCURRENCY = 4;
/** Dialogs are read by tired people: more names than this do not help. */
const NAMES_SHOWN = 12;
const UNCLEAR = 'Sent, not confirmed. Treat it as live.';
/** SECURITY: a key that main has not listed may be an Administration key, whatever the window says. */
const UNKNOWN = { type: 'administration' } as const;

/** What the service stands on. */
export interface BulkServiceParts {
  readonly keys: KeyService;
  readonly environments: EnvironmentService;
  readonly listings: ListingService;
  readonly dialogs: Dialogs;
  readonly crypto: Crypto;
  readonly progress: (bulkId: string, rows: BulkRow[]) => void;
}

/** Stops many keys: a frozen selection, one journaled operation per key, an outcome for each, never one tick for all. */
export class BulkService {
  private readonly frozen = new Map<string, Frozen>();
  private readonly runs = new Map<string, Running>();

  constructor(private readonly parts: BulkServiceParts) {}

  /**
   * Freezes a selection and gives the token that `start` needs, or null when the operator declines.
   * SECURITY: above a bound the question is asked in a dialog of main, which no script in the window can answer.
   */
  async confirm(targets: readonly BulkTarget[]): Promise<{ token: string } | null> {
    refuseTwice(targets);
    const places = await this.places(targets);
    for (const place of places.values()) refuseReadOnly(place);
    const [first] = places.values();
    if (first === undefined) throw new AppError('invalid-input', 'Select at least one key.');
    const production = [...places.values()].some((place) => place.environment.production);
    const keys: Listed[] = targets.map(({ key }) => this.parts.listings.find(key) ?? UNKNOWN);
    for (const [at, key] of keys.entries()) refuseOwn(key, targets[at]?.evenOwn === true);
    const word = confirmationWord({ keys, production, stop: first.traits.stop });
    if (targets.length >= NATIVE_CONFIRMATION_FROM && !(await this.ask(targets, first, production)))
      return null;
    const token = this.parts.crypto.token();
    this.frozen.set(token, { targets, word });
    return { token };
  }

  /** Stops the frozen selection; the token works once. Resolves when every key has its outcome. */
  async start(token: string, typed: string): Promise<BulkReport> {
    const frozen = this.frozen.get(token);
    if (frozen === undefined)
      throw new AppError('invalid-input', 'This selection was not confirmed. Select again.');
    if (frozen.word !== null && typed.trim() !== frozen.word) {
      throw new AppError('invalid-input', `Type ${frozen.word} to go on.`, { field: 'typed' });
    }
    this.frozen.delete(token);
    const rows = frozen.targets.map(({ key }): BulkRow => ({
      key,
      label: this.labelOf(key),
      state: 'waiting',
    }));
    const running: Running = { rows, state: 'running' };
    this.runs.set(token, running);
    const queue = frozen.targets.map((target, index) => ({ target, index }));
    const lane = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        await this.stopOne(token, running, next.target, next.index);
      }
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, lane));
    if (running.state === 'running') running.state = 'finished';
    return this.report(token);
  }

  /** Sends nothing more; what is on its way still gets its outcome. */
  cancel(bulkId: string): void {
    const running = this.runs.get(bulkId);
    if (running?.state === 'running') running.state = 'cancelled';
  }

  /** How far a run is. */
  report(bulkId: string): BulkReport {
    const running = this.runs.get(bulkId);
    if (running === undefined) throw new AppError('not-found', 'Keydesk knows no such run.');
    return { bulkId, state: running.state, rows: [...running.rows] };
  }

  private async stopOne(bulkId: string, running: Running, target: BulkTarget, index: number): Promise<void> {
    const set = (change: Pick<BulkRow, 'state'> & { message?: string }): void => {
      const row = running.rows[index];
      if (row === undefined) return;
      running.rows[index] = { ...row, ...change };
      this.parts.progress(bulkId, [running.rows[index]]);
    };
    if (running.state === 'cancelled') return set({ state: 'cancelled' });
    set({ state: 'running' });
    try {
      const place = await this.parts.environments.place(target.key);
      const outcome = await this.parts.keys.sendStop(place, { ...target, label: this.labelOf(target.key) });
      if (outcome.state === 'confirmed') return set({ state: 'stopped' });
      set({ state: 'checking', message: UNCLEAR });
    } catch (error) {
      // A bug of ours must neither end the others nor say anything of this key.
      if (!(error instanceof AppError)) return set({ state: 'checking', message: UNCLEAR });
      const message =
        error.code === 'conflict' ? 'It was changed by somebody else; look at it again.' : error.message;
      set({ state: 'failed', message });
    }
  }

  private async places(targets: readonly BulkTarget[]): Promise<Map<string, Place>> {
    const places = new Map<string, Place>();
    for (const { key } of targets) {
      const name = `${key.consoleId}/${key.environmentId}`;
      if (!places.has(name)) places.set(name, await this.parts.environments.place(key));
    }
    return places;
  }

  private ask(
    targets: readonly BulkTarget[],
    { traits: { stop } }: Place,
    production: boolean,
  ): Promise<boolean> {
    const names = targets.slice(0, NAMES_SHOWN).map(({ key }) => `• ${this.labelOf(key)}`);
    const more = targets.length - names.length;
    return this.parts.dialogs.confirm({
      title: 'Keydesk',
      message: `${stop.verb} ${targets.length} keys${production ? ' (production among them)' : ''}?`,
      detail: [...names, ...(more > 0 ? [`and ${more} more`] : []), '', stop.undo].join('\n'),
      action: `${stop.verb} ${targets.length} keys`,
    });
  }

  private labelOf(key: BulkTarget['key']): string {
    return this.parts.listings.find(key)?.name ?? key.keyId;
  }
}

/** Keydesk would lock itself out in the middle of the run; where that is only possible, the operator knows of it. */
function refuseOwn({ name = '', signsIn }: Listed, known: boolean): void {
  if (signsIn === 'perhaps' && !known) throw ownKey(signsIn);
  if (signsIn !== 'yes') return;
  throw new AppError(
    'invalid-input',
    `Keydesk signs in with “${name}”. Take it out of the selection and stop it on its own, last.`,
  );
}

/** SECURITY: two targets that share a key or an operation would share an outcome that is true of one of them. */
function refuseTwice(targets: readonly BulkTarget[]): void {
  const keys = new Set(
    targets.map(({ key }) => JSON.stringify([key.consoleId, key.environmentId, key.keyId])),
  );
  const operations = new Set(targets.map(({ operationId }) => operationId));
  if (keys.size === targets.length && operations.size === targets.length) return;
  throw new AppError('invalid-input', 'A key is selected twice. Select again.');
}
