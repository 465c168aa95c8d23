import { keyText, type KeyRef } from '@core/domain/api-key';
import { AppError } from '@core/domain/app-error';
import type { ConsoleView } from '@core/domain/console';
import { environmentKey, type Environment } from '@core/domain/environment';
import type { Candidate } from '@core/domain/leak/candidate';
import { wantedFrom, type Wanted } from '@core/domain/leak/matching';
import type { SearchReport, SearchRow } from '@core/domain/leak/search';
import { asSha256 } from '@core/domain/leak/shapes';
import type { Lanes } from '@main/services/lanes';
import type { FoundSecret, LeakSearchParts } from '@main/services/leak/leak-search';
import { goneKey, searchPlace, type PlaceFinding, type Remembered } from '@main/services/leak/place-search';
import { searchFiles } from '@main/services/leak/saved-search';
import type { ReadBound } from '@main/services/leak/read-bound';

/** What a run needs besides the parts of the search. */
export interface SearchRunParts extends LeakSearchParts {
  readonly lanes: Lanes;
  readonly bound: ReadBound;
  /** Ends the wait after which it is forgotten. */
  readonly cancelTimer: () => void;
}

/** What was taken in. */
interface TakenIn extends Pick<SearchReport, 'searchId' | 'truncated' | 'startedAt'> {
  readonly candidates: readonly Candidate[];
}

/** Stands for the environments of a console that cannot be asked for them. */
const UNKNOWN_PLACE = '*';
const BROKEN = 'Something went wrong inside Keydesk. Search again.';
const PROGRESS_EVERY = 20;

/** One search: what was pasted, how far it is, and the secrets of what was found. */
export class SearchRun {
  readonly candidates: readonly Candidate[];
  private readonly wanted: Wanted;
  private readonly rows = new Map<string, SearchRow>();
  private readonly secrets = new Map<string, string>();
  private state: SearchReport['state'] = 'ready';
  private abort = new AbortController();
  private running: Promise<SearchReport> | null = null;
  private ended = false;

  constructor(
    private readonly parts: SearchRunParts,
    private readonly taken: TakenIn,
  ) {
    this.candidates = taken.candidates;
    this.wanted = wantedFrom(taken.candidates);
  }

  /** How far it is, without one character of what was pasted. */
  report(): SearchReport {
    const { searchId, truncated, startedAt } = this.taken;
    const candidates = this.candidates.map(({ kind, name }) => ({
      kind,
      ...(name !== undefined && { name }),
    }));
    return { searchId, candidates, truncated, startedAt, state: this.state, rows: [...this.rows.values()] };
  }

  /** The secret of a found key; null where main does not hold it. */
  secretOf(key: KeyRef): FoundSecret | null {
    const secret = this.secrets.get(keyText(key));
    return secret === undefined ? null : { secret, pasted: this.wanted.values.has(secret) };
  }

  search(): Promise<SearchReport> {
    this.running ??= this.run().finally(() => (this.running = null));
    return this.running;
  }

  cancel(): void {
    if (this.state === 'running') this.state = 'cancelled';
    this.abort.abort();
  }

  /** Forgets everything. */
  end(): void {
    this.ended = true;
    this.cancel();
    this.parts.cancelTimer();
    this.secrets.clear();
    this.rows.clear();
  }

  private async run(): Promise<SearchReport> {
    this.abort = new AbortController();
    this.state = 'running';
    this.rows.clear();
    const { signal } = this.abort;
    const remembered = await this.remembered();
    const consoles = await this.parts.consoles.list();
    await Promise.all([
      ...consoles.map((console) => this.searchConsole(console, remembered, signal)),
      searchFiles({ ...this.parts, wanted: this.wanted }).then((rows) => this.set(...rows)),
    ]);
    if (this.state === 'running') this.state = 'finished';
    return this.report();
  }

  /** What fingerprints say, of all environments; nothing where the keychain cannot be read. */
  private async remembered(): Promise<Remembered[]> {
    const { fingerprints, crypto } = this.parts;
    // A key that was issued a moment ago is found too.
    await fingerprints.finish();
    const found = new Map<string, Remembered>();
    const look = async (sha256: string, secret: string | null): Promise<void> => {
      for (const { key } of await fingerprints.lookup(sha256).catch(() => []))
        if (secret !== null || !found.has(keyText(key))) found.set(keyText(key), { key, secret });
    };
    for (const { value } of this.candidates) {
      await look(crypto.sha256(value), value);
      const hash = asSha256(value);
      if (hash !== null) await look(hash, null);
    }
    return [...found.values()];
  }

