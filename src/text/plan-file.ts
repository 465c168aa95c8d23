import { AppError } from '@core/domain/app-error';
import {
  PLAN_FORMAT,
  PLAN_LIMITS,
  PLAN_VERSION,
  PlanFrame,
  PlanOutcome,
  PlanRow,
  type Plan,
  type PlanHead,
} from '@core/domain/plan';

/** The text of a plan with all members and without the closing brace, one row a line; a signature may follow. */
export function planText({ rows, places, outcome, ...head }: Plan): string {
  const members = Object.entries(head).map(([name, value]) => `"${name}":${JSON.stringify(value)}`);
  const lists = [listText('places', places), listText('rows', rows)];
  return `{\n${[...members, ...lists, ...(outcome === undefined ? [] : [outcomeText(outcome)])].join(',\n')}`;
}

const listText = (name: string, items: readonly object[]): string =>
  `"${name}":[${items.map((item) => `\n${JSON.stringify(item)}`).join(',')}\n]`;

function outcomeText({ rows, ...head }: PlanOutcome): string {
  const members = Object.entries(head).map(([name, value]) => `"${name}":${JSON.stringify(value)}`);
  return `"outcome":{\n${[...members, listText('rows', rows)].join(',\n')}\n}`;
}

const NO_PLAN = 'This file is no plan of Keydesk, or it is damaged.';

/** What is left to be checked of a plan, a stretch at a time, so that nobody has to wait for a long one. */
export interface PlanReading {
  readonly rows: number;
  /** Checks the rows from here on, at most so many. */
  check(from: number, most: number): void;
  /** The plan, once everything was checked. */
  plan(): Plan;
}

/** Begins to read the text of a plan. Fails with `invalid-input` in a sentence that says what is wrong. */
export function readPlan(text: string): PlanReading {
  const { rows, outcome, ...rest } = parsed(text);
  mustBeOurs(rest);
  if (!Array.isArray(rows) || rows.length > PLAN_LIMITS.rows) throw refused(NO_PLAN);
  const ends = endsIn(outcome);
  const frame = PlanFrame.safeParse({ ...rest, ...(outcome !== undefined && { outcome: headOf(outcome) }) });
  if (!frame.success || frame.data.count !== rows.length) throw refused(NO_PLAN);
  const { signature: _signature, outcome: end, ...head } = frame.data;
  const checks = new RowChecks(head, rows, ends);
  return {
    rows: Math.max(rows.length, ends.length),
    check: (from, most) => checks.run(from, most),
    plan: () => ({ ...head, rows: checks.rows, ...(end && { outcome: { ...end, rows: checks.ends } }) }),
  };
}

type Members = Readonly<Record<string, unknown>>;

function parsed(text: string): Members {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // What is no JSON is no plan either.
  }
  throw refused(NO_PLAN);
}

function mustBeOurs({ format, version }: Members): void {
  if (format !== PLAN_FORMAT) throw refused(NO_PLAN);
  if (typeof version === 'number' && version > PLAN_VERSION)
    throw refused('This plan was made by a later version of Keydesk. Update Keydesk to open it.');
}

function endsIn(outcome: unknown): readonly unknown[] {
  if (outcome === undefined) return [];
  const { rows } = Object(outcome) as { rows?: unknown };
  if (!Array.isArray(rows) || rows.length > PLAN_LIMITS.rows) throw refused(NO_PLAN);
  return rows;
}

function headOf(outcome: unknown): Members {
  const { rows: _rows, ...head } = Object(outcome) as Members;
  return head;
}

/** The rows of a file, as far as they were checked. */
class RowChecks {
  readonly rows: PlanRow[] = [];
  readonly ends: PlanOutcome['rows'] = [];
  private readonly keys = new Set<string>();

  constructor(
    private readonly head: PlanHead,
    private readonly given: readonly unknown[],
    private readonly outcomes: readonly unknown[],
  ) {}

  run(from: number, most: number): void {
    for (const row of this.given.slice(from, from + most)) this.row(row);
    for (const end of this.outcomes.slice(from, from + most)) this.end(end);
  }

  private row(given: unknown): void {
    const row = PlanRow.safeParse(given).data;
    if (row === undefined || row.place >= this.head.places.length)
      throw refused(`Row ${this.rows.length + 1} of this plan cannot be read.`);
    const name = `${row.place} ${row.keyId}`;
    // SECURITY: two rows about one key could be approved as one thing and executed as another.
    if (this.keys.has(name)) throw refused('This plan names a key twice.');
    this.keys.add(name);
    this.rows.push(row);
  }

  private end(given: unknown): void {
    const end = PlanOutcome.shape.rows.element.safeParse(given).data;
    if (end === undefined || end.row >= this.given.length) throw refused(NO_PLAN);
    this.ends.push(end);
  }
}

const refused = (sentence: string): AppError => new AppError('invalid-input', sentence);
