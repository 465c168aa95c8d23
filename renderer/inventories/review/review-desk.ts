import { DECISIONS, type Decision, type Review, type ReviewEntry } from '@core/domain/review';
import { editedEntry, isBlank, type EntryEdit } from '@core/domain/review-entry';

/** What a desk begins with. */
export interface ReviewStart {
  readonly rows: number;
  readonly entries: readonly ReviewEntry[];
  /** The reviewer, until they say otherwise. */
  readonly by: string;
  readonly finished: NonNullable<Review['finished']> | null;
  /** Hands over what changed. */
  readonly send: (entries: readonly ReviewEntry[]) => void;
}

/** The review at one moment; a new object whenever anything changed, over entries that are not copied. */
export interface ReviewState {
  readonly entry: (at: number) => ReviewEntry | null;
  readonly decided: number;
  readonly counts: Readonly<Record<Decision, number>>;
  readonly by: string;
  readonly finished: NonNullable<Review['finished']> | null;
  /** How many steps can be taken back. */
  readonly steps: number;
}

type Step = readonly (readonly [row: number, before: ReviewEntry | null])[];

const MOST_STEPS = 500;

/**
 * What is decided about the keys of one inventory, kept beside its rows: a decision is drawn where it is shown and
 * never makes 100,000 rows anew. One change of however many keys is one step to take back.
 */
export class ReviewDesk {
  readonly rows: number;
  private readonly entries = new Map<number, ReviewEntry>();
  private readonly watchers = new Map<number, Set<() => void>>();
  private readonly all = new Set<() => void>();
  private readonly steps: Step[] = [];
  private readonly send: ReviewStart['send'];
  private snapshot: ReviewState;
  /** The key that is being judged, by its position; null before the first. */
  private looked: number | null = null;

  constructor({ rows, entries, by, finished, send }: ReviewStart) {
    this.rows = rows;
    this.send = send;
    const counts = Object.fromEntries(DECISIONS.map((decision) => [decision, 0])) as Record<Decision, number>;
    for (const entry of entries) {
      this.entries.set(entry.row, entry);
      if (entry.decision !== null) counts[entry.decision] += 1;
    }
    this.snapshot = { entry: this.entry, decided: sum(counts), counts, by, finished, steps: 0 };
  }

  /** What is decided about a key; null while nothing is. */
  readonly entry = (at: number): ReviewEntry | null => this.entries.get(at) ?? null;

  readonly state = (): ReviewState => this.snapshot;

  readonly current = (): number | null => this.looked;

  /** Tells of every change. */
  readonly watch = (listener: () => void): (() => void) => {
    this.all.add(listener);
    return () => void this.all.delete(listener);
  };

  /** Tells of changes of one key. */
  watchRow(at: number, listener: () => void): () => void {
    const watching = this.watchers.get(at) ?? new Set();
    this.watchers.set(at, watching.add(listener));
    return () => {
      watching.delete(listener);
      if (watching.size === 0) this.watchers.delete(at);
    };
  }

  /** Looks at a key. */
  look(at: number): void {
    if (at === this.looked) return;
    const before = this.looked;
    this.looked = at;
    this.tell(before === null ? [at] : [before, at]);
  }

  /** Changes what is written down about keys, as one step; nothing where it says the same already. */
  change(rows: readonly number[], edit: EntryEdit, now: Date = new Date()): void {
    const signed = { at: now.toISOString(), by: this.snapshot.by };
    const edited = rows.map((row) => editedEntry(this.entry(row), row, edit, signed));
    const changed = edited.filter((entry) => entry !== null);
    if (changed.length === 0) return;
    this.steps.push(changed.map(({ row }) => [row, this.entry(row)] as const));
    if (this.steps.length > MOST_STEPS) this.steps.shift();
    this.put(changed);
  }

  /** Takes the latest step back and says which keys it was about. */
  undo(now: Date = new Date()): readonly number[] {
    const step = this.steps.pop() ?? [];
    const signed = { at: now.toISOString(), by: this.snapshot.by };
    if (step.length > 0) this.put(step.map(([row, before]) => before ?? { row, decision: null, ...signed }));
    return step.map(([row]) => row);
  }

  /** Who decides from now on. */
  signAs(by: string): void {
    this.renew({ by });
    this.tell([]);
  }

  /** The review was called done. */
  finish(finished: NonNullable<Review['finished']>): void {
    this.renew({ finished });
    this.tell([]);
  }

  private put(entries: readonly ReviewEntry[]): void {
    const counts = { ...this.snapshot.counts };
    for (const entry of entries) {
      const before = this.entry(entry.row)?.decision ?? null;
      if (before !== null) counts[before] -= 1;
      if (entry.decision !== null) counts[entry.decision] += 1;
      if (isBlank(entry)) this.entries.delete(entry.row);
      else this.entries.set(entry.row, entry);
    }
    this.renew({ counts, decided: sum(counts), finished: null });
    this.tell(entries.map(({ row }) => row));
    this.send(entries);
  }

  private renew(change: Partial<ReviewState>): void {
    this.snapshot = { ...this.snapshot, ...change, steps: this.steps.length };
  }

  private tell(rows: readonly number[]): void {
    for (const row of rows) this.watchers.get(row)?.forEach((listener) => listener());
    this.all.forEach((listener) => listener());
  }
}

const sum = (counts: Readonly<Record<Decision, number>>): number =>
  DECISIONS.reduce((all, decision) => all + counts[decision], 0);
