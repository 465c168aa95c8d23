import { AppError } from '@core/domain/app-error';

/** A cell that a spreadsheet program would take for a formula, whatever apostrophes stand before. */
const FORMULA = /^'*[=+\-@\t\r\n\0＝＋－＠]/;
const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = /\r\n|\r|\n/y;
const BARE = /[^,\r\n]*/y;

/** Characters that mean nothing in a CSV, wherever they stand. */
const PLAIN = /^[A-Za-z0-9_.:/ ]*$/;

/** How a file is written. */
export interface CsvOptions {
  /** A mark by which spreadsheet programs of some systems recognise UTF-8. */
  readonly mark?: boolean;
  /** Cells that need no quotes have none: a wide table takes a fifth less room. */
  readonly lean?: boolean;
}

/** A row of a CSV, and the line it begins on, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Rows of cells as CSV by RFC 4180: every cell quoted, lines ended by CRLF. SECURITY: what a spreadsheet program would
 * take for a formula (= + - @, their full-width forms, tab, line ends, NUL at the front) gets an apostrophe before it,
 * as does an apostrophe that stands before such. `parseCsv` takes it away again.
 */
export function csvText(
  rows: readonly (readonly string[])[],
  { mark = false, lean = false }: CsvOptions = {},
): string {
  const written = lean ? leanCell : quoted;
  const lines = rows.map((cells) => `${cells.map(written).join(',')}\r\n`);
  return `${mark ? BYTE_ORDER_MARK : ''}${lines.join('')}`;
}

/** A cell that no spreadsheet program takes for a formula. */
export const guardCell = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

/** Exactly what `guardCell` was given. */
export const unguardCell = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;

const quoted = (cell: string): string => `"${guardCell(cell).replaceAll('"', '""')}"`;
const leanCell = (cell: string): string => (PLAIN.test(cell) ? cell : quoted(cell));

/**
 * Rows of cells from CSV by RFC 4180, as they were before `csvText`. Lines may end in CRLF, LF or CR, cells may stand
 * without quotes, empty lines and a mark at the front are passed over. Fails with `invalid-input` that names the line.
 */
export const parseCsv = (text: string): string[][] => Array.from(csvRows(text), ({ cells }) => [...cells]);

/** The same row by row, as far as they are asked for. */
export function* csvRows(text: string): Generator<CsvRow> {
  const reader = new CsvReader(text, text.startsWith(BYTE_ORDER_MARK) ? 1 : 0);
  while (!reader.ended) {
    const { line } = reader;
    const cells = reader.row();
    if (cells !== null) yield { line, cells };
  }
}

class CsvReader {
  line = 1;

  constructor(
    private readonly text: string,
    private at: number,
  ) {}

  get ended(): boolean {
    return this.at >= this.text.length;
  }

  /** Null for an empty line. */
  row(): string[] | null {
    if (this.lineEnd()) return null;
    const cells = [this.cell()];
    while (this.take(',')) cells.push(this.cell());
    if (!this.ended && !this.lineEnd()) throw this.broken();
    return cells;
  }

  private cell(): string {
    return unguardCell(this.take('"') ? this.quotedCell() : this.bareCell());
  }

  private quotedCell(): string {
    const from = this.at;
    for (;;) {
      const end = this.text.indexOf('"', this.at);
      if (end < 0) throw this.broken();
      this.at = end + 1;
      if (!this.take('"')) break;
    }
    const inside = this.text.slice(from, this.at - 1);
    if (/[\r\n]/.test(inside)) this.line += inside.match(/\r\n|\r|\n/g)?.length ?? 0;
    return inside.includes('"') ? inside.replaceAll('""', '"') : inside;
  }

  private bareCell(): string {
    BARE.lastIndex = this.at;
    const inside = BARE.exec(this.text)?.[0] ?? '';
    this.at += inside.length;
    if (inside.includes('"')) throw this.broken();
    return inside;
  }

  private take(character: string): boolean {
    const there = this.text.charAt(this.at) === character;
    if (there) this.at += 1;
    return there;
  }

  private lineEnd(): boolean {
    LINE_END.lastIndex = this.at;
    const end = LINE_END.exec(this.text)?.[0];
    if (end === undefined) return false;
    this.at += end.length;
    this.line += 1;
    return true;
  }

  private broken(): AppError {
    const message = `Line ${this.line} is no CSV: a quotation mark is missing or stands in the wrong place.`;
    return new AppError('invalid-input', message);
  }
}
