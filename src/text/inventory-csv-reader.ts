import { AppError } from '@core/domain/app-error';
import {
  INVENTORY_FORMAT,
  INVENTORY_LIMITS,
  INVENTORY_VERSION,
  InventoryHead,
  InventoryPlace,
  type InventoryKey,
} from '@core/domain/inventory';
import type { CsvRow } from './csv';
import { BadCell } from './inventory-cells';
import {
  CONSOLE_COLUMNS,
  ENVIRONMENT_COLUMNS,
  FACT_COLUMNS,
  HEAD_COLUMNS,
  INVENTORY_HEADINGS,
  INVENTORY_MARK,
  PLACE_COLUMNS,
  READING_COLUMNS,
  type PartColumn,
} from './inventory-columns';

type Members = Record<string, unknown>;

/** Reads our CSV row by row. Every method fails with `invalid-input` that names the line. */
export class InventoryCsvReader {
  /** Those that were met so far, in their order. */
  readonly places: InventoryPlace[] = [];
  private readonly at: ReadonlyMap<string, number>;
  private readonly known = new Map<string, number>();
  private readonly placeAt: readonly number[];
  private readonly headAt: readonly number[];
  private readonly factAt: readonly number[];
  private first: CsvRow | null = null;
  private last: { readonly cells: readonly string[]; readonly place: number } | null = null;
  private count = 0;

  /** @param headings the cells of the first row */
  constructor(private readonly headings: readonly string[]) {
    this.at = new Map(headings.map((heading, index) => [heading, index]));
    const missing = INVENTORY_HEADINGS.find((heading) => !this.at.has(heading));
    if (missing !== undefined) throw problem(`This file has no column “${missing}”.`);
    this.placeAt = this.positions(PLACE_COLUMNS);
    this.headAt = this.positions(HEAD_COLUMNS);
    this.factAt = this.positions(FACT_COLUMNS);
  }

  /** The key of a row; null for one that tells of a place without keys. */
  take(row: CsvRow): InventoryKey | null {
    if (row.cells.length !== this.headings.length)
      throw problem(
        `Line ${row.line} has ${row.cells.length} cells, and ${this.headings.length} columns have a heading.`,
      );
    this.checkFile(row);
    const place = this.placeOf(row);
    if (this.factAt.every((index) => row.cells[index] === '')) return null;
    this.count += 1;
    if (this.count > INVENTORY_LIMITS.rows)
      throw problem(`This file has more than the ${INVENTORY_LIMITS.rows} keys an inventory may have.`);
    // Each cell was read as what its column can have.
    return { place, ...this.members(FACT_COLUMNS, row) } as InventoryKey;
  }

  /** What the rows say of their file; for when all of them were taken. */
  head(): InventoryHead {
    if (this.first === null) throw problem('This file has headings and nothing else.');
    const { count, places, first } = this;
    const head = {
      format: INVENTORY_FORMAT,
      version: INVENTORY_VERSION,
      ...this.members(HEAD_COLUMNS, first),
    };
    return checked(InventoryHead.safeParse({ ...head, count, places }), first.line);
  }

  private checkFile(row: CsvRow): void {
    const version = this.cell(row, INVENTORY_MARK);
    if (version !== String(INVENTORY_VERSION)) {
      if (Number(version) > INVENTORY_VERSION)
        throw problem('This inventory was written by a later version of Keydesk. Update Keydesk to open it.');
      throw bad(row.line, INVENTORY_MARK);
    }
    const { first } = this;
    if (first === null) this.first = row;
    else if (this.headAt.some((index) => row.cells[index] !== first.cells[index]))
      throw problem(`Line ${row.line} is from another inventory than the lines above it.`);
  }

  private placeOf(row: CsvRow): number {
    const { last } = this;
    if (last !== null && this.placeAt.every((index) => row.cells[index] === last.cells[index]))
      return last.place;
    const text = JSON.stringify(this.placeAt.map((index) => row.cells[index]));
    const place = this.known.get(text) ?? this.add(row);
    this.known.set(text, place);
    this.last = { cells: row.cells, place };
    return place;
  }

  private add(row: CsvRow): number {
    const place = {
      console: this.members(CONSOLE_COLUMNS, row),
      environment: this.members(ENVIRONMENT_COLUMNS, row),
      ...this.members(READING_COLUMNS, row),
    };
    if (this.places.length === INVENTORY_LIMITS.places)
      throw problem(
        `This file has more than the ${INVENTORY_LIMITS.places} environments an inventory may have.`,
      );
    return this.places.push(checked(InventoryPlace.safeParse(place), row.line)) - 1;
  }

  private members<T>(columns: readonly PartColumn<T>[], row: CsvRow): Members {
    const members: Members = {};
    for (const { heading, member, read } of columns) {
      const value = readCell(read, this.cell(row, heading), { line: row.line, heading });
      if (value !== undefined) members[member] = value;
    }
    return members;
  }

  private cell({ cells }: CsvRow, heading: string): string {
    return cells[this.at.get(heading) ?? -1] ?? '';
  }

  private positions(columns: readonly { readonly heading: string }[]): number[] {
    return columns.map(({ heading }) => this.at.get(heading) ?? -1);
  }
}

type Read = (cell: string) => unknown;

function readCell(read: Read, cell: string, at: { line: number; heading: string }): unknown {
  try {
    return read(cell);
  } catch (error) {
    throw error instanceof BadCell ? bad(at.line, at.heading) : error;
  }
}

function checked<T>(
  result: { data?: T; error?: { issues: readonly { path: readonly PropertyKey[] }[] } },
  line: number,
): T {
  if (result.data !== undefined) return result.data;
  throw bad(line, String(result.error?.issues[0]?.path.at(-1) ?? ''));
}

const bad = (line: number, what: string): AppError =>
  problem(`Line ${line} has something in “${what}” that cannot be.`);

const problem = (message: string): AppError =>
  new AppError('invalid-input', `${message} Nothing was opened.`);
