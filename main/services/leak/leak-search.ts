import { AppError } from '@core/domain/app-error';
import type { KeyRef } from '@core/domain/api-key';
import { toInstant } from '@core/domain/instant';
import { extract } from '@core/domain/leak/extract';
import { mayBeSecret } from '@core/domain/leak/matching';
import type { SearchReport, SearchRow } from '@core/domain/leak/search';
import type { Clipboard, Clock, Crypto, Log } from '@main/ports';
import type { ConsoleService } from '@main/services/console-service';
import type { EnvironmentService } from '@main/services/environment-service';
import type { FingerprintService } from '@main/services/fingerprint-service';
import { Lanes } from '@main/services/lanes';
import { ReadBound } from '@main/services/leak/read-bound';
import type { SavedInventory } from '@main/services/leak/saved-search';
import { SearchRun } from '@main/services/leak/search-run';

/** What the search stands on. */
export interface LeakSearchParts {
  readonly consoles: Pick<ConsoleService, 'list'>;
  readonly environments: EnvironmentService;
  readonly fingerprints: FingerprintService;
  readonly clipboard: Pick<Clipboard, 'read'>;
  readonly clock: Clock;
  readonly crypto: Crypto;
  readonly log: Log;
  readonly progress: (searchId: string, rows: SearchRow[]) => void;
  /** The inventories that are open. */
  readonly saved?: () => readonly SavedInventory[];
}

/** A secret of a found key. */
export interface FoundSecret {
  readonly secret: string;
  /** It stood in what was pasted; otherwise its console told it. */
  readonly pasted: boolean;
}

/** What was found by a search, for the record of an incident. */
export interface SearchFindings {
  readonly report: SearchReport;
  /** Null where main does not hold it. */
  readonly secretOf: (key: KeyRef) => FoundSecret | null;
}

/** After so long nobody works on it any more. */
const KEPT_MS = 30 * 60_000;
const AT_ONCE = 4;
const READS_PER_MINUTE = 2_000;
/** Older ones are forgotten. */
const MOST_SEARCHES = 10;
const SHORTEST_GUARDED = 6;

/**
 * Finds leaked keys over every console. What was pasted, and every secret it is compared with, stays here: in memory,
 * until it is discarded, half an hour has passed, or Keydesk locks.
 */
export class LeakSearch {
  private readonly runs = new Map<string, SearchRun>();
  private readonly lanes = new Lanes(AT_ONCE);
  private readonly bound: ReadBound;

  constructor(private readonly parts: LeakSearchParts) {
    this.bound = new ReadBound(parts.clock, READS_PER_MINUTE);
  }

  /** Takes in the system's clipboard. `invalid-input` where nothing of it can be looked for. */
  async readClipboard(): Promise<SearchReport> {
    const text = await this.parts.clipboard.read();
    if (text.trim() === '') throw new AppError('invalid-input', 'The clipboard holds no text.');
    return this.submit(text);
  }

  /** Takes in a pasted text. `invalid-input` where nothing of it can be looked for. */
  submit(text: string): SearchReport {
    const { candidates, truncated } = extract(text);
    if (candidates.length === 0)
      throw new AppError(
        'invalid-input',
        'There is nothing in this text that could be a key. Paste more of it.',
        {
          field: 'text',
        },
      );
    for (const candidate of candidates) if (mayBeSecret(candidate)) this.parts.log.redact(candidate.value);
    const { clock, crypto } = this.parts;
    const searchId = crypto.uuid();
    const startedAt = toInstant(clock.now());
    const { lanes, bound } = this;
    const cancelTimer = clock.after(KEPT_MS, () => this.discard(searchId));
    const run = new SearchRun(
      { ...this.parts, lanes, bound, cancelTimer },
      { searchId, candidates, truncated, startedAt },
    );
    this.runs.set(searchId, run);
    for (const [id] of [...this.runs].slice(0, -MOST_SEARCHES)) this.discard(id);
    return run.report();
  }

  /** Resolves when every environment has its verdict. A second call while it runs joins the first. */
  search(searchId: string): Promise<SearchReport> {
    return this.find(searchId).search();
  }

  /** Asks nothing more; what was found stays. */
  cancel(searchId: string): void {
    this.runs.get(searchId)?.cancel();
  }

  /** Forgets what was pasted, and what was found. */
  discard(searchId: string): void {
    this.runs.get(searchId)?.end();
    this.runs.delete(searchId);
  }

  /** Forgets everything; part of every lock. */
  forget(): void {
    for (const searchId of [...this.runs.keys()]) this.discard(searchId);
  }

  /** What a search found; `not-found` where it is forgotten. */
  findings(searchId: string): SearchFindings {
    const run = this.find(searchId);
    const report = run.report();
    // What is in a file is nobody's to stop from here.
    const rows = report.rows.filter(({ saved }) => saved !== true);
    return { report: { ...report, rows }, secretOf: (key) => run.secretOf(key) };
  }

  /** SECURITY: whether a text holds something that was pasted, which no record may. */
  isIn(text: string): boolean {
    return [...this.runs.values()].some((run) =>
      run.candidates.some(
        (each) => each.value.length >= SHORTEST_GUARDED && mayBeSecret(each) && text.includes(each.value),
      ),
    );
  }

  private find(searchId: string): SearchRun {
    const run = this.runs.get(searchId);
    if (run !== undefined) return run;
    throw new AppError('not-found', 'Keydesk no longer holds what was pasted. Paste it again.');
  }
}