  /** One console that fails leaves the others as they are. */
  private async searchConsole(
    console: ConsoleView,
    remembered: readonly Remembered[],
    signal: AbortSignal,
  ): Promise<void> {
    const own = remembered.filter(({ key }) => key.consoleId === console.id);
    try {
      const environments = await this.parts.environments.list(console.id);
      const rows = environments.map((environment) => rowOf(console, environment));
      this.set(...rows);
      const jobs = rows.map((row) =>
        this.parts.lanes.run(console.id, () => this.searchRow(row, own, signal)),
      );
      await Promise.all(jobs);
    } catch (error) {
      this.set(...unreachable(console, own, this.reasonOf(error)));
    }
  }

  private async searchRow(row: SearchRow, own: readonly Remembered[], signal: AbortSignal): Promise<void> {
    const here = own.filter(({ key }) => environmentKey(key) === environmentKey(row.environment));
    if (signal.aborted) return this.set({ ...row, verdict: 'cancelled' });
    this.set({ ...row, verdict: 'searching' });
    try {
      const place = await this.parts.environments.place(row.environment);
      const progress = (compared: number, total: number): void => {
        if (compared % PROGRESS_EVERY === 0) this.set({ ...row, verdict: 'searching', compared, total });
      };
      const { wanted } = this;
      const finding = await searchPlace(place, here, { ...this.parts, wanted, signal, progress });
      this.take(row, finding, signal);
    } catch (error) {
      if (signal.aborted) return this.set({ ...row, verdict: 'cancelled' });
      this.set(failed(row, here, this.reasonOf(error)));
    }
  }

  private take(row: SearchRow, { secrets, ...finding }: PlaceFinding, signal: AbortSignal): void {
    if (this.ended) return;
    // What is sure stands; anything less does not, where not everything was looked at.
    if (signal.aborted && finding.verdict !== 'exact') return this.set({ ...row, verdict: 'cancelled' });
    for (const [keyId, secret] of secrets) {
      this.parts.log.redact(secret);
      this.secrets.set(keyText({ ...row.environment, keyId }), secret);
    }
    this.set({ ...row, ...finding });
  }

  private set(...rows: SearchRow[]): void {
    if (rows.length === 0 || this.ended) return;
    for (const row of rows) this.rows.set(environmentKey(row.environment), row);
    this.parts.progress(this.taken.searchId, rows);
  }

  private reasonOf(error: unknown): string {
    if (error instanceof AppError) return error.message;
    this.parts.log.warn('leak.search-failed', { code: 'unexpected' });
    return BROKEN;
  }
}

const rowOf = (
  console: ConsoleView,
  { environmentId, name, production }: Pick<Environment, 'environmentId' | 'name' | 'production'>,
): SearchRow => ({
  environment: { consoleId: console.id, environmentId },
  environmentName: name,
  consoleName: console.label,
  vendor: console.vendor,
  production,
  verdict: 'waiting',
  keys: [],
  compared: 0,
  total: null,
});

/** What Keydesk remembers is found although the console cannot be asked. */
function failed(row: SearchRow, here: readonly Remembered[], why: string): SearchRow {
  const keys = here.map((memory) => {
    const { key, match } = goneKey(memory);
    return { key: { ...key, ...row.environment }, ...match, listed: false, provable: false };
  });
  return { ...row, keys, why, verdict: keys.length > 0 ? 'exact' : 'failed' };
}

/** The rows of a console that does not tell its environments. */
function unreachable(console: ConsoleView, own: readonly Remembered[], why: string): SearchRow[] {
  const place = (environmentId: string, name: string): SearchRow =>
    rowOf(console, { environmentId, name, production: false });
  const ids = [...new Set(own.map(({ key }) => key.environmentId))];
  const known = ids.map((id) =>
    failed(
      place(id, id),
      own.filter(({ key }) => key.environmentId === id),
      why,
    ),
  );
  return [...known, failed(place(UNKNOWN_PLACE, 'All environments'), [], why)];
}
